import { assertThat } from '@indexlab/core';
import { dot } from '../linear-algebra/double-column.js';
import { deviations, isConstant } from './precise.js';
import { scaleOf } from './scale.js';
import { presentValues } from './values.js';

/**
 * The sample variance, `sum of (value - mean)^2 / (n - 1)`. Missing values (`NaN`) are left out.
 *
 * @throws IndexlabError when fewer than two values are left, one lies beyond ±1e150, or they differ by so little (1e-150)
 * that a square no longer fits a double
 *
 * @example
 * variance([1, 2, 3, 4]) // => 5 / 3
 *
 * Reference: `var(values, na.rm = TRUE)` in R.
 */
export function variance(values: ArrayLike<number>): number {
  return sampleVariance(presentValues(values, 'variance', 2), 'variance');
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
  return sampleDeviation(presentValues(values, 'standardDeviation', 2));
}

/** The variance (n - 1) of at least two finite values. */
export function sampleVariance(values: Float64Array, caller = 'A variance'): number {
  const column = deviations(values);
  const squares = dot(column, column)[0];
  requireSquares(squares, values, caller);
  return squares / (values.length - 1);
}

/** The standard deviation (n - 1) of at least two finite values of any scale. */
export function sampleDeviation(values: Float64Array): number {
  const scale = scaleOf(values);
  return scale * Math.sqrt(sampleVariance(values.map((value) => value / scale)));
}

/** Below this a sum of squares has lost digits, or all of them. */
const leastSquares = 1e-280;

/** Checks that a sum of squared deviations of values kept its digits. */
export function requireSquares(squares: number, values: ArrayLike<number>, caller: string): void {
  assertThat(
    squares > leastSquares || isConstant(values),
    () => `${caller} requires values whose squared differences fit a double, got values such as ${values[0]}`,
    'Take a smaller unit: multiply the values by a power of ten.',
  );
}
