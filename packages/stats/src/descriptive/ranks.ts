import { assertThat } from '@indexlab/core';
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
  // Runs of equal values in order: run r, of value distinct[r], fills the sorted places from starts[r] to starts[r + 1] - 1.
  const distinct = signed.slice().sort();
  const starts = new Int32Array(rows + 1);
  let runs = 0;
  let present = 0;
  // Missing values are sorted to the end.
  for (; present < rows && !Number.isNaN(distinct[present]); present += 1) {
    if (runs > 0 && distinct[present] === distinct[runs - 1]) continue;
    distinct[runs] = distinct[present]!;
    starts[runs] = present;
    runs += 1;
  }
  starts[runs] = present;
  const rankOf = rankOfTies[ties];
  const seen = new Int32Array(runs);
  const result = new Float64Array(rows);
  for (let row = 0; row < rows; row += 1) {
    const value = signed[row]!;
    if (Number.isNaN(value)) {
      result[row] = NaN;
      continue;
    }
    let run = 0;
    for (let end = runs; end - run > 1; ) {
      const middle = (run + end) >>> 1;
      if (distinct[middle]! <= value) run = middle;
      else end = middle;
    }
    result[row] = rankOf(starts[run]!, starts[run + 1]!, run, seen[run]!);
    seen[run]! += 1;
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
