import { assertThat, randomSource, requireObject, requireOptions } from '@indexlab/core';
import { requireLevel } from '../hypothesis-tests/test-row.js';
import { percentileInterval } from '../resampling/bootstrap-interval.js';
import { giniOfSorted } from './gini.js';
import { sortedSizes, sumOf } from './sizes.js';

/** A Gini coefficient with its bootstrap. */
export interface GiniBootstrap {
  readonly estimate: number;
  /** The standard deviation (n - 1) of the resamples. */
  readonly standardError: number;
  readonly lower: number;
  readonly upper: number;
  readonly resamples: number;
  readonly seed: number;
  readonly n: number;
}

/** How {@link giniBootstrap} resamples. */
export interface GiniBootstrapOptions {
  /** 10,000 by default. */
  readonly resamples?: number;
  /** 1 by default. */
  readonly seed?: number;
  /** The level of the percentile interval, 0.95 by default. */
  readonly level?: number;
  /** `true` for {@link giniUnbiased}, the convention n (n - 1); `false` by default. */
  readonly unbiased?: boolean;
}

/**
 * The Gini coefficient with its standard error and percentile interval from a bootstrap of units: each resample draws n
 * of them with replacement. Resample number i uses `randomSource(seed, i)`, so that the split into batches never shows.
 *
 * The interval holds for units that are a sample; for a whole country it says how far the coefficient rests on
 * single units. Missing values (`NaN`) are left out.
 *
 * @throws IndexlabError when fewer than two values are left, one is negative, or all are zero
 *
 * @example
 * giniBootstrap([1, 2, 3, 4], { resamples: 200 }).estimate // => 1 / 4
 *
 * Reference: `boot::boot(values, function(v, i) ineq::Gini(v[i]), R = resamples)` in R.
 */
export function giniBootstrap(values: ArrayLike<number>, options: GiniBootstrapOptions = {}): GiniBootstrap {
  requireOptions(options, 'giniBootstrap', {
    resamples: 'a number',
    seed: 'a number',
    level: 'a number',
    unbiased: 'true or false',
  });
  const { resamples = 10_000, seed = 1, level = 0.95, unbiased = false } = options;
  requireLevel(level, 'giniBootstrap');
  assertThat(
    Number.isInteger(resamples) && resamples >= 2,
    () => `giniBootstrap requires two or more resamples, got ${resamples}`,
  );
  const sizes = sortedSizes(values, 'giniBootstrap');
  const n = sizes.length;
  assertThat(n >= 2, () => `giniBootstrap requires at least two values, got ${n}`);
  const factor = unbiased ? n / (n - 1) : 1;
  const draws = giniBootstrapBatch({ sizes, seed }, 0, resamples).map((value) => value * factor);
  const mean = sumOf(draws) / resamples;
  const standardError = Math.sqrt(draws.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (resamples - 1));
  const [lower, upper] = percentileInterval(draws.sort(), level);
  return { estimate: giniOfSorted(sizes) * factor, standardError, lower, upper, resamples, seed, n };
}

/**
 * The Gini coefficients (n) of the resamples number `first` to `first + count - 1`: a pure batch, for one core or many.
 *
 * A resample is how often each unit was drawn, so that nothing is sorted again; one of zeros only counts as equal.
 *
 * @param task values in ascending order, none negative, and the seed
 *
 * @example
 * const task = { sizes: new Float64Array([1, 2, 3]), seed: 1 };
 * giniBootstrapBatch(task, 0, 5)[3] === giniBootstrapBatch(task, 3, 1)[0] // => true
 */
export function giniBootstrapBatch(
  task: { sizes: Float64Array; seed: number },
  first: number,
  count: number,
): Float64Array {
  requireObject(task, 'giniBootstrapBatch', 'task', ['sizes']);
  const { sizes, seed } = task;
  const n = sizes.length;
  const coefficients = new Float64Array(count);
  const times = new Int32Array(n);
  for (let i = 0; i < count; i += 1) {
    const random = randomSource(seed, first + i);
    times.fill(0);
    for (let draw = 0; draw < n; draw += 1) times[random.integer(n)]! += 1;
    let [total, weighted, before] = [0, 0, 0];
    for (let unit = 0; unit < n; unit += 1) {
      const drawn = times[unit]!;
      const size = sizes[unit]! * drawn;
      total += size;
      weighted += size * (2 * before + drawn - n);
      before += drawn;
    }
    coefficients[i] = total === 0 ? 0 : Math.max(0, weighted / (n * total));
  }
  return coefficients;
}
