import { assertThat } from '@indexlab/core';
import { sizesOf, sortedSizes, sumOf } from './sizes.js';

/** A point of the Lorenz curve. */
export interface LorenzPoint {
  /** The share of units, the smallest first. */
  readonly units: number;
  /** Their share in the total. */
  readonly share: number;
}

/**
 * The Lorenz curve: n + 1 points from (0, 0) to (1, 1), the share of the total that each share of the units holds, the
 * smallest first. Missing values (`NaN`) are left out.
 *
 * @throws IndexlabError when no value is left, one is negative, or all are zero
 *
 * @example
 * lorenzCurve([3, 1]) // => [{ units: 0, share: 0 }, { units: 0.5, share: 0.25 }, { units: 1, share: 1 }]
 *
 * Reference: `ineq::Lc(values)` in R.
 */
export function lorenzCurve(values: ArrayLike<number>): LorenzPoint[] {
  const sizes = sortedSizes(values, 'lorenzCurve');
  const shares = lorenzShares(sizes);
  return Array.from(shares, (share, i) => ({ units: i / sizes.length, share }));
}

/**
 * The Herfindahl-Hirschman index, `sum of (value / total)^2`: 1/n when all are equal, 1 when one has everything.
 * Missing values (`NaN`) are left out.
 *
 * @throws IndexlabError when no value is left, one is negative, or all are zero
 *
 * @example
 * herfindahl([1, 1, 2]) // => 1 / 16 + 1 / 16 + 1 / 4
 *
 * Reference: `ineq::Herfindahl(values)` in R.
 */
export function herfindahl(values: ArrayLike<number>): number {
  const sizes = sizesOf(values, 'herfindahl');
  const total = sumOf(sizes);
  return sumOf(sizes.map((value) => (value / total) ** 2));
}

/**
 * The share of the total that the largest `count` units hold. Missing values (`NaN`) are left out.
 *
 * @throws IndexlabError when no value is left, one is negative, all are zero, or the count is not a whole number from 1
 * to n
 *
 * @example
 * topShare([5, 1, 3, 1], 2) // => 8 / 10
 */
export function topShare(values: ArrayLike<number>, count: number): number {
  const sizes = sortedSizes(values, 'topShare');
  const n = sizes.length;
  assertThat(
    Number.isInteger(count) && count >= 1 && count <= n,
    () => `topShare requires a count from 1 to ${n}, got ${count}`,
  );
  return sumOf(sizes.subarray(n - count)) / sumOf(sizes);
}

/**
 * The share of the total that the units between two percentiles hold, read off the Lorenz curve with straight lines
 * between its points: a unit on the border counts in part. Missing values (`NaN`) are left out.
 *
 * @param from from 0, the smallest units, to 1
 * @param to from `from` to 1
 * @throws IndexlabError when no value is left, one is negative, all are zero, or the range is not within [0, 1]
 *
 * @example
 * percentileShare([1, 2, 3, 4], 0.5, 1) // => 7 / 10
 */
export function percentileShare(values: ArrayLike<number>, from: number, to: number): number {
  assertThat(
    from >= 0 && from <= to && to <= 1,
    () => `percentileShare requires 0 <= from <= to <= 1, got ${from} and ${to}`,
  );
  const shares = lorenzShares(sortedSizes(values, 'percentileShare'));
  return lorenzAt(shares, to) - lorenzAt(shares, from);
}

/**
 * The divide between the top and the bottom: the share of the largest `top` of the units over that of the smallest
 * `bottom` of them, as {@link percentileShare} measures it. The defaults give Palma's ratio, 10 % over 40 %.
 *
 * @throws IndexlabError as {@link percentileShare}, or when the smallest units hold nothing
 *
 * @example
 * percentileShareRatio([1, 2, 3, 4], 0.5, 0.5) // => 7 / 3
 */
export function percentileShareRatio(values: ArrayLike<number>, top = 0.1, bottom = 0.4): number {
  assertThat(
    top > 0 && top <= 1 && bottom > 0 && bottom <= 1,
    () => `percentileShareRatio requires parts above 0 and up to 1, got ${top} and ${bottom}`,
  );
  const sizes = sizesOf(values, 'percentileShareRatio');
  const least = percentileShare(sizes, 0, bottom);
  assertThat(
    least > 0,
    () => `percentileShareRatio requires a bottom ${bottom} that holds something, got 0`,
    'Take a larger bottom.',
  );
  return percentileShare(sizes, 1 - top, 1) / least;
}

/** The cumulated shares of sorted sizes, from 0 to 1. */
export function lorenzShares(sizes: Float64Array): Float64Array {
  const total = sumOf(sizes);
  const shares = new Float64Array(sizes.length + 1);
  let sum = 0;
  sizes.forEach((value, i) => {
    sum += value;
    shares[i + 1] = sum / total;
  });
  return shares;
}

/** The share of the total that a share of the population holds, the smallest first, where each size has a weight. */
export function weightedLorenzAt(sizes: Float64Array, weights: Float64Array, units: number): number {
  const totals = sizes.map((value, i) => value * weights[i]!);
  const [population, total] = [sumOf(weights), sumOf(totals)];
  let [people, held] = [0, 0];
  for (let i = 0; i < sizes.length; i += 1) {
    const missing = units * population - people;
    if (missing <= weights[i]!) return (held + sizes[i]! * Math.max(0, missing)) / total;
    people += weights[i]!;
    held += totals[i]!;
  }
  return 1;
}

function lorenzAt(shares: Float64Array, units: number): number {
  const position = units * (shares.length - 1);
  const below = Math.min(Math.floor(position), shares.length - 2);
  return shares[below]! + (position - below) * (shares[below + 1]! - shares[below]!);
}
