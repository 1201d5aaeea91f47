import { assertThat, requireArray, requireOptions } from '@indexlab/core';
import { type RankedList, requireList } from './ranked-list.js';

/** Rank-biased overlap, and what the unseen rest of the lists could make of it. */
export interface RankBiasedOverlap {
  /** RBO_ext: the agreement at the ends of the lists taken to go on. */
  readonly estimate: number;
  /** RBO_min: nothing unseen agrees. No confidence interval: a bound. */
  readonly lower: number;
  /** RBO_min plus RBO_res: all that is unseen agrees as far as it can. */
  readonly upper: number;
  readonly p: number;
}

/**
 * The rank-biased overlap of two lists that may differ in length and in their items:
 * `(1 - p) sum over depths d of p^(d - 1) X(d) / d`, with X(d) the items that the first d of both have in common.
 *
 * A reader goes on from one depth to the next with probability p, so the first `1 / (1 - p)` places carry most of the weight
 * (at p = 0.9 the first ten carry 86 percent). The sum runs on beyond what is listed: `lower` and `upper` bound it, `estimate`
 * extrapolates. With lists of s and l items, s <= l, the estimate takes items of the shorter list beyond s to agree as often as
 * those before, and from l on the agreement to stay.
 *
 * @param a names of items, the first the best, no ties
 * @param options.p between 0 and 1, 0.9 by default
 * @throws IndexlabError when a list is empty or has an item twice, or p is not between 0 and 1
 *
 * @example
 * rankBiasedOverlap(['a', 'b', 'c'], ['a', 'c', 'b'], { p: 0.5 }).estimate.toFixed(6) // => (0.5 + 0.25 / 2 + 0.25).toFixed(6)
 *
 * @see Webber, Moffat and Zobel (2010), A similarity measure for indefinite rankings: equation 32 for the estimate
 */
export function rankBiasedOverlap(a: RankedList, b: RankedList, options: { p?: number } = {}): RankBiasedOverlap {
  requireArray(a, 'rankBiasedOverlap', 'a');
  requireArray(b, 'rankBiasedOverlap', 'b');
  requireOptions(options, 'rankBiasedOverlap', { p: 'a number' });
  const { p = 0.9 } = options;
  assertThat(p > 0 && p < 1, () => `rankBiasedOverlap requires a p between 0 and 1, got ${p}`);
  requireList(a, 'a', 'rankBiasedOverlap');
  requireList(b, 'b', 'rankBiasedOverlap');
  const [s, l] = [Math.min(a.length, b.length), Math.max(a.length, b.length)];
  const overlap = overlaps(a, b);
  const [atS, atL] = [overlap[s]!, overlap[l]!];
  /** The sum over depths to `end` of p^d / d times a count, times (1 - p) / p. */
  const weighted = (end: number, count: (depth: number) => number): number => {
    let [sum, power] = [0, 1];
    for (let depth = 1; depth <= end; depth += 1) {
      sum += (power * count(depth)) / depth;
      power *= p;
    }
    return (1 - p) * sum;
  };
  const seen = weighted(l, (depth) => overlap[depth]!);
  // All depths of p^d / d add up to -log(1 - p).
  const beyond = (-(1 - p) * Math.log1p(-p)) / p - weighted(l, () => 1);
  // From here on all items of both lists can agree.
  const full = s + l - atL;
  const atMost = (depth: number): number =>
    overlap[Math.min(depth, l)]! + Math.max(0, depth - s) + Math.max(0, depth - l);
  return {
    estimate: seen + weighted(l, (depth) => (atS * Math.max(0, depth - s)) / s) + ((atL - atS) / l + atS / s) * p ** l,
    lower: seen + atL * Math.max(0, beyond),
    upper: weighted(full, atMost) + p ** full,
    p,
  };
}

/** How many items the first d of both lists have in common, for each d from 0 to the longer length. */
function overlaps(a: RankedList, b: RankedList): Int32Array {
  const length = Math.max(a.length, b.length);
  const counts = new Int32Array(length + 1);
  const seen = new Set<string | number>();
  for (let depth = 1; depth <= length; depth += 1) {
    const items = [a[depth - 1], b[depth - 1]].filter((item) => item !== undefined);
    counts[depth] = counts[depth - 1]!;
    for (const item of items) {
      if (seen.has(item)) counts[depth]! += 1;
      seen.add(item);
    }
  }
  return counts;
}
