import { assertThat, randomSource, requireArray, requireFunction, requireObject, requireOptions } from '@indexlab/core';
import { requireLevel } from '../hypothesis-tests/test-row.js';
import { bcaInterval, percentileInterval } from './bootstrap-interval.js';
import { jackknifeValues } from './jackknife.js';
import type { Statistic } from './statistic.js';

/** An estimate with its bootstrap. */
export interface Bootstrap {
  readonly estimate: number;
  /** The mean of the resamples less the estimate. */
  readonly bias: number;
  /** The standard deviation (n - 1) of the resamples. */
  readonly standardError: number;
  /** The ends of the interval asked for. */
  readonly lower: number;
  readonly upper: number;
  readonly interval: 'percentile' | 'bca';
  readonly resamples: number;
  readonly seed: number;
  /** The estimates of the resamples, in the order of their numbers. */
  readonly draws: Float64Array;
}

/** How {@link bootstrap} resamples. */
export interface BootstrapOptions {
  /** 10,000 by default. */
  readonly resamples?: number;
  readonly seed?: number;
  /** `bca`, corrected for bias and acceleration (the default), or `percentile`. */
  readonly interval?: 'percentile' | 'bca';
  /** 0.95 by default. */
  readonly level?: number;
}

/**
 * The bootstrap of a statistic: its values in resamples of the units, drawn with replacement, as many as there are.
 *
 * Resample number i uses `randomSource(seed, i)`, so that no split of the work shows. The interval takes quantiles of
 * type 6; `bca` shifts them by the share of resamples below the estimate and by the acceleration of the jackknife (Efron 1987).
 *
 * @throws IndexlabError when there are fewer than two units, or the statistic is not a finite number in the sample or a
 * resample
 *
 * @example
 * bootstrap([1, 2, 3, 4], (sample) => mean(sample), { resamples: 500 }).estimate // => 2.5
 *
 * Reference: `boot::boot(sample, statistic, R = resamples)` and `boot::boot.ci` in R.
 */
export function bootstrap<Unit>(
  sample: ArrayLike<Unit>,
  statistic: Statistic<Unit>,
  options: BootstrapOptions = {},
): Bootstrap {
  requireArray(sample, 'bootstrap', 'sample');
  requireFunction(statistic, 'bootstrap', 'statistic');
  requireOptions(options, 'bootstrap', {
    resamples: 'a number',
    seed: 'a number',
    interval: ['percentile', 'bca'],
    level: 'a number',
  });
  const { resamples = 10_000, seed = 1, interval = 'bca', level = 0.95 } = options;
  requireLevel(level, 'bootstrap');
  assertThat(
    Number.isInteger(resamples) && resamples >= 2,
    () => `bootstrap requires two or more resamples, got ${resamples}`,
  );
  const units = Array.from(sample);
  assertThat(units.length >= 2, () => `bootstrap requires at least two units, got ${units.length}`);
  const estimate = statistic(units);
  assertThat(
    Number.isFinite(estimate),
    () => `bootstrap requires a statistic that is a finite number, got ${estimate}`,
  );
  const draws = bootstrapBatch({ sample: units, statistic, seed }, 0, resamples);
  const sorted = draws.slice().sort();
  const mean = draws.reduce((sum, value) => sum + value, 0) / resamples;
  const [lower, upper] =
    interval === 'percentile'
      ? percentileInterval(sorted, level)
      : bcaInterval(estimate, sorted, jackknifeValues(units, statistic, 'bootstrap'), level);
  return {
    estimate,
    bias: mean - estimate,
    standardError: Math.sqrt(draws.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (resamples - 1)),
    lower,
    upper,
    interval,
    resamples,
    seed,
    draws,
  };
}

/**
 * The values of a statistic in the resamples number `first` to `first + count - 1`: a pure batch, for one core or many.
 *
 * @throws IndexlabError when the statistic is not a finite number in a resample
 *
 * @example
 * const task = { sample: [1, 2, 3], statistic: (sample) => mean(sample), seed: 1 };
 * bootstrapBatch(task, 0, 5)[3] === bootstrapBatch(task, 3, 1)[0] // => true
 */
export function bootstrapBatch<Unit>(
  task: { sample: readonly Unit[]; statistic: Statistic<Unit>; seed: number },
  first: number,
  count: number,
): Float64Array {
  requireObject(task, 'bootstrapBatch', 'task', ['sample', 'statistic']);
  const { sample, statistic, seed } = task;
  const draws = new Float64Array(count);
  for (let i = 0; i < count; i += 1) {
    const random = randomSource(seed, first + i);
    const value = statistic(sample.map(() => sample[random.integer(sample.length)]!));
    assertThat(
      Number.isFinite(value),
      () => `bootstrap requires a statistic that is a finite number, got ${value} (resample ${first + i})`,
      'Resamples repeat units: the statistic must bear samples with few different ones.',
    );
    draws[i] = value;
  }
  return draws;
}
