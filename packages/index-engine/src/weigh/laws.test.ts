import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as weigh from './index.js';

type Method = (columns: readonly Float64Array[]) => readonly number[];

const methods: Record<string, Method> = {
  entropyWeights: weigh.entropyWeights,
  criticWeights: weigh.criticWeights,
  merecWeights: weigh.merecWeights,
  standardDeviationWeights: weigh.standardDeviationWeights,
  'balancedWeights by variance': (columns) => weigh.balancedWeights(columns, { balance: 'variance' }).varianceShares,
};

/** Three to six units, two to four columns of positive values that vary. */
const columns = fc
  .tuple(fc.integer({ min: 2, max: 4 }), fc.integer({ min: 5, max: 9 }))
  .chain(([width, height]) =>
    fc.array(fc.array(fc.integer({ min: 1, max: 99 }), { minLength: height, maxLength: height }), {
      minLength: width,
      maxLength: width,
    }),
  )
  .filter((lists) => lists.every((list) => new Set(list).size > 2))
  .filter((lists) =>
    lists.every((list, a) => lists.every((other, b) => b >= a || Math.abs(cosine(list, other)) < 0.99)),
  )
  .map((lists) => lists.map((list) => Float64Array.from(list)));

/** The correlation of two lists. */
function cosine(a: readonly number[], b: readonly number[]): number {
  const center = (list: readonly number[]): number[] =>
    list.map((value) => value - list.reduce((sum, x) => sum + x, 0) / list.length);
  const dot = (x: readonly number[], y: readonly number[]): number =>
    x.reduce((sum, value, i) => sum + value * y[i]!, 0);
  const [x, y] = [center(a), center(b)];
  return dot(x, y) / Math.sqrt(dot(x, x) * dot(y, y));
}

const expectNear = (computed: readonly number[], expected: readonly number[]): void =>
  computed.forEach((value, index) => expect(value).toBeCloseTo(expected[index]!, 10));

describe('laws of weights from data', () => {
  test.each(Object.entries(methods))('%s gives weights of zero or more that sum to one', (_, method) => {
    fc.assert(
      fc.property(columns, (data) => {
        const weights = method(data);
        expect(weights.every((weight) => weight >= 0)).toBe(true);
        expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
      }),
    );
  });

  test.each(Object.entries(methods))('%s does not depend on the units of the columns', (_, method) => {
    fc.assert(
      fc.property(columns, (data) => {
        expectNear(method(data.map((column, index) => column.map((value) => value * 10 ** index))), method(data));
      }),
    );
  });

  test.each(Object.entries(methods))('%s permutes with the columns and takes units in any order', (_, method) => {
    fc.assert(
      fc.property(columns, (data) => {
        const turned = [...data].reverse().map((column) => column.slice().reverse());
        expectNear([...method(turned)].reverse(), method(data));
      }),
    );
  });

  test('balancedWeights gives each column the declared share of the variance', () => {
    fc.assert(
      fc.property(columns, (data) => {
        const targets = data.map((_, index) => index + 1);
        const total = targets.reduce((sum, target) => sum + target, 0);
        const { varianceShares } = weigh.balancedWeights(data, { balance: 'variance', targets });
        expectNear(
          varianceShares,
          targets.map((target) => target / total),
        );
      }),
    );
  });

  test('a score of benefit of the doubt lies from 0 to 1, someone reaches 1, and it does not depend on units', () => {
    fc.assert(
      fc.property(columns, (data) => {
        const { scores, weights, shares } = weigh.benefitOfTheDoubt(data);
        expect(Math.max(...scores)).toBe(1);
        scores.forEach((score, row) => {
          expect(data.reduce((sum, column, index) => sum + weights[index]![row]! * column[row]!, 0)).toBeCloseTo(
            score,
            12,
          );
          expect(shares.reduce((sum, share) => sum + share[row]!, 0)).toBeCloseTo(1, 12);
        });
        expectNear(
          [...weigh.benefitOfTheDoubt(data.map((column) => column.map((value) => value * 1000))).scores],
          [...scores],
        );
      }),
      { numRuns: 30 },
    );
  });

  test('tighter bounds never raise a score of benefit of the doubt', () => {
    fc.assert(
      fc.property(columns, (data) => {
        const free = weigh.benefitOfTheDoubt(data).scores;
        const bound = weigh.benefitOfTheDoubt(data, { shares: [0.1, 0.8] }).scores;
        const tight = weigh.benefitOfTheDoubt(data, { shares: [0.2, 0.6] }).scores;
        free.forEach((score, row) => {
          expect(bound[row]).toBeLessThanOrEqual(score);
          expect(tight[row]).toBeLessThanOrEqual(bound[row]!);
        });
      }),
      { numRuns: 30 },
    );
  });
});
