import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { correctDigits, worstDigits } from '../correct-digits.js';
import { mean, median, standardDeviation } from '../descriptive/index.js';
import {
  bcaInterval,
  bootstrap,
  bootstrapBatch,
  jackknife,
  percentileInterval,
  permutationBatch,
  permutationTest,
} from './index.js';

const reference = JSON.parse(readFileSync(new URL('../../references/resampling.json', import.meta.url), 'utf8')) as {
  sample: number[];
  estimate: number;
  draws: number[];
  leftOut: number[];
  percentile: [number, number];
  bca: [number, number];
  exactMedian: { sample: number[]; mean: number; standardDeviation: number };
  permutation: { x: number[]; y: number[]; pValue: number };
};
const variation = (sample: readonly number[]): number => standardDeviation(sample) / mean(sample);

describe('as boot in R', () => {
  const sorted = Float64Array.from(reference.draws).sort();

  test('the percentile interval of its resamples', () => {
    // With 1,999 resamples the ends are the 50th from below and above.
    expect(worstDigits(percentileInterval(sorted, 0.95), reference.percentile)).toBeGreaterThan(13);
  });

  test('the BCa interval of its resamples, to the neighbours between which the two interpolate', () => {
    const interval = bcaInterval(reference.estimate, sorted, Float64Array.from(reference.leftOut), 0.95);
    interval.forEach((end, i) => {
      const above = sorted.findIndex((value) => value > reference.bca[i]!);
      expect(end).toBeGreaterThanOrEqual(sorted[above - 1]!);
      expect(end).toBeLessThanOrEqual(sorted[above]!);
    });
  });

  test('the jackknife', () => {
    const { values, standardError, bias } = jackknife(reference.sample, variation);
    expect(worstDigits(values, reference.leftOut)).toBeGreaterThan(13);
    const n = reference.sample.length;
    const center = mean(reference.leftOut);
    expect(correctDigits(bias, (n - 1) * (center - reference.estimate))).toBeGreaterThan(11);
    expect(
      correctDigits(standardError, (standardDeviation(reference.leftOut) * (n - 1)) / Math.sqrt(n)),
    ).toBeGreaterThan(12);
  });

  test('a bootstrap of its own, to the noise of resampling', () => {
    const ours = bootstrap(reference.sample, variation, { interval: 'percentile' });
    const spread = standardDeviation(reference.draws);
    expect(Math.abs(ours.standardError - spread)).toBeLessThan(4 * spread * Math.sqrt(1 / 20_000 + 1 / 4000));
    // The 2.5 % quantile of 1,999 resamples has a standard error of about 0.06 of theirs.
    expect(Math.abs(ours.lower - reference.percentile[0])).toBeLessThan(4 * 0.06 * spread);
    expect(Math.abs(ours.upper - reference.percentile[1])).toBeLessThan(4 * 0.06 * spread);
  });
});

test('resampling tends to the bootstrap over all resamples', () => {
  const { sample, mean: center, standardDeviation: spread } = reference.exactMedian;
  const { estimate, bias, standardError } = bootstrap(sample, (values) => median(values), { resamples: 20_000 });
  expect(Math.abs(estimate + bias - center)).toBeLessThan((4 * spread) / Math.sqrt(20_000));
  expect(Math.abs(standardError - spread)).toBeLessThan((4 * spread) / Math.sqrt(20_000));
});

test('a permutation test tends to that over all divisions', () => {
  const { x, y, pValue } = reference.permutation;
  const computed = permutationTest(x, y, { permutations: 20_000 });
  expect(Math.abs(computed.pValue - pValue)).toBeLessThan(4 * Math.sqrt((pValue * (1 - pValue)) / 20_000));
  expect(permutationTest(y, x, { permutations: 500 }).statistic).toBe(-computed.statistic);
});

describe('draws are numbered', () => {
  const task = { sample: reference.sample, statistic: variation, seed: 9 };
  const permutation = {
    values: Float64Array.from(reference.sample),
    size: 10,
    statistic: (x: Float64Array) => mean(x),
    seed: 9,
  };

  test('so that the split into batches does not show', () => {
    for (const batch of [
      (first: number, count: number) => bootstrapBatch(task, first, count),
      (first: number, count: number) => permutationBatch(permutation, first, count),
    ]) {
      expect(batch(0, 30)).toEqual(Float64Array.of(...batch(0, 11), ...batch(11, 19)));
    }
  });

  test('and a seed gives them again', () => {
    const of = (seed: number): Float64Array => bootstrap(reference.sample, variation, { resamples: 50, seed }).draws;
    expect(of(1)).toEqual(of(1));
    expect(of(1)).not.toEqual(of(2));
  });
});

describe('what cannot be computed is an error', () => {
  test.each([
    ['one unit', () => bootstrap([1], () => 1), 'bootstrap requires at least two units, got 1'],
    [
      'a statistic that fails in a resample',
      () => bootstrap([1, 2], (sample) => Math.log(new Set(sample).size - 1.5)),
      'got NaN (resample ',
    ],
    [
      'a statistic that fails',
      () => jackknife([1, 2], () => NaN),
      'jackknife requires a statistic that is a finite number, got NaN',
    ],
    ['an empty sample', () => permutationTest([], [1]), 'permutationTest requires at least 1 value, got 0'],
  ])('%s', (_what, compute, message) => expect(compute).toThrow(message));
});
