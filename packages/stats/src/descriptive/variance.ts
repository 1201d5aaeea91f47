import { dot } from '../linear-algebra/double-column.js';
import { deviations } from './precise.js';
import { presentValues } from './values.js';

/**
 * The sample variance, `sum of (value - mean)^2 / (n - 1)`. Missing values (`NaN`) are left out.
 *
 * @throws IndexlabError when fewer than two values are left, or one lies beyond ±1e150
 *
 * @example
 * variance([1, 2, 3, 4]) // => 5 / 3
 *
 * Reference: `var(values, na.rm = TRUE)` in R.
 */
export function variance(values: ArrayLike<number>): number {
  return sampleVariance(presentValues(values, 'variance', 2));
}

/**
 * The sample standard deviation, the square root of {@link variance} (n - 1). Missing values are left out.
 *
 * @throws IndexlabError when fewer than two values are left, or one lies beyond ±1e150
 *
 * @example
 * standardDeviation([1, 2, 3]) // => 1
 *
 * Reference: `sd(values, na.rm = TRUE)` in R.
 */
export function standardDeviation(values: ArrayLike<number>): number {
  return Math.sqrt(sampleVariance(presentValues(values, 'standardDeviation', 2)));
}

/** The variance (n - 1) of at least two finite values. */
export function sampleVariance(values: Float64Array): number {
  const column = deviations(values);
  return dot(column, column)[0] / (values.length - 1);
}
