import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readSpecification } from '../specification/read-specification.js';
import { buildIndex, prepareIndex } from './build-index.js';
import { compileIndex } from './compile-index.js';
import { runIndex } from './run-index.js';

const read = (options = '', left = '') =>
  readSpecification(`
id: demo
title: Demo
${options}
tree:
  id: total
  title: Total
  children:
    - id: left
      title: Left
      weight: "3"
${left}
      children: [{ id: a, title: A, weight: "1" }, { id: b, title: B, weight: "2" }]
    - { id: c, title: C, weight: "1" }
`);
const data = { place: ['x', 'y', 'z'], a: [1, 3, 5], b: [2, 2, 8], c: [4, 1, 2] };
const places = { total: 0, left: 1, a: 2, b: 3, c: 4 };
const weightsOf = (weights: Partial<Record<keyof typeof places, number>>): Float64Array => {
  const vector = new Float64Array(5).fill(NaN);
  for (const [id, weight] of Object.entries(weights)) vector[places[id as keyof typeof places]] = weight;
  return vector;
};

describe('compileIndex', () => {
  test('lays the tree out as arrays, parents before children', () => {
    const plan = compileIndex(read(), data);
    expect(plan.ids).toEqual(['total', 'left', 'a', 'b', 'c']);
    expect(plan.parents).toEqual(Int32Array.of(-1, 0, 1, 1, 0));
    expect(plan.shares).toEqual(Float64Array.of(1, 3 / 4, 1 / 3, 2 / 3, 1 / 4));
  });

  test('takes the indicators through their stages once', () => {
    const plan = compileIndex(read('normalise: min-max'), data);
    expect(plan.columns[2]).toEqual(Float64Array.of(0, 1 / 2, 1));
    expect(plan.columns[1]).toBeNull();
    expect(runIndex(plan).scores[2]).toBe(plan.columns[2]);
  });

  test('uses a column of doubles as it is, without a copy', () => {
    const a = Float64Array.of(1, 3, 5);
    expect(compileIndex(read(), { ...data, a }).columns[2]).toBe(a);
  });

  test('refuses columns of different lengths', () => {
    expect(() => compileIndex(read(), { ...data, b: [1, 2] })).toThrow(
      'a value for each unit, got 2 for 3 (column "b")',
    );
  });
});

describe('runIndex', () => {
  test('gives the scores and ranks of buildIndex', () => {
    const specification = read('normalise: min-max\nmissing: skip', '      normalise: min-max');
    const built = buildIndex(specification, data);
    const run = runIndex(compileIndex(specification, data));
    expect(Object.fromEntries(run.plan.ids.map((id, place) => [id, run.scores[place]]))).toEqual(built.stages.scores);
    expect(run.rank).toEqual(built.rank);
  });

  test('takes weights relative to one another among siblings, and keeps those that are NaN', () => {
    const run = runIndex(compileIndex(read(), data), { weights: weightsOf({ a: 3, b: 1 }) });
    expect(run.weights).toEqual(Float64Array.of(1, 3 / 4, 3 / 4, 1 / 4, 1 / 4));
    expect(run.scores[1]![0]).toBe((3 / 4) * 1 + (1 / 4) * 2);
    expect(run.scores[0]![0]).toBe((3 / 4) * ((3 / 4) * 1 + (1 / 4) * 2) + (1 / 4) * 4);
  });

  test('a weight of zero leaves a column out, gaps and all', () => {
    const gaps = { ...data, c: [4, null, 2] };
    const run = runIndex(compileIndex(read(), gaps), { weights: weightsOf({ left: 1, c: 0 }) });
    expect(run.scores[0]).toEqual(run.scores[1]);
  });

  test('a run that is reused has the columns of a new one, and allocates none', () => {
    const plan = compileIndex(read(), data);
    const first = runIndex(plan, { weights: weightsOf({ c: 9 }) });
    const columns = [first.scores[0], first.rank];
    const second = runIndex(plan, { reuse: first });
    expect([second.scores[0], second.rank].every((column, place) => column === columns[place])).toBe(true);
    const fresh = runIndex(plan);
    expect([second.scores, second.rank, second.weights]).toEqual([fresh.scores, fresh.rank, fresh.weights]);
  });

  test('a run of another plan is not written to', () => {
    const [plan, other] = [compileIndex(read(), data), compileIndex(read(), { ...data, a: [9, 9, 9] })];
    const first = runIndex(other);
    const kept = first.scores[0]!.slice();
    runIndex(plan, { reuse: first });
    expect(first.scores[0]).toEqual(kept);
  });

  test('wrong weights are refused by node', () => {
    const plan = compileIndex(read(), data);
    const run = (weights: Float64Array) => () => runIndex(plan, { weights });
    expect(run(new Float64Array(3))).toThrow('a weight for each of 5 nodes, got 3');
    expect(run(weightsOf({ a: -1 }))).toThrow('weights of zero or more, got -1 (node "a")');
    expect(run(weightsOf({ c: Infinity }))).toThrow('finite weights of zero or more, got Infinity (node "c")');
    expect(run(weightsOf({ a: 0, b: 0 }))).toThrow('a positive sum among siblings, got 0 (children of "left")');
  });

  test('weights from data are taken anew where the scores below them change', () => {
    const specification = read('levels: { "0": { weigh: standard-deviation } }').tree;
    const free = {
      ...read('levels: { "0": { weigh: standard-deviation } }'),
      tree: { ...specification, children: specification.children!.map(({ weight: _, ...node }) => node) },
    };
    const plan = compileIndex(free, data);
    const [even, uneven] = [runIndex(plan), runIndex(plan, { weights: weightsOf({ a: 1, b: 0 }) })];
    expect(uneven.weights[1]).not.toBe(even.weights[1]);
    expect(uneven.weights[1]! + uneven.weights[4]!).toBeCloseTo(1, 15);
  });

  test('law: weights that are chosen give what a specification that states them gives', () => {
    const weight = fc.integer({ min: 1, max: 99 });
    fc.assert(
      fc.property(weight, weight, (a, b) => {
        const stated = read();
        const [left] = stated.tree.children!;
        left!.children![0]!.weight = String(a);
        left!.children![1]!.weight = String(b);
        const run = runIndex(compileIndex(read(), data), { weights: weightsOf({ a, b }) });
        expect(run.scores[0]).toEqual(buildIndex(stated, data).stages.scores.total);
      }),
      { numRuns: 30 },
    );
  });
});

test('weights from data below zero are refused, not left out', () => {
  const plan = compileIndex(read(), data);
  const [total, ...others] = plan.nodes;
  const turned = { ...plan, nodes: [{ ...total!, weigh: () => [2, -1] }, ...others] };
  expect(() => runIndex(turned)).toThrow('weights of zero or more, got -1 (node "total", column 2)');
});

describe('prepareIndex', () => {
  test('a weight of a node that is not there is refused with the nearest', () => {
    expect(() => prepareIndex(read(), data).build({ lefd: 1 })).toThrow('nodes of the tree, got "lefd"');
  });

  test('indicators go through their stages when it is prepared', () => {
    expect(() => prepareIndex(read('normalise: min-max'), { ...data, a: [1, 1, 1] })).toThrow('a column that varies');
  });
});
