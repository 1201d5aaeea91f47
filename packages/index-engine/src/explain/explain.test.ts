import fc from 'fast-check';
import { correctDigits } from '@indexlab/stats';
import { describe, expect, test } from 'vitest';
import { buildIndex } from '../build/build-index.js';
import { readSpecification } from '../specification/read-specification.js';
import { contributions, differences, explainDocument, profile, raiseOnePlace } from './index.js';

/** Two branches, one of which ends above the other, with options for the top and for the left branch. */
const specificationOf = (top: string, left = top, scaled = ''): ReturnType<typeof readSpecification> =>
  readSpecification(`
id: demo
title: Demo
tree:
  id: total
  title: Total
  aggregate: ${top}
  children:
    - id: left
      title: Left
      weight: "3"
      aggregate: ${left}
${scaled}
      children: [{ id: a, title: A, weight: "2" }, { id: b, title: B, weight: "1" }, { id: c, title: C, weight: "1" }]
    - { id: d, title: D, weight: "1" }
`);

const data = { place: ['x', 'y', 'z'], a: [1, 3, 9], b: [2, 2, 5], c: [8, 1, 4], d: [4, 1, 6] };
const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

const withParts = [
  'arithmetic',
  'geometric',
  'harmonic',
  '{ method: power, power: 3 }',
  'minimum',
  'product',
  'mazziotta-pareto',
  '{ method: mean-min, alpha: 0.5, beta: 1 }',
];
const alone = [...withParts, 'median', '{ method: ordered-weighted, orderWeights: [1, 3] }'];

describe('contributions', () => {
  test.each(withParts)('%s: the contributions of each level sum to the score', (method) => {
    const built = buildIndex(specificationOf(method), data);
    for (const unit of data.place) {
      for (const level of [0, 1, 2]) {
        const score = built.stages.scores.total![data.place.indexOf(unit)]!;
        expect(sumOf(contributions(built, unit, level).map((part) => part.contribution))).toBeCloseTo(score, 12);
      }
    }
  });

  test('in a tree of arithmetic means each is its effective weight times its value', () => {
    const built = buildIndex(specificationOf('arithmetic'), data);
    for (const { weight, value, contribution } of contributions(built, 'x', 2))
      expect(contribution).toBeCloseTo(weight * value, 15);
  });

  test('a branch that ends above the level is listed with its last node', () => {
    const built = buildIndex(specificationOf('arithmetic'), data);
    expect(
      contributions(built, 'y', 2)
        .map(({ node }) => node)
        .sort(),
    ).toEqual(['a', 'b', 'c', 'd']);
  });

  test('the lowest child makes a minimum, several lowest ones the same', () => {
    const built = buildIndex(specificationOf('arithmetic', 'minimum'), { ...data, a: [2, 3, 9] });
    const parts = Object.fromEntries(
      contributions(built, 'x', 2).map(({ node, contribution }) => [node, contribution]),
    );
    expect(parts).toEqual({ a: (3 / 4) * 1, b: (3 / 4) * 1, c: 0, d: 1 });
  });

  test('a node scaled again passes its scaled score down', () => {
    const built = buildIndex(
      specificationOf('arithmetic', 'arithmetic', '      normalise: { method: min-max, lower: 1, upper: 100 }'),
      data,
    );
    for (const unit of data.place) {
      expect(sumOf(contributions(built, unit, 2).map((part) => part.contribution))).toBeCloseTo(
        built.stages.scores.total![data.place.indexOf(unit)]!,
        12,
      );
    }
  });

  test('a child that the unit lacks adds nothing, and the others count for more', () => {
    const specification = { ...specificationOf('arithmetic'), missing: 'skip' as const };
    const built = buildIndex(specification, { ...data, a: [null, 3, 9] });
    const parts = contributions(built, 'x', 2);
    expect(parts.find(({ node }) => node === 'a')!.contribution).toBe(0);
    expect(sumOf(parts.map((part) => part.contribution))).toBeCloseTo((3 / 4) * ((2 + 8) / 2) + 1, 15);
  });

  test('a method that compares units is refused below its node, not above', () => {
    const built = buildIndex(specificationOf('arithmetic', 'copeland'), data);
    expect(contributions(built, 'x', 1)).toHaveLength(2);
    expect(() => contributions(built, 'x', 2)).toThrow('a sum of parts, got copeland (node "left")');
  });

  test('what is not there is named', () => {
    const built = buildIndex(specificationOf('arithmetic'), { ...data, d: [1, 2, null] });
    expect(() => contributions(built, 'w')).toThrow('a unit of the index, got "w"');
    expect(() => contributions(built, 'z')).toThrow('a unit with a score, got z');
    expect(() => contributions(built, 'x', 3)).toThrow('a level of the tree, 0 to 2, got 3');
  });
});

describe('differences', () => {
  test.each(alone)('%s: the differences of each level sum to the difference of the scores', (method) => {
    const built = buildIndex(specificationOf(method), data);
    const { total } = built.stages.scores;
    for (const level of [0, 1, 2]) {
      // By digits: powers differ in their last bits between versions of Node.
      expect(
        correctDigits(
          sumOf(differences(built, 'x', 'z', level).map((part) => part.difference)),
          total![0]! - total![2]!,
        ),
      ).toBeGreaterThan(14);
      expect(
        correctDigits(
          sumOf(differences(built, 'y', 'x', level).map((part) => part.difference)),
          total![1]! - total![0]!,
        ),
      ).toBeGreaterThan(14);
    }
  });

  test('a node in which the units are level makes no difference', () => {
    const built = buildIndex(specificationOf('geometric'), data);
    expect(differences(built, 'x', 'y', 2).find(({ node }) => node === 'b')!.difference).toBe(0);
  });

  test("Shapley's value of two factors is the change of one at the mean of the other", () => {
    const built = buildIndex(
      readSpecification(
        'id: d\ntitle: D\naggregate: product\ntree: { id: t, title: T, children: [{ id: a, title: A }, { id: b, title: B }] }',
      ),
      {
        place: ['x', 'y'],
        a: [5, 3],
        b: [10, 4],
      },
    );
    expect(differences(built, 'x', 'y').map(({ node, difference }) => [node, difference])).toEqual([
      ['b', (10 - 4) * ((5 + 3) / 2)],
      ['a', (5 - 3) * ((10 + 4) / 2)],
    ]);
  });

  test('a gap below is refused with its node', () => {
    const built = buildIndex(
      { ...specificationOf('arithmetic'), missing: 'skip' as const },
      { ...data, a: [null, 3, 9] },
    );
    expect(() => differences(built, 'x', 'y', 2)).toThrow('got none for a (node "left")');
  });

  test('law: the differences of a pair are those of the reverse pair with the other sign', () => {
    const value = fc.integer({ min: 20, max: 50 });
    fc.assert(
      fc.property(
        fc.constantFrom(...alone),
        fc.array(fc.tuple(value, value, value, value), { minLength: 2, maxLength: 2 }),
        (method, rows) => {
          const columns = Object.fromEntries(['a', 'b', 'c', 'd'].map((name, j) => [name, rows.map((row) => row[j]!)]));
          const built = buildIndex(specificationOf(method), { place: ['x', 'y'], ...columns });
          const forth = new Map(differences(built, 'x', 'y', 1).map(({ node, difference }) => [node, difference]));
          for (const { node, difference } of differences(built, 'y', 'x', 1)) {
            expect(Math.abs(difference + forth.get(node)!)).toBeLessThanOrEqual(
              1e-12 * Math.max(1, Math.abs(difference)),
            );
          }
        },
      ),
    );
  });
});

describe('profile', () => {
  const built = buildIndex(specificationOf('arithmetic'), data);

  test('compares with the other units, the greatest strength first', () => {
    const rows = profile(built, 'x');
    expect(rows.map(({ node }) => node)).toEqual(['c', 'd', 'b', 'a']);
    expect(rows[0]).toEqual({
      node: 'c',
      value: 8,
      rank: 1,
      peers: 2,
      peerMedian: (1 + 4) / 2,
      deviations: (8 - 2.5) / Math.sqrt(4.5),
    });
  });

  test('takes a level and named peers', () => {
    expect(profile(built, 'x', { level: 1, peers: ['y', 'z'] }).map(({ node }) => node)).toEqual(['d', 'left']);
    expect(() => profile(built, 'x', { peers: ['y', 'q'] })).toThrow('got q');
    expect(() => profile(built, 'x', { peers: ['y'] })).toThrow('at least two peers, got 1');
  });
});

describe('raiseOnePlace', () => {
  test('the change given reaches the place and a slightly smaller one does not', () => {
    const specification = specificationOf('geometric', 'arithmetic');
    const raises = raiseOnePlace(specification, data, 'y');
    expect(raises.map(({ node }) => node).sort()).toEqual(['a', 'b', 'c', 'd']);
    for (const { node, from, to, rank } of raises) {
      const rankWith = (value: number): number => {
        const column = data[node as 'a'].with(1, value);
        return buildIndex(specification, { ...data, [node]: column }).rank[1]!;
      };
      expect([rank, rankWith(to), rankWith(from + (to - from) * (1 - 1e-9))]).toEqual([2, 2, 3]);
    }
  });

  test('a shared total moves with the change: shares are taken anew', () => {
    const specification = readSpecification(
      'id: d\ntitle: D\nnormalise: share-of-total\ntree: { id: t, title: T, children: [{ id: a, title: A }, { id: b, title: B }] }',
    );
    // x has shares 1/4 and 1/2 against 3/4 and 1/2; with a = 3 both have 1/2 everywhere.
    const [raise] = raiseOnePlace(specification, { place: ['x', 'y'], a: [1, 3], b: [2, 2] }, 'x');
    expect(raise!.to).toBeCloseTo(3, 9);
  });

  test('an indicator of negative direction has to fall', () => {
    const specification = readSpecification(
      'id: d\ntitle: D\nnormalise: min-max\ntree: { id: t, title: T, children: [{ id: a, title: A }, { id: p, title: P, direction: negative }] }',
    );
    const raises = raiseOnePlace(specification, { place: ['x', 'y', 'z'], a: [1, 2, 3], p: [9, 5, 7] }, 'x');
    expect(raises.find(({ node }) => node === 'p')!.change).toBeLessThan(0);
  });

  test('an indicator whose column has another name is found under it', () => {
    const specification = readSpecification(
      'id: d\ntitle: D\ntree: { id: t, title: T, children: [{ id: a, title: A, column: Users 2020 }, { id: b, title: B }] }',
    );
    const raises = raiseOnePlace(specification, { place: ['x', 'y'], 'Users 2020': [1, 3], b: [2, 2] }, 'x');
    expect(raises.map(({ node, to }) => [node, Number(to.toFixed(9))])).toEqual([
      ['a', 3],
      ['b', 4],
    ]);
  });

  test('the first has no place above', () => {
    expect(raiseOnePlace(specificationOf('arithmetic'), data, 'z')).toEqual([]);
  });
});

describe('explainDocument', () => {
  test('gives the score, the rank, the contributions and the neighbours', () => {
    const explained = explainDocument(buildIndex(specificationOf('arithmetic'), data), 'x');
    expect(explained.rank).toBe(2);
    expect(sumOf(explained.contributions.map((part) => part.contribution))).toBeCloseTo(explained.score, 15);
    expect(explained.nearest.map(({ unit }) => unit)).toEqual(['z', 'y']);
  });
});
