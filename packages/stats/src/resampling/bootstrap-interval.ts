import { requireArray } from '@indexlab/core';
import { quantileOfSorted } from '../descriptive/quantile.js';
import { scaleOf } from '../descriptive/scale.js';
import { normalCumulative, normalQuantile, normalUpperQuantile } from '../distributions/index.js';
import { requireLevel } from '../hypothesis-tests/test-row.js';

/**
 * The interval between two quantiles (type 6) of bootstrap estimates in ascending order.
 *
 * @example
 * percentileInterval(Float64Array.from({ length: 99 }, (_, i) => i + 1), 0.9).map(Math.round) // => [5, 95]
 *
 * Reference: `boot::boot.ci(draws, type = "perc")` in R.
 */
export function percentileInterval(sorted: Float64Array, level: number): [number, number] {
  requireArray(sorted, 'percentileInterval', 'sorted');
  requireLevel(level, 'percentileInterval');
  return [quantileOfSorted(sorted, (1 - level) / 2, 6), quantileOfSorted(sorted, (1 + level) / 2, 6)];
}

/**
 * Efron's interval, corrected for bias and acceleration: z0 from the share of bootstrap estimates below the estimate (equal ones
 * half), the acceleration from the estimates without one row each.
 *
 * @param sorted bootstrap estimates in ascending order
 * @param jackknife the estimates without one row each
 *
 * @example
 * const draws = Float64Array.from({ length: 99 }, (_, i) => i + 1);
 * bcaInterval(50, draws, new Float64Array([1, 2, 3]), 0.9).map(Math.round) // => [5, 95]
 *
 * Reference: `boot::boot.ci(draws, type = "bca")` in R.
 */
export function bcaInterval(
  estimate: number,
  sorted: Float64Array,
  jackknife: Float64Array,
  level: number,
): [number, number] {
  requireArray(sorted, 'bcaInterval', 'sorted');
  requireArray(jackknife, 'bcaInterval', 'jackknife');
  const draws = sorted.length;
  const below = sorted.reduce((count, value) => count + (value < estimate ? 1 : value === estimate ? 0.5 : 0), 0);
  const bias = normalQuantile(Math.min(Math.max(below, 0.5), draws - 0.5) / draws);
  const mean = jackknife.reduce((sum, value) => sum + value, 0) / jackknife.length;
  const deviations = jackknife.map((value) => mean - value);
  const scale = scaleOf(deviations);
  const squares = deviations.reduce((sum, value) => sum + (value / scale) ** 2, 0);
  const cubes = deviations.reduce((sum, value) => sum + (value / scale) ** 3, 0);
  const acceleration = squares === 0 ? 0 : cubes / (6 * squares ** 1.5);
  const corrected = (z: number): number => normalCumulative(bias + (bias + z) / (1 - acceleration * (bias + z)));
  const z = normalUpperQuantile((1 - level) / 2);
  return [quantileOfSorted(sorted, corrected(-z), 6), quantileOfSorted(sorted, corrected(z), 6)];
}
