import { assertThat } from '@indexlab/core';
import { presentValues } from './values.js';

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
  const { ties = 'average', order = 'ascending' } = options;
  presentValues(values, 'ranks');
  assertThat(ties in rankOfTies, () => `ranks requires ties average, min, max, first or dense, got ${JSON.stringify(ties)}`);
  return ranksOf(values, ties, order === 'descending' ? -1 : 1);
}

/** The ranks of checked values; with sign -1 the largest has rank 1. */
export function ranksOf(values: ArrayLike<number>, ties: TieRule, sign: 1 | -1 = 1): Float64Array {
  const rows = Array.from({ length: values.length }, (_, row) => row).filter((row) => !Number.isNaN(values[row]));
  rows.sort((a, b) => sign * (values[a]! - values[b]!) || a - b);
  const result = new Float64Array(values.length).fill(NaN);
  let groups = 0;
  for (let start = 0; start < rows.length; groups += 1) {
    let end = start + 1;
    while (end < rows.length && values[rows[end]!] === values[rows[start]!]) end += 1;
    for (let i = start; i < end; i += 1) result[rows[i]!] = rankOfTies[ties](start, end, groups, i);
    start = end;
  }
  return result;
}

/** The rank at sorted place i, in a run of equal values at places start to end - 1 that is number `group`. */
const rankOfTies: Record<TieRule, (start: number, end: number, group: number, i: number) => number> = {
  average: (start, end) => (start + 1 + end) / 2,
  min: (start) => start + 1,
  max: (_start, end) => end,
  first: (_start, _end, _group, i) => i + 1,
  dense: (_start, _end, group) => group + 1,
};

/** The sizes of the runs of equal values, in ascending order of value; missing values left out. */
export function tieSizes(values: ArrayLike<number>): number[] {
  const sizes = new Map<number, number>();
  const present = Float64Array.from(values).filter((value) => !Number.isNaN(value)).sort();
  // Zero and minus zero are one value.
  for (const value of present) sizes.set(value + 0, (sizes.get(value + 0) ?? 0) + 1);
  return [...sizes.values()];
}
