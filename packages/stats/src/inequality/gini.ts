import { assertThat } from '@indexlab/core';
import { meanOf, sortedSizes, sumOf } from './sizes.js';

/**
 * The Gini coefficient of the population that the values are: half the mean absolute difference of all n^2 pairs over
 * the mean, `sum of (2 i - n - 1) value[i] / (n * sum of values)` with values in ascending order, i from 1.
 *
 * 0 when all are equal, (n - 1) / n when one has everything. Missing values (`NaN`) are left out. The convention of a
 * sample, which divides by n (n - 1) pairs, is {@link giniUnbiased}.
 *
 * @throws IndexlabError when no value is left, one is negative, or all are zero
 *
 * @example
 * gini([1, 2, 3, 4]) // => 1 / 4
 *
 * Reference: `ineq::Gini(values)` in R, `DescTools::Gini(values, unbiased = FALSE)`.
 */
export function gini(values: ArrayLike<number>): number {
  return giniOfSorted(sortedSizes(values, 'gini'));
}

/**
 * The Gini coefficient of a sample, {@link gini} times n / (n - 1): 1 when one unit has everything.
 *
 * @throws IndexlabError when fewer than two values are left, one is negative, or all are zero
 *
 * @example
 * giniUnbiased([1, 2, 3, 4]) // => 1 / 3
 *
 * Reference: `ineq::Gini(values, corr = TRUE)` in R.
 */
export function giniUnbiased(values: ArrayLike<number>): number {
  const sizes = sortedSizes(values, 'giniUnbiased');
  const n = sizes.length;
  assertThat(n >= 2, () => `giniUnbiased requires at least two values, got ${n}`);
  return (giniOfSorted(sizes) * n) / (n - 1);
}

/** The Gini coefficient of sorted sizes, where told with the weight of each. */
export function giniOfSorted(sizes: Float64Array, weights: Float64Array | null = null): number {
  const n = sizes.length;
  const whole = weights === null ? n : sumOf(weights);
  let [below, sum] = [0, 0];
  for (let i = 0; i < n; i += 1) {
    const weight = weights === null ? 1 : weights[i]!;
    // The ranks add up to zero: less the smallest, close sizes keep their digits.
    sum += weight * (2 * below + weight - whole) * (sizes[i]! - sizes[0]!);
    below += weight;
  }
  // Rounding may leave a trace below zero when all are equal.
  return Math.max(0, sum / whole / (whole * meanOf(sizes, weights)));
}
