import { assertThat, requireOptions } from '@indexlab/core';
import { ranksOf, tieSizes } from '../descriptive/ranks.js';
import { completeRows, joined, presentValues } from '../descriptive/values.js';
import { normalTwoSided, normalUpperQuantile, normalUpperTail } from '../distributions/index.js';
import type { TestResult } from '../regression/diagnostics/test-result.js';
import { averagesOf, differencesOf, medianOf, type PairValues } from './hodges-lehmann.js';
import { rankSumProbabilities, signedRankProbabilities } from './rank-distributions.js';
import { estimateOptionKinds, type Alternative, requireAlternative, requireLevel } from './test-row.js';

/** A test on ranks: one row, with the interval of the shift that it would not reject. */
export interface RankTest extends TestResult {
  /** How the p-value was found: over all orders, or by the normal approximation. */
  readonly distribution: 'exact' | 'normal';
  /** Hodges and Lehmann's: the median of all differences (two groups), or of all means of two differences (pairs). */
  readonly estimate: number;
  /** The ends of the interval of the shift; infinite on the open side of a one-sided one. */
  readonly lower: number;
  readonly upper: number;
  readonly n: number;
  /** What the p-value and the interval rest on. */
  readonly convention: RankTestConvention;
  readonly warnings: string[];
}

/** What a rank test did where software differs. */
export interface RankTestConvention {
  readonly exact: boolean;
  /** What the statistic was moved towards its mean by: 1/2, or 0 for an exact test and without correction. */
  readonly continuity: number;
  /** Whether values were tied: they have average ranks, and the variance is corrected for them. */
  readonly ties: boolean;
  /** Pairs without a difference, left out. */
  readonly zeros: number;
  readonly level: number;
}

/** How a rank test is taken. */
export interface RankTestOptions {
  readonly alternative?: Alternative;
  /** Over all orders or not; by default, as in R, below 50 values (per group) without ties. Ties leave no exact test. */
  readonly exact?: boolean;
  /** Whether the normal approximation is corrected for continuity; `true` by default. */
  readonly correction?: boolean;
  /** The level of the interval, 0.95 by default. */
  readonly level?: number;
}

/** Below this size, and without ties, p-values are exact, as in R. */
const smallSample = 50;

/** Beyond so many pairs the exact distribution takes seconds and then minutes. */
const mostExactPairs = 250_000;

/**
 * The test of Mann and Whitney (Wilcoxon's rank-sum test) that values of x are as likely above those of y as below.
 *
 * The statistic is `sum of the ranks of x - n(x) (n(x) + 1) / 2`: how many of all pairs have x above y, ties a half.
 * Exact when both groups have fewer than 50 values and no two are equal; otherwise normal with corrections for ties
 * and continuity. The estimate of the shift and the ends of its interval are values at sorted places of all differences
 * `x - y`, found by selection: memory grows with the values, not with the pairs. Missing values are left out of each.
 *
 * @param options an alternative, or more by name
 * @throws IndexlabError when a group is empty or all values are equal
 *
 * @example
 * const { statistic, pValue } = mannWhitney([1, 2, 3], [4, 5, 6, 7]);
 * [statistic, pValue.toFixed(6)] // => [0, (2 / 35).toFixed(6)]
 * @example
 * mannWhitney([1, 2, 3], [4, 5, 6, 7], { exact: false, correction: false }).convention
 * // => { exact: false, continuity: 0, ties: false, zeros: 0, level: 0.95 }
 *
 * Reference: `wilcox.test(x, y, conf.int = TRUE)` in R, whose root search ends within 1e-4 of the interval's ends.
 */
export function mannWhitney(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  options: Alternative | RankTestOptions = {},
): RankTest {
  if (typeof options !== 'string')
    requireOptions(options, 'mannWhitney', {
      ...estimateOptionKinds,
      exact: 'true or false',
      correction: 'true or false',
    });
  const read = readOptions(options, 'mannWhitney');
  const [a, b] = [presentValues(x, 'mannWhitney', 1, 'x'), presentValues(y, 'mannWhitney', 1, 'y')];
  const [m, n] = [a.length, b.length];
  const both = joined(a, b);
  const ties = tieSizes(both);
  assertThat(ties.length > 1, () => `mannWhitney requires values that differ, got ${m + n} times ${both[0]}`);
  const tied = ties.length < m + n;
  const exact = isExact(read, m < smallSample && n < smallSample, tied, m * n, 'mannWhitney');
  const variance = (sizes: readonly number[]): number =>
    ((m * n) / 12) * (m + n + 1 - tieTerm(sizes) / ((m + n) * (m + n - 1)));
  return {
    method: 'Mann-Whitney',
    degreesOfFreedom: null,
    ...judge(read, {
      statistic: sumOf(ranksOf(both, 'average').subarray(0, m)) - (m * (m + 1)) / 2,
      probabilities: exact ? rankSumProbabilities(m, n) : null,
      variance: variance(ties),
      // A shift unties the groups from each other.
      shiftedVariance: variance([...tieSizes(a), ...tieSizes(b)]),
      pairs: differencesOf(a, b),
      tied,
      zeros: 0,
    }),
    n: m + n,
  };
}

/**
 * Wilcoxon's signed-rank test that the differences `x - y` of pairs are symmetric about zero.
 *
 * The statistic is the sum of the ranks of the absolute differences over the positive ones. Pairs with a missing
 * value are left out; pairs without a difference too, with a warning. Exact when fewer than 50 differences are left,
 * none zero and no two equal in size; otherwise normal with corrections for ties and continuity. The estimate and the
 * ends of its interval are values at sorted places of the means of all pairs of differences, found by selection.
 *
 * @param options an alternative, or more by name
 * @throws IndexlabError when lengths differ or no difference is left
 *
 * @example
 * const { statistic, pValue } = wilcoxon([5, 7, 9], [4, 5, 6]);
 * [statistic, pValue] // => [6, 2 / 8]
 *
 * Reference: `wilcox.test(x, y, paired = TRUE, conf.int = TRUE)` in R.
 */
export function wilcoxon(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  options: Alternative | RankTestOptions = {},
): RankTest {
  if (typeof options !== 'string')
    requireOptions(options, 'wilcoxon', {
      ...estimateOptionKinds,
      exact: 'true or false',
      correction: 'true or false',
    });
  const read = readOptions(options, 'wilcoxon');
  const [a, b] = completeRows([x, y], 'wilcoxon', 1, ['x', 'y']);
  const all = a!.map((value, row) => value - b![row]!);
  const differences = all.filter((value) => value !== 0);
  const n = differences.length;
  const zeros = all.length - n;
  assertThat(n > 0, () => `wilcoxon requires pairs that differ, got ${all.length} equal ones`);
  const sizes = differences.map(Math.abs);
  const ties = tieSizes(sizes);
  const tied = ties.length < n;
  const exact = isExact(read, n < smallSample, tied || zeros > 0, (n * (n + 1)) / 2, 'wilcoxon');
  const variance = (tiesOf: readonly number[]): number => (n * (n + 1) * (2 * n + 1)) / 24 - tieTerm(tiesOf) / 48;
  const result = judge(read, {
    statistic: sumOf(ranksOf(sizes, 'average').filter((_, i) => differences[i]! > 0)),
    probabilities: exact ? signedRankProbabilities(n) : null,
    variance: variance(ties),
    shiftedVariance: variance(tieSizes(differences)),
    pairs: averagesOf(differences),
    tied,
    zeros,
  });
  return {
    method: 'Wilcoxon signed rank',
    degreesOfFreedom: null,
    ...result,
    n,
    warnings: [
      ...(zeros > 0 ? [`${zeros} of ${all.length} pairs do not differ and were left out.`] : []),
      ...result.warnings,
    ],
  };
}

type ReadOptions = Required<Omit<RankTestOptions, 'exact'>> & Pick<RankTestOptions, 'exact'>;

function readOptions(given: Alternative | RankTestOptions, caller: string): ReadOptions {
  const {
    alternative = 'two-sided',
    correction = true,
    level = 0.95,
    exact,
  } = typeof given === 'string' ? { alternative: given } : given;
  requireAlternative(alternative, caller);
  requireLevel(level, caller);
  return { alternative, correction, level, ...(exact !== undefined && { exact }) };
}

function isExact({ exact }: ReadOptions, small: boolean, tied: boolean, pairs: number, caller: string): boolean {
  assertThat(
    exact !== true || pairs <= mostExactPairs,
    () => `${caller} requires at most ${mostExactPairs} pairs for an exact test, got ${pairs}`,
    'Take the normal approximation: with so many values it is as good.',
  );
  return (exact ?? small) && !tied;
}

/** What the two tests share: a statistic that counts pairs, symmetric about half of them. */
interface RankCount {
  readonly statistic: number;
  /** Of each value of the statistic, where the test is exact. */
  readonly probabilities: Float64Array | null;
  readonly variance: number;
  /** The variance at a shift that ties nothing anew. */
  readonly shiftedVariance: number;
  readonly pairs: PairValues;
  readonly tied: boolean;
  readonly zeros: number;
}

function judge(options: ReadOptions, count: RankCount): Omit<RankTest, 'method' | 'degreesOfFreedom' | 'n'> {
  const { alternative, correction, level, exact: asked } = options;
  const { statistic, probabilities, variance, pairs, tied, zeros } = count;
  const continuity = probabilities === null && correction ? 1 / 2 : 0;
  const tail = alternative === 'two-sided' ? (1 - level) / 2 : 1 - level;
  const place =
    probabilities === null
      ? Math.ceil(pairs.count / 2 - continuity - normalUpperQuantile(tail) * Math.sqrt(count.shiftedVariance))
      : Math.max(1, lowerQuantile(probabilities, tail));
  const mirrored =
    probabilities === null
      ? Math.ceil(pairs.count / 2 + continuity + normalUpperQuantile(tail) * Math.sqrt(count.shiftedVariance))
      : pairs.count - place + 1;
  const unreachable = probabilities === null ? place < 1 : sumOf(probabilities.subarray(0, place)) > 1.5 * tail;
  return {
    statistic,
    pValue:
      probabilities === null
        ? normalPValue(statistic - pairs.count / 2, variance, alternative, continuity)
        : exactPValue(probabilities, statistic, alternative),
    distribution: probabilities === null ? 'normal' : 'exact',
    estimate: medianOf(pairs),
    lower: alternative === 'less' ? -Infinity : pairs.at(place),
    upper: alternative === 'greater' ? Infinity : pairs.at(mirrored),
    convention: { exact: probabilities !== null, continuity, ties: tied, zeros, level },
    warnings: [
      ...(asked === true && probabilities === null
        ? ['Ties leave no exact test: the p-value is from the normal approximation.']
        : []),
      ...(unreachable ? [`So few values allow no interval of level ${level}: the one given misses more often.`] : []),
    ],
  };
}

/** The least value of the statistic that, with all below it, has at least the probability. */
function lowerQuantile(probabilities: Float64Array, probability: number): number {
  let [value, sum] = [0, probabilities[0]!];
  while (sum < probability - 10 * Number.EPSILON) sum += probabilities[++value]!;
  return value;
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

function normalPValue(departure: number, variance: number, alternative: Alternative, continuity: number): number {
  const deviation = Math.sqrt(variance);
  if (alternative === 'two-sided') return normalTwoSided(Math.max(0, Math.abs(departure) - continuity) / deviation);
  return alternative === 'greater'
    ? normalUpperTail((departure - continuity) / deviation)
    : normalUpperTail((-departure - continuity) / deviation);
}

function sumOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0);
}
