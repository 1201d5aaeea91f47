import { assertThat, requireOptions } from '@indexlab/core';
import { sortOrder } from './sort-order.js';
import { numbersIn } from './values.js';

/** Which rank equal values get. */
export type TieRule = 'average' | 'min' | 'max' | 'first' | 'dense';

/** How {@link ranks} counts. */
export interface RankOptions {
  /**
   * `average`: the mean of the places they fill (the default); `min`: the best of them, as in sports; `max`: the
   * worst; `first`: in the order given; `dense`: like `min` without leaving places out.
   */
  readonly ties?: TieRule;
  /** `ascending`: the smallest value has rank 1 (the default); `descending`: the largest. */
  readonly order?: 'ascending' | 'descending';
}

/**
 * The ranks of values, from 1. A missing value (`NaN`) gets no rank, `NaN`.
 *
 * @throws IndexlabError when there is no value at all, or one is infinite
 *
 * @example
 * ranks([10, 20, 10, 30]) // => new Float64Array([1.5, 3, 1.5, 4])
 * @example
 * ranks([10, 20, 10, 30], { ties: 'min', order: 'descending' }) // => new Float64Array([3, 2, 3, 1])
 *
 * Reference: `rank(values, na.last = "keep", ties.method = ties)` in R.
 */
export function ranks(values: ArrayLike<number>, options: RankOptions = {}): Float64Array {
  requireOptions(options, 'ranks', {
    ties: ['average', 'min', 'max', 'first', 'dense'],
    order: ['ascending', 'descending'],
  });
  const { ties = 'average', order = 'ascending' } = options;
  const numbers = numbersIn(values, 'ranks');
  assertThat(!numbers.every(Number.isNaN), 'ranks requires at least 1 value, got 0');
  assertThat(
    ties in rankOfTies,
    () => `ranks requires ties average, min, max, first or dense, got ${JSON.stringify(ties)}`,
  );
  return ranksOf(numbers, ties, order === 'descending' ? -1 : 1);
}

/** The ranks of checked values; with sign -1 the largest has rank 1. */
export function ranksOf(values: ArrayLike<number>, ties: TieRule, sign: 1 | -1 = 1): Float64Array {
  const rows = values.length;
  const signed = new Float64Array(rows);
  for (let row = 0; row < rows; row += 1) signed[row] = sign * values[row]!;
  const order = sortOrder(signed);
  const rankOf = rankOfTies[ties];
  const result = new Float64Array(rows);
  // Runs of equal values in order, each from a start to an end; missing values stand behind all.
  for (let start = 0, run = 0, end = 0; start < rows; start = end, run += 1) {
    const value = signed[order[start]!]!;
    const missing = Number.isNaN(value);
    for (end = missing ? rows : start + 1; end < rows && signed[order[end]!] === value; ) end += 1;
    for (let place = start; place < end; place += 1)
      result[order[place]!] = missing ? NaN : rankOf(start, end, run, place - start);
  }
  return result;
}

/** The rank in run number `run`, at sorted places start to end - 1, of the value after `seen` of its equals. */
const rankOfTies: Record<TieRule, (start: number, end: number, run: number, seen: number) => number> = {
  average: (start, end) => (start + 1 + end) / 2,
  min: (start) => start + 1,
  max: (_start, end) => end,
  first: (start, _end, _run, seen) => start + seen + 1,
  dense: (_start, _end, run) => run + 1,
};

/** The sizes of the runs of equal values, in ascending order of value; missing values left out. */
export function tieSizes(values: ArrayLike<number>): number[] {
  const sizes = new Map<number, number>();
  const present = Float64Array.from(values)
    .filter((value) => !Number.isNaN(value))
    .sort();
  // Zero and minus zero are one value.
  for (const value of present) sizes.set(value + 0, (sizes.get(value + 0) ?? 0) + 1);
  return [...sizes.values()];
}
