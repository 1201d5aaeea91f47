import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { borda, copeland, kemeny, medianValue } from './index.js';
import { wholeWeights } from './whole-weights.js';

const column = (...values: number[]): Float64Array => Float64Array.from(values);

/** Values of few kinds and whole weights of few kinds: ties everywhere. */
const problems = fc
  .record({ units: fc.integer({ min: 2, max: 5 }), columns: fc.integer({ min: 1, max: 6 }) })
  .chain(({ units, columns }) =>
    fc.record({
      weights: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: columns, maxLength: columns }),
      values: fc.array(fc.array(fc.integer({ min: 0, max: 3 }), { minLength: units, maxLength: units }), {
        minLength: columns,
        maxLength: columns,
      }),
    }),
  );

/** The same weights as they come: whole, as shares of their sum, as decimals, and times a factor that doubles round. */
const written: Record<string, (weights: readonly number[]) => number[]> = {
  whole: (weights) => [...weights],
  shares: (weights) => weights.map((weight) => weight / weights.reduce((sum, one) => sum + one)),
  decimals: (weights) => weights.map((weight) => weight / 10),
  thirds: (weights) => weights.map((weight) => weight / 3),
  printed: (weights) => weights.map((weight) => Number((weight * 0.0123).toFixed(4))),
};

function margins(values: readonly (readonly number[])[], weights: readonly number[]): number[][] {
  const units = values[0]!.keys();
  return [...units].map((a) =>
    [...values[0]!.keys()].map((b) =>
      values.reduce((sum, own, index) => sum + weights[index]! * Math.sign(own[a]! - own[b]!), 0),
    ),
  );
}

function permutations(items: readonly number[]): number[][] {
  if (items.length <= 1) return [[...items]];
  return items.flatMap((first) => permutations(items.filter((item) => item !== first)).map((rest) => [first, ...rest]));
}

/** The mean number of units below, over all orders that contradict the columns least. */
function kemenyByForce(values: readonly (readonly number[])[], weights: readonly number[]): number[] {
  const margin = margins(values, weights);
  const units = [...values[0]!.keys()];
  const orders = permutations(units).map((order) => {
    let cost = 0;
    for (let high = 0; high < order.length; high += 1)
      for (let low = high + 1; low < order.length; low += 1) cost += Math.max(0, margin[order[low]!]![order[high]!]!);
    return { order, cost };
  });
  const least = Math.min(...orders.map(({ cost }) => cost));
  const best = orders.filter(({ cost }) => cost === least);
  return units.map(
    (unit) => best.reduce((sum, { order }) => sum + units.length - 1 - order.indexOf(unit), 0) / best.length,
  );
}

describe.each(Object.entries(written))('weights written as %s', (_, write) => {
  test('copeland decides no tie', () => {
    fc.assert(
      fc.property(problems, ({ values, weights }) => {
        const expected = margins(values, weights).map((row) => row.reduce((sum, margin) => sum + Math.sign(margin), 0));
        expect([
          ...copeland(
            values.map((own) => column(...own)),
            write(weights),
          ),
        ]).toEqual(expected);
      }),
      { numRuns: 40 },
    );
  });

  test('kemeny is the mean over all orders of least cost', () => {
    fc.assert(
      fc.property(problems, ({ values, weights }) => {
        expect([
          ...kemeny(
            values.map((own) => column(...own)),
            write(weights),
          ),
        ]).toEqual(kemenyByForce(values, weights));
      }),
      { numRuns: 40 },
    );
  });

  test('borda gives the same score for the same points', () => {
    fc.assert(
      fc.property(problems, ({ values, weights }) => {
        const total = weights.reduce((sum, weight) => sum + weight);
        // Twice the points, a whole number: a half for a tie.
        const points = margins(values, weights).map((row) => row.reduce((sum, margin) => sum + margin, 0));
        const expected = points.map((sum) => (sum + total * (points.length - 1)) / (2 * total));
        expect([
          ...borda(
            values.map((own) => column(...own)),
            write(weights),
          ),
        ]).toEqual(expected);
      }),
      { numRuns: 40 },
    );
  });
});

test('one and one and one are three', () => {
  const votes = [column(1, 0), column(1, 0), column(1, 0), column(0, 1)];
  expect(copeland(votes, [1, 1, 1, 3])).toEqual(column(0, 0));
  expect(kemeny(votes, [1, 1, 1, 3])).toEqual(column(0.5, 0.5));
  expect(medianValue([column(1), column(2), column(3), column(9)], [1 / 6, 1 / 6, 1 / 6, 3 / 6])).toEqual(column(6));
});

test.each([
  [[0.1, 0.2, 0.3], '1 2 3'],
  [[1 / 6, 1 / 3, 1 / 2], '1 2 3'],
  [[0.1 + 0.2, 0.3], '1 1'],
  [[0.27, 0.73], '27 73'],
  [[2769 / 10001, 7232 / 10001], '2769 7232'],
  [[0.123456789012345, 0.24691357802469], '1 2'],
  [[2 ** 53 - 1, 1], '9007199254740991 1'],
  [[5], '1'],
])('the weights %j are whole numbers as %s', (weights, whole) => {
  expect(wholeWeights(weights).join(' ')).toBe(whole);
});

test('weights of any size keep their order', () => {
  const votes = [column(1, 0), column(0, 1), column(0, 1)];
  expect(copeland(votes, [1, 1e-300, 1e-300])).toEqual(column(1, -1));
  expect(copeland(votes, [Math.PI, Math.PI / 2, Math.PI / 2])).toEqual(column(0, 0));
  expect(kemeny(votes, [Math.PI, Math.PI / 3, Math.PI / 3])).toEqual(column(1, 0));
  expect(borda(votes, [Math.PI, Math.PI / 2, Math.PI / 2])).toEqual(column(0.5, 0.5));
});
