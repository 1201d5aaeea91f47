import { assertThat, requireArray, requireFunction } from '@indexlab/core';
import type { Statistic } from './statistic.js';

/** An estimate with its jackknife. */
export interface Jackknife {
  readonly estimate: number;
  /** `(n - 1) (mean of values - estimate)`. */
  readonly bias: number;
  /** `sqrt((n - 1) / n * sum of (value - mean)^2)`. */
  readonly standardError: number;
  /** The statistic without each unit in turn. */
  readonly values: Float64Array;
}

/**
 * The jackknife of a statistic: its values with one unit left out at a time.
 *
 * @throws IndexlabError when there are fewer than two units, or the statistic is not a finite number
 *
 * @example
 * jackknife([1, 2, 3, 6], (sample) => mean(sample)).standardError.toFixed(12) // => (standardDeviation([1, 2, 3, 6]) / 2).toFixed(12)
 *
 * Reference: `bootstrap::jackknife(sample, statistic)` in R.
 */
export function jackknife<Unit>(sample: ArrayLike<Unit>, statistic: Statistic<Unit>): Jackknife {
  requireArray(sample, 'jackknife', 'sample');
  requireFunction(statistic, 'jackknife', 'statistic');
  const units = Array.from(sample);
  assertThat(units.length >= 2, () => `jackknife requires at least two units, got ${units.length}`);
  const estimate = statistic(units);
  assertThat(
    Number.isFinite(estimate),
    () => `jackknife requires a statistic that is a finite number, got ${estimate}`,
  );
  const values = jackknifeValues(units, statistic, 'jackknife');
  const n = units.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { estimate, bias: (n - 1) * (mean - estimate), standardError: Math.sqrt(((n - 1) / n) * squares), values };
}

/** The statistic without each unit in turn, checked. */
export function jackknifeValues<Unit>(
  units: readonly Unit[],
  statistic: Statistic<Unit>,
  caller: string,
): Float64Array {
  return Float64Array.from(units, (_, left) => {
    const value = statistic(units.filter((__, i) => i !== left));
    assertThat(
      Number.isFinite(value),
      () => `${caller} requires a statistic that is a finite number, got ${value} (without unit ${left + 1})`,
    );
    return value;
  });
}
