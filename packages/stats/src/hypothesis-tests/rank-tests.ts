import { assertThat } from '@indexlab/core';
import { completeRows, presentValues } from '../descriptive/values.js';
import { quantileOfSorted } from '../descriptive/quantile.js';
import { ranksOf, tieSizes } from '../descriptive/ranks.js';
import { normalTwoSided, normalUpperTail } from '../distributions/index.js';
import type { TestResult } from '../regression/diagnostics/test-result.js';
import { rankSumProbabilities, signedRankProbabilities } from './rank-distributions.js';
import { type Alternative, requireAlternative } from './test-row.js';

/** A test on ranks: one row. */
export interface RankTest extends TestResult {
  /** How the p-value was found: over all orders, or by the normal approximation corrected for ties and continuity. */
  readonly distribution: 'exact' | 'normal';
  /** Hodges and Lehmann's: the median of all differences (two groups), or of all means of two differences (pairs). */
  readonly estimate: number;
  readonly n: number;
  readonly warnings: string[];
}

/** Below this size, and without ties, p-values are exact, as in R. */
const smallSample = 50;

/**
 * The test of Mann and Whitney (Wilcoxon's rank-sum test) that values of x are as likely above those of y as below.
 *
 * The statistic is `sum of the ranks of x - n(x) (n(x) + 1) / 2`: how many of all pairs have x above y, ties a half.
 * Exact when both groups have fewer than 50 values and no two are equal; otherwise normal with corrections for ties
 * and continuity. Missing values (`NaN`) are left out of each.
 *
 * @throws IndexlabError when a group is empty or all values are equal
 *
 * @example
 * const { statistic, pValue } = mannWhitney([1, 2, 3], [4, 5, 6, 7]);
 * [statistic, pValue.toFixed(6)] // => [0, (2 / 35).toFixed(6)]
 *
 * Reference: `wilcox.test(x, y)` in R.
 */
export function mannWhitney(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  alternative: Alternative = 'two-sided',
): RankTest {
  requireAlternative(alternative, 'mannWhitney');
  const [a, b] = [presentValues(x, 'mannWhitney'), presentValues(y, 'mannWhitney')];
  const [m, n] = [a.length, b.length];
  const joined = Float64Array.of(...a, ...b);
  const ties = tieSizes(joined);
  assertThat(ties.length > 1, () => `mannWhitney requires values that differ, got ${m + n} times ${joined[0]}`);
  const statistic = sumOf(ranksOf(joined, 'average').subarray(0, m)) - (m * (m + 1)) / 2;
  const exact = m < smallSample && n < smallSample && ties.length === m + n;
  const variance = ((m * n) / 12) * (m + n + 1 - tieTerm(ties) / ((m + n) * (m + n - 1)));
  return {
    method: 'Mann-Whitney',
    statistic,
    degreesOfFreedom: null,
    pValue: exact
      ? exactPValue(rankSumProbabilities(m, n), statistic, alternative)
      : normalPValue(statistic - (m * n) / 2, variance, alternative),
    distribution: exact ? 'exact' : 'normal',
    estimate: median(pairs(m, n, (i, j) => a[i]! - b[j]!)),
    n: m + n,
    warnings: [],
  };
}

/**
 * Wilcoxon's signed-rank test that the differences `x - y` of pairs are symmetric about zero.
 *
 * The statistic is the sum of the ranks of the absolute differences over the positive ones. Pairs with a missing
 * value are left out; pairs without a difference too, with a warning. Exact when fewer than 50 differences are left,
 * none zero and no two equal in size; otherwise normal with corrections for ties and continuity.
 *
 * @throws IndexlabError when lengths differ or no difference is left
 *
 * @example
 * const { statistic, pValue } = wilcoxon([5, 7, 9], [4, 5, 6]);
 * [statistic, pValue] // => [6, 2 / 8]
 *
 * Reference: `wilcox.test(x, y, paired = TRUE)` in R.
 */
export function wilcoxon(x: ArrayLike<number>, y: ArrayLike<number>, alternative: Alternative = 'two-sided'): RankTest {
  requireAlternative(alternative, 'wilcoxon');
  const [a, b] = completeRows([x, y], 'wilcoxon');
  const all = a!.map((value, row) => value - b![row]!);
  const differences = all.filter((value) => value !== 0);
  const n = differences.length;
  assertThat(n > 0, () => `wilcoxon requires pairs that differ, got ${all.length} equal ones`);
  const sizes = differences.map(Math.abs);
  const ties = tieSizes(sizes);
  const statistic = sumOf(ranksOf(sizes, 'average').filter((_, i) => differences[i]! > 0));
  const exact = n < smallSample && n === all.length && ties.length === n;
  const variance = (n * (n + 1) * (2 * n + 1)) / 24 - tieTerm(ties) / 48;
  return {
    method: 'Wilcoxon signed rank',
    statistic,
    degreesOfFreedom: null,
    pValue: exact
      ? exactPValue(signedRankProbabilities(n), statistic, alternative)
      : normalPValue(statistic - (n * (n + 1)) / 4, variance, alternative),
    distribution: exact ? 'exact' : 'normal',
    estimate: median(pairs(n, n, (i, j) => (i <= j ? (differences[i]! + differences[j]!) / 2 : NaN))),
    n,
    warnings: n < all.length ? [`${all.length - n} of ${all.length} pairs do not differ and were left out.`] : [],
  };
}

/** The sum of t^3 - t over the sizes of ties. */
export function tieTerm(ties: readonly number[]): number {
  return ties.reduce((sum, size) => sum + size * (size * size - 1), 0);
}

function exactPValue(probabilities: Float64Array, statistic: number, alternative: Alternative): number {
  const below = sumOf(probabilities.subarray(0, statistic + 1));
  const above = sumOf(probabilities.subarray(statistic));
  if (alternative !== 'two-sided') return Math.min(1, alternative === 'less' ? below : above);
  return Math.min(1, 2 * Math.min(below, above));
}

function normalPValue(departure: number, variance: number, alternative: Alternative): number {
  const deviation = Math.sqrt(variance);
  if (alternative === 'two-sided') return normalTwoSided(Math.max(0, Math.abs(departure) - 0.5) / deviation);
  return alternative === 'greater'
    ? normalUpperTail((departure - 0.5) / deviation)
    : normalUpperTail((-departure - 0.5) / deviation);
}

function pairs(m: number, n: number, value: (i: number, j: number) => number): Float64Array {
  return Float64Array.from({ length: m * n }, (_, pair) => value(Math.floor(pair / n), pair % n));
}

function median(values: Float64Array): number {
  return quantileOfSorted(values.filter((value) => !Number.isNaN(value)).sort(), 0.5);
}

function sumOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0);
}
