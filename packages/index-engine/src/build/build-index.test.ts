import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readSpecification } from '../specification/read-specification.js';
import { buildIndex } from './build-index.js';

const specification = readSpecification(`
id: demo
title: Demo
normalise: share-of-total
tree:
  id: total
  title: Total
  children:
    - id: left
      title: Left
      weight: "3"
      children: [{ id: a, title: A }, { id: b, title: B }]
    - { id: c, title: C, weight: "1" }
`);
const data = { place: ['x', 'y'], a: [1, 3], b: [2, 2], c: [4, 1] };

describe('buildIndex', () => {
  test('scores are weighted means from the leaves up', () => {
    const { stages } = buildIndex(specification, data);
    expect(stages.scores.left![0]).toBe((1 / 4 + 2 / 4) / 2);
    expect(stages.scores.total![0]).toBe((3 / 4) * ((1 / 4 + 2 / 4) / 2) + (1 / 4) * (4 / 5));
  });

  test('every stage is kept', () => {
    const { stages } = buildIndex(specification, data);
    expect(stages.indicators.a).toEqual(new Float64Array([1, 3]));
    expect(stages.normalised.a).toEqual(new Float64Array([1 / 4, 3 / 4]));
  });

  test('ranks follow unrounded scores', () => {
    const close = { ...data, a: [1, 1], b: [1, 1], c: [1, 1 + 1e-12] };
    expect(buildIndex(specification, close).rank).toEqual(new Float64Array([2, 1]));
  });

  test('a unit that lacks an indicator has no score and no rank, and the log says so', () => {
    const built = buildIndex(specification, { ...data, c: [4, null] });
    expect(built.rank).toEqual(new Float64Array([1, NaN]));
    expect(built.log[0]!.message).toBe(`1 of 2 units lacks an indicator and has no score: ${built.unitNames[1]} (c)`);
  });

  test('of many units without a score five are named, with what each lacks, and the rest are counted', () => {
    const place = [...'stuvwxyz'];
    const filled = place.map((_, i) => i + 1);
    const holes = place.map((_, i) => (i < 7 ? null : 1));
    const { log } = buildIndex(specification, { place, a: filled, b: holes, c: [null, ...filled.slice(1)] });
    expect(log.at(-1)!.message).toBe(
      '7 of 8 units lack an indicator and have no score: s (b, c), t (b), u (b), v (b), w (b), and 2 more',
    );
  });

  test('a score that the data give is taken as it is, and the log says what it is not built from', () => {
    const built = buildIndex(specification, { place: ['x', 'y'], left: [3, 5], c: [4, 1] });
    expect(built.stages.scores.left).toEqual(new Float64Array([3, 5]));
    expect(built.log).toEqual([
      { stage: 'given', node: 'left', message: 'taken from the data as it is, not built from a, b' },
    ]);
  });

  test('an index of which only the total is at hand needs no column that its stages would look at', () => {
    const published = readSpecification(`
id: demo
title: Demo
data: { groups: [kind], denominators: [people] }
levels: { "1": { normalise: { method: share-of-maximum, peers: kind } } }
tree:
  id: total
  title: Total
  column: printed score
  weigh: undisclosed
  children:
    - { id: a, title: A, denominate: { by: people } }
    - { id: b, title: B, children: [{ id: c, title: C }] }
`);
    const built = buildIndex(published, { place: ['x', 'y'], 'printed score': [1, 2] });
    expect(built.rank).toEqual(new Float64Array([2, 1]));
    expect(built.log[0]!.message).toBe('taken from the data as it is, not built from a, b and the 1 below');
    expect(() => buildIndex(published, { place: ['x'], a: [1], b: [2] })).toThrow('kind, people');
  });

  test('a missing column names the indicators without one', () => {
    expect(() => buildIndex(specification, { place: ['x'], a: [1] })).toThrow(
      'a column for each indicator, got none for b, c',
    );
  });

  test('a unit that occurs twice is refused', () => {
    expect(() => buildIndex(specification, { ...data, place: ['x', 'x'] })).toThrow('each unit once, got x');
  });

  test('zero in a geometric mean is refused with its node', () => {
    const geometric = { ...specification, normalise: 'none' as const, aggregate: 'geometric' as const };
    expect(() => buildIndex(geometric, { ...data, a: [0, 1] })).toThrow(
      'values above zero, got 0 (node "left", row 1)',
    );
  });

  test('law: scores do not change when an indicator changes its unit', () => {
    const value = fc.integer({ min: 1, max: 1000 });
    fc.assert(
      fc.property(fc.array(fc.tuple(value, value, value), { minLength: 2, maxLength: 20 }), (rows) => {
        const columns = {
          place: rows.map((_, row) => `u${row}`),
          a: rows.map((r) => r[0]),
          b: rows.map((r) => r[1]),
          c: rows.map((r) => r[2]),
        };
        const scaled = buildIndex(specification, { ...columns, a: columns.a.map((x) => 1024 * x) });
        expect(scaled.stages.scores.total).toEqual(buildIndex(specification, columns).stages.scores.total);
      }),
    );
  });
});

describe('buildIndex of an index that is published in part', () => {
  const published = readSpecification(`
id: demo
title: Demo
normalise: share-of-total
tree:
  id: total
  title: Total
  children:
    - id: left
      title: Left
      weight: "3"
      weigh: undisclosed
      children: [{ id: a, title: A }, { id: b, title: B }]
    - { id: right, title: Right, weight: "1", children: [{ id: c, title: C }] }
`);

  test('a column of an inner node is its score, taken as it is', () => {
    const built = buildIndex(published, { place: ['x', 'y'], left: [8, 4], right: [4, 8] });
    expect(built.stages.scores.total).toEqual(new Float64Array([(3 * 8 + 4) / 4, (3 * 4 + 8) / 4]));
    expect(built.nodes.map((node) => node.id)).toEqual(['total', 'left', 'right']);
  });

  test('undisclosed weights are not made up', () => {
    expect(() => buildIndex(published, { place: ['x'], a: [1], b: [1], c: [1] })).toThrow(
      'got undisclosed ones (node "left")',
    );
  });
});
