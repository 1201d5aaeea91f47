import { assertThat } from '@indexlab/core';
import { meanLogDeviationOf, theilOf } from './entropy.js';
import { giniOfSorted } from './gini.js';
import { weightedSizes } from './weighted-sizes.js';

/**
 * The Gini coefficient of a population in groups: each value, such as income per head of a city, counts as often as its
 * weight says, `sum over i, j of w[i] w[j] |x[i] - x[j]| / (2 W^2 mean)` with W the sum of weights and the weighted mean.
 *
 * Weights of whole numbers give {@link gini} of the values repeated so often. Rows without a value, or with weight zero or
 * none, are left out.
 *
 * @throws IndexlabError when no value is left, one or a weight is negative, all are zero, or lengths differ
 *
 * @example
 * weightedGini([1, 3], [3, 1]) // => 1 / 4
 *
 * Reference: `laeken::gini(values, weights)` in R has another convention in small samples; `dineq::gini.wtd(x, weights)`.
 */
export function weightedGini(values: ArrayLike<number>, weights: ArrayLike<number>): number {
  const weighted = weightedSizes(values, weights, 'weightedGini');
  return giniOfSorted(weighted.sizes, weighted.weights);
}

/**
 * Theil's T index with weights, `sum of w / W * x / mean * log(x / mean)`, a zero counting 0.
 *
 * @throws IndexlabError as {@link weightedGini}
 *
 * @example
 * weightedTheil([0, 1], [3, 1]) // => Math.log(4)
 *
 * Reference: `dineq::theil.wtd(x, weights)` in R.
 */
export function weightedTheil(values: ArrayLike<number>, weights: ArrayLike<number>): number {
  const weighted = weightedSizes(values, weights, 'weightedTheil');
  return theilOf(weighted.sizes, weighted.weights);
}

/**
 * The mean log deviation with weights, `sum of w / W * log(mean / x)`.
 *
 * @throws IndexlabError as {@link weightedGini}, and for a zero among the values
 *
 * @example
 * weightedMeanLogDeviation([1, 3], [1, 1]) // => (Math.log(2) + Math.log(2 / 3)) / 2
 *
 * Reference: `dineq::mld.wtd(x, weights)` in R.
 */
export function weightedMeanLogDeviation(values: ArrayLike<number>, weights: ArrayLike<number>): number {
  const weighted = weightedSizes(values, weights, 'weightedMeanLogDeviation');
  assertThat(
    weighted.sizes[0]! > 0,
    'weightedMeanLogDeviation requires values above zero, got a zero',
    'Use weightedTheil, which takes zeros.',
  );
  return meanLogDeviationOf(weighted.sizes, weighted.weights);
}
