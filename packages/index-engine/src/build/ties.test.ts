import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Specification } from '../specification/schema.js';
import { buildIndex } from './build-index.js';
import { compileIndex } from './compile-index.js';
import { orderRows } from './order-rows.js';
import { rankBuffers } from './rank-buffers.js';
import { runIndex } from './run-index.js';

const specificationOf = (
  weights: readonly (string | undefined)[],
  options: Partial<Specification> = {},
): Specification => ({
  id: 'd',
  title: 'D',
  ...options,
  tree: {
    id: 't',
    title: 'T',
    children: weights.map((weight, place) => ({ id: `x${place}`, title: '', ...(weight !== undefined && { weight }) })),
  },
});
/** Ranks of rows of values under weights. */
const ranksOf = (
  rows: readonly (readonly number[])[],
  weights: readonly (string | undefined)[] = rows[0]!.map(() => undefined),
  options?: Partial<Specification>,
): number[] => {
  const columns = rows[0]!.map((_, place) => [`x${place}`, rows.map((row) => row[place]!)]);
  return [
    ...buildIndex(specificationOf(weights, options), {
      place: rows.map((_, row) => `u${row}`),
      ...Object.fromEntries(columns),
    }).rank,
  ];
};

describe('equal scores share a rank', () => {
  test('the same values in another order of summation tie', () => {
    expect((0.1 + 0.2) / 3 + 0.3 / 3).not.toBe((0.3 + 0.2) / 3 + 0.1 / 3);
    expect(
      ranksOf([
        [0.1, 0.2, 0.3],
        [0.3, 0.2, 0.1],
        [0.2, 0.3, 0.1],
        [0.1, 0.1, 0.1],
      ]),
    ).toEqual([1, 1, 1, 4]);
  });

  test('decimal weights count as they are written: 0.3 of 20 is 0.2 of 30', () => {
    const weights = ['0.1', '0.2', '0.7'];
    // 0.1 * 3 against 0.2 * 1.5 and 0.7 * 3 against 0.1 * 21.
    expect(
      ranksOf(
        [
          [3, 0, 0],
          [0, 1.5, 0],
          [21, 0, 0],
          [0, 0, 3],
        ],
        weights,
      ),
    ).toEqual([3, 3, 1, 1]);
  });

  test('weights that are chosen count as the decimals that they print as', () => {
    const plan = compileIndex(specificationOf([undefined, undefined]), {
      place: ['p', 'q', 'r'],
      x0: [6, 0, 1],
      x1: [0, 3, 1],
    });
    expect([...runIndex(plan, { weights: Float64Array.of(NaN, 0.1, 0.2) }).rank]).toEqual([1, 1, 3]);
  });

  test('a normalised column counts as its values say: a third of 0.9 is a third of 9', () => {
    const normalise = { method: 'min-max' };
    const rows = [
      [0.1, 1],
      [1, 10],
      [0.4, 1],
      [0.1, 4],
    ];
    expect((0.4 - 0.1) / (1 - 0.1)).not.toBe((4 - 1) / (10 - 1));
    expect(ranksOf(rows, undefined, { normalise })).toEqual([4, 1, 2, 2]);
  });

  test('of a geometric mean too', () => {
    const rows = [
      [1.1, 2.3, 3.7],
      [3.7, 1.1, 2.3],
      [2.3, 3.7, 1.1],
      [3.7, 2.3, 1.1],
    ];
    expect(ranksOf(rows, undefined, { aggregate: 'geometric' })).toEqual([1, 1, 1, 1]);
  });

  test('with gaps that are skipped', () => {
    expect(
      ranksOf(
        [
          [0.1, 0.7, NaN],
          [NaN, 0.1, 0.7],
          [0.4, NaN, 0.4],
        ],
        undefined,
        { missing: 'skip' },
      ),
    ).toEqual([1, 1, 1]);
  });

  test.each([
    ['competition', [1, 1, 3]],
    ['dense', [1, 1, 2]],
    ['average', [1.5, 1.5, 3]],
    ['worst', [2, 2, 3]],
    ['order', [1, 2, 3]],
  ] as const)('%s gives them the ranks of its rule', (ties, expected) => {
    const rows = [
      [0.1, 0.2, 0.3],
      [0.3, 0.2, 0.1],
      [0, 0, 0],
    ];
    expect(ranksOf(rows, undefined, { rank: { ties, over: 'year' } })).toEqual(expected);
  });

  test('law: values of a row in any order tie', () => {
    const value = fc.integer({ min: -999, max: 999 }).map((tenths) => tenths / 10);
    fc.assert(
      fc.property(fc.array(value, { minLength: 2, maxLength: 9 }), fc.integer(), (values, turns) => {
        const turned = values.map((_, place) => values[(place + Math.abs(turns)) % values.length]!);
        expect(ranksOf([values, turned, [...values].reverse()])).toEqual([1, 1, 1]);
      }),
      { numRuns: 50 },
    );
  });
});

describe('different scores have different ranks', () => {
  test('of neighbouring doubles', () => {
    const next = 1 + Number.EPSILON;
    expect(ranksOf([[1], [next], [1 - Number.EPSILON / 2], [next]])).toEqual([3, 1, 4, 1]);
    expect(ranksOf([[-1], [-next], [0], [-0], [5e-324]])).toEqual([4, 5, 2, 2, 1]);
  });

  test('of sums that differ by less than their own rounding', () => {
    const rows = [
      [0.1, 0.2, 0.3],
      [0.3, 0.2, 0.1],
      [0.3, 0.2, 0.1 + 2e-16],
    ];
    expect(ranksOf(rows)).toEqual([2, 2, 1]);
  });

  test('of thousands of equal scores beside a near one only two are computed again', () => {
    const rows = Array.from({ length: 5000 }, (_, row) => (row % 2 === 0 ? [0.1, 0.2, 0.3] : [0.3, 0.2, 0.1]));
    expect(new Set(ranksOf([...rows, [0, 0, 0]]))).toEqual(new Set([1, 5001]));
  });
});

describe('orderRows', () => {
  const double = fc.oneof(
    fc.constantFrom(NaN, 0, -0, 1, -1, 5e-324, -5e-324, 1 + Number.EPSILON, -1 - Number.EPSILON, 1e308, -1e308),
    fc.double({ noDefaultInfinity: true }),
    fc.integer({ min: 0, max: 63 }).map((ulps) => 1 + ulps * Number.EPSILON),
  );

  test('law: from the largest down, equal ones in the order of the data, gaps left out', () => {
    fc.assert(
      fc.property(fc.array(double, { maxLength: 80 }), (values) => {
        const scores = Float64Array.from(values);
        const expected = [...values.keys()]
          .filter((row) => !Number.isNaN(values[row]))
          .sort((a, b) => (values[a]! === values[b]! ? a - b : values[a]! < values[b]! ? 1 : -1));
        expect([...orderRows(scores, null, rankBuffers(values.length))]).toEqual(expected);
        const odd = Int32Array.from([...values.keys()].filter((row) => row % 2 === 1));
        expect([...orderRows(scores, odd, rankBuffers(values.length))]).toEqual(
          expected.filter((row) => row % 2 === 1),
        );
      }),
    );
  });
});
