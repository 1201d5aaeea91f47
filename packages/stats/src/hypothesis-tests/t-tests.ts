import { assertThat, requireOptions } from '@indexlab/core';
import { completeRows, presentValues } from '../descriptive/values.js';
import { mean } from '../descriptive/mean.js';
import { sampleVariance } from '../descriptive/variance.js';
import { tTwoSided, tUpperQuantile, tUpperTail } from '../distributions/index.js';
import {
  estimateOptionKinds,
  type EstimateTest,
  type EstimateTestOptions,
  requireAlternative,
  requireLevel,
} from './test-row.js';

/**
 * Student's t test that a mean equals `mu`: `t = (mean - mu) / (s / sqrt(n))` with n - 1 degrees of freedom.
 * Missing values (`NaN`) are left out.
 *
 * @throws IndexlabError when fewer than two values are left, or all are equal
 *
 * @example
 * oneSampleTTest([1, 2, 3], 1).statistic.toFixed(6) // => '1.732051'
 *
 * Reference: `t.test(values, mu = mu)` in R.
 */
export function oneSampleTTest(values: ArrayLike<number>, mu = 0, options: EstimateTestOptions = {}): EstimateTest {
  requireOptions(options, 'oneSampleTTest', estimateOptionKinds);
  const present = presentValues(values, 'oneSampleTTest', 2);
  return tResult('oneSampleTTest', 't test of a mean', {
    estimate: mean(present),
    size: Math.abs(mean(present)),
    null: mu,
    variance: sampleVariance(present) / present.length,
    degreesOfFreedom: present.length - 1,
    n: present.length,
    ...options,
  });
}

/**
 * Student's t test that two means are equal, for groups of one variance: the estimate is `mean(x) - mean(y)`,
 * the variance is pooled with n(x) + n(y) - 2 degrees of freedom. Missing values (`NaN`) are left out of each.
 *
 * @throws IndexlabError when a group has fewer than two values, or neither varies
 *
 * @example
 * tTest([1, 2, 3], [4, 5, 9]).statistic.toFixed(6) // => '-2.449490'
 *
 * Reference: `t.test(x, y, var.equal = TRUE)` in R.
 */
export function tTest(x: ArrayLike<number>, y: ArrayLike<number>, options: EstimateTestOptions = {}): EstimateTest {
  requireOptions(options, 'tTest', estimateOptionKinds);
  const [a, b] = [presentValues(x, 'tTest', 2, 'x'), presentValues(y, 'tTest', 2, 'y')];
  const degreesOfFreedom = a.length + b.length - 2;
  const pooled = ((a.length - 1) * sampleVariance(a) + (b.length - 1) * sampleVariance(b)) / degreesOfFreedom;
  return tResult('tTest', 't test of two means with one variance', {
    estimate: mean(a) - mean(b),
    size: Math.max(Math.abs(mean(a)), Math.abs(mean(b))),
    null: 0,
    variance: pooled / a.length + pooled / b.length,
    degreesOfFreedom,
    n: a.length + b.length,
    ...options,
  });
}

/**
 * Welch's t test that two means are equal, for groups whose variances may differ: the estimate is
 * `mean(x) - mean(y)`, the degrees of freedom are Satterthwaite's. Missing values (`NaN`) are left out of each.
 *
 * @throws IndexlabError when a group has fewer than two values, or neither varies
 *
 * @example
 * welchTest([1, 2, 3], [4, 5, 9]).degreesOfFreedom.toFixed(12) // => '2.560000000000'
 *
 * Reference: `t.test(x, y)` in R.
 */
export function welchTest(x: ArrayLike<number>, y: ArrayLike<number>, options: EstimateTestOptions = {}): EstimateTest {
  requireOptions(options, 'welchTest', estimateOptionKinds);
  const [a, b] = [presentValues(x, 'welchTest', 2, 'x'), presentValues(y, 'welchTest', 2, 'y')];
  const [ofA, ofB] = [sampleVariance(a) / a.length, sampleVariance(b) / b.length];
  const variance = ofA + ofB;
  // Each part over the whole: squares of tiny variances would underflow.
  const spread = (ofA / variance) ** 2 / (a.length - 1) + (ofB / variance) ** 2 / (b.length - 1);
  return tResult('welchTest', "Welch's t test of two means", {
    estimate: mean(a) - mean(b),
    size: Math.max(Math.abs(mean(a)), Math.abs(mean(b))),
    null: 0,
    variance,
    degreesOfFreedom: 1 / spread,
    n: a.length + b.length,
    ...options,
  });
}

/**
 * Student's t test that the mean of the differences `x - y` is zero. Pairs with a missing value are left out.
 *
 * @throws IndexlabError when lengths differ, fewer than two pairs are left, or all differences are equal
 *
 * @example
 * pairedTTest([3, 5, 7], [1, 4, 4]).statistic.toFixed(6) // => '3.464102'
 *
 * Reference: `t.test(x, y, paired = TRUE)` in R.
 */
export function pairedTTest(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  options: EstimateTestOptions = {},
): EstimateTest {
  requireOptions(options, 'pairedTTest', estimateOptionKinds);
  const [a, b] = completeRows([x, y], 'pairedTTest', 2, ['x', 'y']);
  const differences = a!.map((value, row) => value - b![row]!);
  return tResult('pairedTTest', 't test of paired values', {
    estimate: mean(differences),
    size: Math.abs(mean(differences)),
    null: 0,
    variance: sampleVariance(differences) / differences.length,
    degreesOfFreedom: differences.length - 1,
    n: differences.length,
    ...options,
  });
}

interface Case extends EstimateTestOptions {
  readonly estimate: number;
  readonly null: number;
  /** The larger magnitude of the means. */
  readonly size: number;
  readonly variance: number;
  readonly degreesOfFreedom: number;
  readonly n: number;
}

function tResult(caller: string, method: string, test: Case): EstimateTest {
  const { estimate, variance, degreesOfFreedom, n, alternative = 'two-sided', level = 0.95 } = test;
  requireLevel(level, caller);
  requireAlternative(alternative, caller);
  assertThat(
    variance > 0,
    () => `${caller} requires values that differ, got variance 0`,
    'Constant values leave nothing to test.',
  );
  const standardError = Math.sqrt(variance);
  // As in R: what rounding leaves of constants is no spread.
  assertThat(
    standardError > 10 * Number.EPSILON * test.size,
    () => `${caller} requires values that differ by more than rounding, got a standard error of ${standardError}`,
    'Constant values leave nothing to test.',
  );
  const statistic = (estimate - test.null) / standardError;
  const width =
    standardError * tUpperQuantile(alternative === 'two-sided' ? (1 - level) / 2 : 1 - level, degreesOfFreedom);
  const pValue =
    alternative === 'two-sided'
      ? tTwoSided(statistic, degreesOfFreedom)
      : tUpperTail(alternative === 'greater' ? statistic : -statistic, degreesOfFreedom);
  return {
    method,
    estimate,
    standardError,
    statistic,
    degreesOfFreedom,
    pValue,
    lower: alternative === 'less' ? -Infinity : estimate - width,
    upper: alternative === 'greater' ? Infinity : estimate + width,
    n,
  };
}
