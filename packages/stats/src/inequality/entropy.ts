import { assertThat } from '@indexlab/core';
import { meanOf, sizesOf } from './sizes.js';

/**
 * Theil's T index, `mean of (value / mean) log(value / mean)`, natural logarithm, a zero counting 0.
 *
 * 0 when all are equal, log(n) when one has everything. Missing values (`NaN`) are left out.
 *
 * @throws IndexlabError when no value is left, one is negative, or all are zero
 *
 * @example
 * theil([0, 0, 0, 1]) // => Math.log(4)
 *
 * Reference: `ineq::Theil(values, parameter = 0)` in R (which drops zeros without counting them).
 */
export function theil(values: ArrayLike<number>): number {
  return theilOf(sizesOf(values, 'theil'));
}

/**
 * The mean log deviation (Theil's L), `mean of log(mean / value)`, natural logarithm.
 *
 * 0 when all are equal; not defined with a zero among the values. Missing values (`NaN`) are left out.
 *
 * @throws IndexlabError when no value is left, or one is not positive
 *
 * @example
 * meanLogDeviation([1, 3]) // => (Math.log(2) + Math.log(2 / 3)) / 2
 *
 * Reference: `ineq::Theil(values, parameter = 1)` in R.
 */
export function meanLogDeviation(values: ArrayLike<number>): number {
  const sizes = sizesOf(values, 'meanLogDeviation');
  const zeros = sizes.filter((value) => value === 0).length;
  assertThat(
    zeros === 0,
    () => `meanLogDeviation requires values above zero, got ${zeros} zeros of ${sizes.length}`,
    'Use theil, which takes zeros.',
  );
  return meanLogDeviationOf(sizes);
}

/**
 * Atkinson's index: the share of the total that could be given up, were the rest spread evenly, at inequality aversion
 * epsilon, `1 - (mean of (value / mean)^(1 - epsilon))^(1 / (1 - epsilon))`; for epsilon 1, `1 - geometric mean / mean`.
 *
 * Between 0 and 1; with a zero among the values and epsilon of at least 1 it is 1. Missing values (`NaN`) are left out.
 *
 * @param epsilon above zero
 * @throws IndexlabError when no value is left, one is negative, all are zero, or epsilon is not above zero
 *
 * @example
 * atkinson([1, 4], 0.5).toFixed(12) // => '0.100000000000'
 *
 * Reference: `ineq::Atkinson(values, parameter = epsilon)` in R.
 */
export function atkinson(values: ArrayLike<number>, epsilon: number): number {
  const sizes = sizesOf(values, 'atkinson');
  assertThat(epsilon > 0 && epsilon < Infinity, () => `atkinson requires an epsilon above zero, got ${epsilon}`);
  return atkinsonOf(sizes, epsilon);
}

/** Atkinson's index of checked sizes, where told weighted. */
export function atkinsonOf(sizes: Float64Array, epsilon: number, weights: Float64Array | null = null): number {
  if (epsilon >= 1 && sizes.includes(0)) return 1;
  if (epsilon === 1) return -Math.expm1(-meanLogDeviationOf(sizes, weights));
  return Math.max(0, -Math.expm1(logMeanPower(sizes, weights, 1 - epsilon) / (1 - epsilon)));
}

/** The logarithm of the mean of (value / mean)^power, by logarithms, which neither overflow nor underflow. */
function logMeanPower(sizes: Float64Array, weights: Float64Array | null, power: number): number {
  const mean = meanOf(sizes, weights);
  const logs = sizes.map((value) => power * logRatio(value, mean));
  const most = logs.reduce((largest, value) => Math.max(largest, value), -Infinity);
  const least = logs.reduce((smallest, value) => Math.min(smallest, value), Infinity);
  // Near a power of zero the mean is near one: less one, it keeps its digits.
  if (most < 1 && least > -1) return Math.log1p(meanOf(logs.map(Math.expm1), weights));
  return (
    most +
    Math.log(
      meanOf(
        logs.map((value) => Math.exp(value - most)),
        weights,
      ),
    )
  );
}

/** log(a / b), also where the ratio leaves the doubles. */
export function logRatio(a: number, b: number): number {
  const ratio = a / b;
  return ratio > 1e-300 && ratio < 1e300 ? Math.log(ratio) : Math.log(a) - Math.log(b);
}

/** Theil's T of checked sizes, where told weighted. */
export function theilOf(sizes: Float64Array, weights: Float64Array | null = null): number {
  const mean = meanOf(sizes, weights);
  const terms = sizes.map((value) => (value === 0 ? 0 : (value / mean) * logRatio(value, mean)));
  return Math.max(0, meanOf(terms, weights));
}

/** The mean log deviation of checked positive sizes, where told weighted. */
export function meanLogDeviationOf(sizes: Float64Array, weights: Float64Array | null = null): number {
  const mean = meanOf(sizes, weights);
  return Math.max(
    0,
    meanOf(
      sizes.map((value) => logRatio(mean, value)),
      weights,
    ),
  );
}
