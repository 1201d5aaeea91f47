import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { correctDigits } from '../correct-digits.js';
import {
  autocorrelation,
  describeColumns,
  kurtosis,
  mean,
  median,
  type MomentType,
  quantile,
  type QuantileType,
  ranks,
  skewness,
  standardDeviation,
  type TieRule,
  variance,
} from './index.js';

const references = new URL('../../references/', import.meta.url);
const read = (path: string): unknown => JSON.parse(readFileSync(new URL(path, references), 'utf8'));
const numbers = (values: (number | null)[]): number[] => values.map((value) => value ?? NaN);

interface NistSet {
  dataset: string;
  certified: { mean: number; sd: number; autocorr1: number };
  ceiling: { mean: number; sd: number; autocorr1: number };
  data: { y: number[] };
}
const nistSets = readdirSync(new URL('nist/', references))
  .filter((name) => name.startsWith('univ_'))
  .map((name) => read(`nist/${name}`) as NistSet);

describe.each(nistSets)('NIST $dataset', ({ data, certified, ceiling }) => {
  const computed = { mean: mean(data.y), sd: standardDeviation(data.y), autocorr1: autocorrelation(data.y) };
  test.each(['mean', 'sd', 'autocorr1'] as const)('%s is right to what the doubles of the data allow', (name) => {
    expect(correctDigits(computed[name], certified[name])).toBeGreaterThanOrEqual(Math.min(13, ceiling[name] - 0.5));
  });
});

interface Sample {
  values: (number | null)[];
  mean: number;
  variance: number;
  standardDeviation: number;
  median: number;
  autocorrelation: number[];
  skewness: number[];
  kurtosis: number[];
  quantiles: number[][];
  ranks: Record<TieRule, (number | null)[]>;
}
const reference = read('descriptive.json') as { probabilities: number[]; samples: Record<string, Sample> };

describe.each(Object.entries(reference.samples))('as R on the sample %s', (_name, sample) => {
  const values = numbers(sample.values);
  const present = values.filter((value) => !Number.isNaN(value));

  test('mean, variance, standard deviation and median ignore missing values', () => {
    expect(correctDigits(mean(values), sample.mean)).toBeGreaterThan(15);
    expect(correctDigits(variance(values), sample.variance)).toBeGreaterThan(14);
    expect(correctDigits(standardDeviation(values), sample.standardDeviation)).toBeGreaterThan(14);
    expect(median(values)).toBe(sample.median);
  });

  test('autocorrelation at lags 1 and 2', () => {
    sample.autocorrelation.forEach((expected, i) => {
      expect(correctDigits(autocorrelation(present, i + 1), expected)).toBeGreaterThan(13);
    });
  });

  test('skewness and kurtosis of all three types', () => {
    for (const type of [1, 2, 3] as MomentType[]) {
      expect(correctDigits(skewness(values, type), sample.skewness[type - 1]!)).toBeGreaterThan(13);
      expect(correctDigits(kurtosis(values, type), sample.kurtosis[type - 1]!)).toBeGreaterThan(13);
    }
  });

  test('quantiles of all nine types', () => {
    sample.quantiles.forEach((expected, i) =>
      reference.probabilities.forEach((probability, j) => {
        expect(correctDigits(quantile(values, probability, (i + 1) as QuantileType), expected[j]!)).toBeGreaterThan(14);
      }),
    );
  });

  test('ranks by every rule for ties', () => {
    for (const [ties, expected] of Object.entries(sample.ranks)) {
      expect([...ranks(values, { ties: ties as TieRule })]).toEqual(numbers(expected));
    }
  });
});

const samples = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 4, maxLength: 40 });

describe('laws', () => {
  test('the mean of values and of their reverse is one number', () => {
    // Printed decimals up to a million: no cancellation beyond what two doubles hold.
    const printed = fc.array(
      fc.integer({ min: -1e9, max: 1e9 }).map((thousandths) => thousandths / 1000),
      { minLength: 4, maxLength: 40 },
    );
    fc.assert(
      fc.property(printed, (values) => {
        expect(mean(values)).toBe(mean([...values].reverse()));
      }),
    );
  });

  test('every quantile lies between the values around it and grows with the probability', () => {
    fc.assert(
      fc.property(
        samples,
        fc.integer({ min: 1, max: 9 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (values, type, p) => {
          const at = quantile(values, p, type as QuantileType);
          expect(at).toBeGreaterThanOrEqual(Math.min(...values));
          expect(at).toBeLessThanOrEqual(quantile(values, 1, type as QuantileType));
          expect(quantile(values, p / 2, type as QuantileType)).toBeLessThanOrEqual(at);
        },
      ),
    );
  });

  test('average ranks add up to n (n + 1) / 2, and descending ranks mirror ascending ones', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 30 }), (values) => {
        const n = values.length;
        const ascending = ranks(values);
        expect(ascending.reduce((sum, rank) => sum + rank, 0)).toBe((n * (n + 1)) / 2);
        expect(ranks(values, { order: 'descending' })).toEqual(ascending.map((rank) => n + 1 - rank));
      }),
    );
  });
});

describe('what cannot be computed is an error', () => {
  test.each([
    ['no value', () => mean([NaN]), 'mean requires at least 1 value, got 0'],
    ['an infinite value', () => mean([1, Infinity]), 'got Infinity (row 2)'],
    ['one value', () => variance([3]), 'variance requires at least 2 values, got 1'],
    ['equal values', () => skewness([2, 2, 2]), 'skewness requires values that differ, got 3 times 2'],
    [
      'a gap in a series',
      () => autocorrelation([1, NaN, 2]),
      'autocorrelation requires a series without gaps, got 1 missing of 3',
    ],
    [
      'a lag that leaves no pair',
      () => autocorrelation([1, 2], 2),
      'autocorrelation requires a lag from 1 to 1, got 2',
    ],
    [
      'a percentile for a probability',
      () => quantile([1, 2], 25),
      'quantile requires a probability from 0 to 1, got 25',
    ],
  ])('%s', (_what, compute, message) => expect(compute).toThrow(message));
});

test('describeColumns counts missing values and leaves out what a constant column has not', () => {
  const [row] = describeColumns({ same: [2, 2, null, 2, 2] });
  expect(row).toMatchObject({
    column: 'same',
    n: 4,
    missing: 1,
    mean: 2,
    standardDeviation: 0,
    skewness: null,
    kurtosis: null,
  });
});
