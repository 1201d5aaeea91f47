import { ranksOf, tieSizes } from '../descriptive/ranks.js';
import { normalTwoSided } from '../distributions/index.js';
import { concordantProbabilities } from '../hypothesis-tests/rank-distributions.js';
import { tieTerm } from '../hypothesis-tests/rank-tests.js';

/** Kendall's tau-b and its test. */
export interface Kendall {
  readonly estimate: number;
  /** The number of concordant pairs where the test is exact, otherwise z. */
  readonly statistic: number;
  readonly pValue: number;
  readonly distribution: 'exact' | 'normal';
}

/** Below this size, and without ties, p-values are exact, as in R. */
const smallSample = 50;

/** What Kendall's count needs of a variable. */
export interface RankedVariable {
  /** Ranks without gaps, equal values equal. */
  readonly dense: Float64Array;
  readonly ties: readonly number[];
}

/** Ranks a complete variable for {@link kendall}. */
export function rankedVariable(values: Float64Array): RankedVariable {
  return { dense: ranksOf(values, 'dense'), ties: tieSizes(values) };
}

/** Tau-b of two variables that vary, by Knight's count of exchanges, in n log n steps. */
export function kendall(
  x: RankedVariable,
  y: RankedVariable,
  probabilities: (n: number) => Float64Array = concordantProbabilities,
): Kendall {
  const n = x.dense.length;
  const all = (n * (n - 1)) / 2;
  const [untiedX, untiedY] = [all - pairsIn(x.ties), all - pairsIn(y.ties)];
  // By x, then by y: a pair is discordant when the order by y exchanges it.
  const keys = x.dense.map((rank, row) => rank * (n + 1) + y.dense[row]!).sort();
  const discordant = countExchanges(keys.map((key) => key % (n + 1)));
  const score = untiedX - pairsIn(y.ties) + pairsEqual(keys) - 2 * discordant;
  // Rounding may leave a trace beyond one, where no interval is defined.
  const estimate = Math.max(-1, Math.min(1, score / Math.sqrt(untiedX) / Math.sqrt(untiedY)));
  if (n < smallSample && untiedX === all && untiedY === all) {
    const concordant = all - discordant;
    const shares = probabilities(n);
    const below = shares.subarray(0, concordant + 1).reduce((sum, share) => sum + share, 0);
    const above = shares.subarray(concordant).reduce((sum, share) => sum + share, 0);
    return { estimate, statistic: concordant, pValue: Math.min(1, 2 * Math.min(below, above)), distribution: 'exact' };
  }
  const statistic = score / Math.sqrt(scoreVariance(n, x.ties, y.ties));
  return { estimate, statistic, pValue: normalTwoSided(statistic), distribution: 'normal' };
}

/** How many pairs of sorted values are equal. */
function pairsEqual(sorted: Float64Array): number {
  let [pairs, run] = [0, 0];
  for (let i = 1; i < sorted.length; i += 1) {
    run = sorted[i] === sorted[i - 1] ? run + 1 : 0;
    pairs += run;
  }
  return pairs;
}

function pairsIn(ties: readonly number[]): number {
  return ties.reduce((sum, size) => sum + (size * (size - 1)) / 2, 0);
}

/** The variance of concordant less discordant pairs under independence, given the ties (Kendall 1970). */
function scoreVariance(n: number, tiesX: readonly number[], tiesY: readonly number[]): number {
  const linear = (ties: readonly number[]): number => ties.reduce((sum, t) => sum + t * (t - 1) * (2 * t + 5), 0);
  const cubic = (ties: readonly number[]): number => tieTerm(ties) - 6 * pairsIn(ties);
  return (
    (n * (n - 1) * (2 * n + 5) - linear(tiesX) - linear(tiesY)) / 18 +
    (2 * pairsIn(tiesX) * pairsIn(tiesY)) / (n * (n - 1)) +
    (n > 2 ? (cubic(tiesX) * cubic(tiesY)) / (9 * n * (n - 1) * (n - 2)) : 0)
  );
}

/** How many pairs stand in descending order, by merging. */
function countExchanges(values: Float64Array): number {
  let from: Float64Array = values;
  let to: Float64Array = new Float64Array(values.length);
  let exchanges = 0;
  for (let width = 1; width < values.length; width *= 2) {
    for (let start = 0; start < values.length; start += 2 * width) {
      const middle = Math.min(start + width, values.length);
      const end = Math.min(start + 2 * width, values.length);
      let [left, right] = [start, middle];
      for (let place = start; place < end; place += 1) {
        if (left < middle && (right === end || from[left]! <= from[right]!)) {
          to[place] = from[left]!;
          left += 1;
        } else {
          to[place] = from[right]!;
          exchanges += middle - left;
          right += 1;
        }
      }
    }
    [from, to] = [to, from];
  }
  return exchanges;
}
