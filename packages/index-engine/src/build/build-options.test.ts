import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readSpecification } from '../specification/read-specification.js';
import { buildIndex, prepareIndex } from './build-index.js';
import { tierStability } from './tier-stability.js';
import { buildDocument } from './build-document.js';
import { explainDocument } from '../explain/explain-document.js';

const read = (
  options: string,
  tree = `
tree:
  id: total
  title: Total
  children:
    - id: left
      title: Left
      weight: "3"
      children: [{ id: a, title: A }, { id: b, title: B }]
    - { id: c, title: C, weight: "1" }
`,
) => readSpecification(`id: demo\ntitle: Demo\n${options}\n${tree}`);

const data = { place: ['x', 'y', 'z'], a: [1, 3, 5], b: [2, 2, 8], c: [4, 1, 2] };

describe('an option counts for the node, else the group, else the level, else the index', () => {
  const withGroup = (own: string): string => `
tree:
  id: total
  title: Total
  children:
    - id: left
      title: Left
      within: { normalise: rank }
      children: [{ id: a, title: A${own} }, { id: b, title: B }]
    - { id: c, title: C }
`;
  test('the group overrides the level and the index', () => {
    const built = buildIndex(read('normalise: min-max\nlevels: { "2": { normalise: z-score } }', withGroup('')), data);
    expect(built.stages.normalised.a).toEqual(new Float64Array([1, 2, 3]));
    expect(built.stages.normalised.c).toEqual(new Float64Array([1, 0, 1 / 3]));
  });

  test('the node overrides its group', () => {
    const built = buildIndex(
      read('normalise: min-max', withGroup(', normalise: { method: min-max, upper: 10 }')),
      data,
    );
    expect(built.stages.normalised.a).toEqual(new Float64Array([0, 5, 10]));
    expect(built.stages.normalised.b).toEqual(new Float64Array([1, 1, 3]));
  });
});

describe('scaling after aggregation', () => {
  test('an inner node is scaled by its best unit inside each set of peers', () => {
    const specification = read(
      'data: { groups: [table] }\nlevels: { "1": { normalise: { method: share-of-maximum, factor: 100, peers: table } } }',
    );
    const built = buildIndex(specification, { ...data, table: ['one', 'one', 'two'] });
    expect(built.stages.scores.left).toEqual(new Float64Array([(1.5 / 2.5) * 100, 100, 100]));
  });

  test('an inner node of negative direction is turned by its own scaling, and refused without one', () => {
    const tree = (normalise: string): string => `
tree:
  id: total
  title: Total
  children:
    - { id: left, title: Left, direction: negative${normalise}, children: [{ id: a, title: A }] }
    - { id: c, title: C }
`;
    const built = buildIndex(read('', tree(', normalise: min-max')), data);
    expect(built.stages.scores.left).toEqual(new Float64Array([1, 0.5, 0]));
    expect(() => buildIndex(read('', tree('')), data)).toThrow(
      'a normalise for an inner node of negative direction, got none (node "left")',
    );
  });
});

describe('a panel', () => {
  const panel = {
    place: ['x', 'y', 'x', 'y'],
    year: [2015, 2015, 2016, 2016],
    a: [1, 3, 2, 6],
    b: [1, 1, 1, 2],
    c: [1, 2, 2, 3],
  };
  const normalised = (method: string) =>
    buildIndex(read(`data: { time: year }\nnormalise: ${method}`), panel).stages.normalised.a;

  test('is normalised within a year, over all years, or against a base year', () => {
    expect(normalised('share-of-total')).toEqual(new Float64Array([1 / 4, 3 / 4, 2 / 8, 6 / 8]));
    expect(normalised('{ method: share-of-total, over: pooled }')).toEqual(
      new Float64Array([1 / 12, 3 / 12, 2 / 12, 6 / 12]),
    );
    expect(normalised('{ method: share-of-total, base: 2015 }')).toEqual(
      new Float64Array([1 / 4, 3 / 4, 2 / 4, 6 / 4]),
    );
  });

  test('is ranked within a year, and its document says which', () => {
    const { units } = buildDocument(buildIndex(read('data: { time: year }'), panel));
    expect(units.map(({ unit, year, rank }) => [unit, year, rank])).toEqual([
      ['x', 2015, 2],
      ['y', 2015, 1],
      ['x', 2016, 2],
      ['y', 2016, 1],
    ]);
  });

  test('a base year that is not there is refused', () => {
    expect(() => normalised('{ method: share-of-total, base: 1999 }')).toThrow(
      'rows of the base year, got none for 1999',
    );
  });
});

describe('missing values', () => {
  const gaps = { ...data, b: [2, null, 8], c: [4, null, 2] };
  const score = (missing: string) => buildIndex(read(`missing: ${missing}`), gaps).stages.scores.total![1];

  test('propagate, skip, a least share, or refuse', () => {
    expect(score('propagate')).toBeNaN();
    expect(score('skip')).toBe(3);
    expect(score('{ minimumShare: 0.6 }')).toBeNaN();
    expect(() => score('refuse')).toThrow('every child of "left", got a gap for y');
  });
});

describe('screening', () => {
  test('leaves out units with too few values, unless they are forced in, and says so', () => {
    const gaps = { ...data, a: [1, null, 5], b: [2, null, 8] };
    const built = buildIndex(read('screen: { availability: 0.5 }'), gaps);
    expect(built.unitNames).toEqual(['x', 'z']);
    expect(built.stages.scores.total!.length).toBe(2);
    expect(built.screening[1]).toMatchObject({
      unit: 'y',
      missing: 2,
      kept: false,
      groups: { left: 0, total: 1 - 2 / 3 },
    });
    expect(built.log[0]!.message).toBe('1 of 3 rows left out: y');
    expect(buildIndex(read('screen: { availability: 0.5, include: [y], exclude: [z] }'), gaps).unitNames).toEqual([
      'x',
      'y',
    ]);
  });
});

describe('denominators', () => {
  const specification = read('data: { denominators: [people] }\ndenominate: { by: people, per: 1000 }');

  test('divide indicators', () => {
    expect(buildIndex(specification, { ...data, people: [1000, 2000, 4000] }).stages.denominated.a).toEqual(
      new Float64Array([1, 1.5, 1.25]),
    );
  });

  test('a denominator of zero is refused', () => {
    expect(() => buildIndex(specification, { ...data, people: [1000, 0, 1] })).toThrow(
      'denominators other than zero, got 0 (column "people", row 2, for "a")',
    );
  });
});

describe('ranks and tiers', () => {
  const scores = { place: ['p', 'q', 'r', 's'], a: [80, 50, 50, 20] };
  const one = (options: string) =>
    buildIndex(read(options, '\ntree: { id: total, title: Total, children: [{ id: a, title: A }] }'), scores);

  test('ties follow the rule', () => {
    expect(one('').rank).toEqual(new Float64Array([1, 2, 2, 4]));
    expect(one('rank: { ties: dense }').rank).toEqual(new Float64Array([1, 2, 2, 3]));
    expect(one('rank: { ties: average }').rank).toEqual(new Float64Array([1, 2.5, 2.5, 4]));
  });

  test('a score at a cut-off is in the tier above, or below where it is so stated', () => {
    expect(one('tier: { method: cut-offs, cuts: [50] }').tier).toEqual(new Float64Array([1, 1, 1, 2]));
    expect(one('tier: { method: cut-offs, cuts: [50], edge: lower }').tier).toEqual(new Float64Array([1, 2, 2, 2]));
  });

  test('k-means and quantiles number the best tier 1', () => {
    expect(one('tier: { method: k-means, k: 3 }').tier).toEqual(new Float64Array([1, 2, 2, 3]));
    expect(one('tier: { method: quantiles, k: 2 }').tier).toEqual(new Float64Array([1, 1, 1, 2]));
  });

  test('natural breaks are those of least squares, and stable where no unit decides', () => {
    const built = one('tier: { method: jenks, k: 3 }');
    expect(built.tier).toEqual(new Float64Array([1, 2, 2, 3]));
    expect(tierStability(one('tier: { method: cut-offs, cuts: [50] }'))).toBe(1);
  });

  test('without the third or the fourth of four scores the second changes its half', () => {
    const halves = read(
      'tier: { method: quantiles, k: 2 }',
      '\ntree: { id: total, title: Total, children: [{ id: a, title: A }] }',
    );
    expect(tierStability(buildIndex(halves, { place: ['p', 'q', 'r', 's'], a: [1, 2, 3, 4] }))).toBe(
      (3 + 3 + 2 + 2) / 12,
    );
  });

  test('tiers have names', () => {
    const document = buildDocument(one('tier: { method: cut-offs, cuts: [50], labels: [high, low] }'));
    expect(document.units.map(({ tier, tierName }) => [tier, tierName])).toEqual([
      [1, 'high'],
      [1, 'high'],
      [1, 'high'],
      [2, 'low'],
    ]);
  });
});

describe('weights', () => {
  test('weights of data and of experts stand in the tree', () => {
    const built = buildIndex(
      read(
        '',
        `
tree:
  id: total
  title: Total
  weigh: { method: expert-scores, scores: [[5, 3], [4, 4]] }
  children:
    - { id: left, title: Left, weigh: standard-deviation, children: [{ id: a, title: A }, { id: b, title: B }] }
    - { id: c, title: C }
`,
      ),
      data,
    );
    const weight = new Map(built.nodes.map((node) => [node.id, node.weight]));
    expect(weight.get('left')).toBe(9 / 16);
    expect(weight.get('a')! + weight.get('b')!).toBeCloseTo(1, 15);
    expect(built.nodes.find(({ id }) => id === 'a')!.effectiveWeight).toBe((9 / 16) * weight.get('a')!);
  });

  test('a prepared index takes other weights, and keeps its own', () => {
    const prepared = prepareIndex(read(''), data);
    expect(prepared.build({ c: 3 }).nodes.find(({ id }) => id === 'c')!.weight).toBe(3 / (3 + 0.75));
    expect(prepared.build().stages).toEqual(buildIndex(read(''), data).stages);
  });
});

describe('laws', () => {
  const value = fc.integer({ min: 1, max: 1000 });
  const rows = fc.array(fc.tuple(value, value, value), { minLength: 3, maxLength: 20 });
  const columns = (values: readonly (readonly number[])[]) => ({
    place: values.map((_, row) => `u${row}`),
    a: values.map((own) => own[0]!),
    b: values.map((own) => own[1]!),
    c: values.map((own) => own[2]!),
  });

  test('ranks permute with the units', () => {
    fc.assert(
      fc.property(rows, (values) => {
        const specification = read('normalise: { method: min-max, constant: 0 }');
        const given = buildIndex(specification, columns(values));
        const turned = buildIndex(specification, {
          ...columns([...values].reverse()),
          place: columns(values).place.reverse(),
        });
        expect([...turned.rank].reverse()).toEqual([...given.rank]);
      }),
    );
  });

  test('weights of siblings sum to one, and contributions to the score', () => {
    fc.assert(
      fc.property(rows, (values) => {
        const built = buildIndex(read('normalise: share-of-total'), columns(values));
        for (const parent of ['total', 'left']) {
          const weights = built.nodes.filter((node) => node.parent === parent).map(({ weight }) => weight);
          expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 15);
        }
        const { score, contributions } = explainDocument(built, 'u0');
        expect(contributions.reduce((sum, { contribution }) => sum + contribution, 0)).toBeCloseTo(score, 14);
      }),
    );
  });
});
