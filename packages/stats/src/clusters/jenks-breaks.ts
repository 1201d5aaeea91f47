import { assertThat } from '@indexlab/core';
import { deviations } from '../descriptive/precise.js';
import { presentValues, sorted } from '../descriptive/values.js';
import { dot } from '../linear-algebra/double-column.js';

/** Natural classes of values, the lowest first. */
export interface JenksBreaks {
  /** The least value, then the largest of each class: k + 1 numbers. */
  readonly breaks: number[];
  /** How many values each class has. */
  readonly sizes: number[];
  /** Sum of squared deviations from the classes' means. */
  readonly withinSS: number;
  /** The goodness of variance fit: 1 less `withinSS` over the sum of squared deviations from the mean of all. */
  readonly fit: number;
}

/**
 * Jenks's natural breaks: the division of values into k classes of neighbours with the least sum of squared deviations
 * from the classes' means. Exact (Fisher 1958), in k n log n steps. Equal values are never divided. Missing values (`NaN`)
 * are left out.
 *
 * @throws IndexlabError when no value is left, or k is not a whole number from 1 to the number of distinct values
 *
 * @example
 * jenksBreaks([1, 2, 9, 10, 11, 30], 3).breaks // => [1, 2, 11, 30]
 *
 * Reference: `classInt::classIntervals(values, k, style = "fisher")` in R.
 */
export function jenksBreaks(values: ArrayLike<number>, k: number): JenksBreaks {
  const present = sorted(presentValues(values, 'jenksBreaks'));
  const distinct = present.filter((value, i) => i === 0 || value !== present[i - 1]);
  const m = distinct.length;
  assertThat(
    Number.isInteger(k) && k >= 1 && k <= m,
    () => `jenksBreaks requires a whole number of classes from 1 to ${m}, the number of distinct values, got ${k}`,
  );
  const cost = classCost(present, distinct);
  // best[j]: the least cost of the first j distinct values in the classes so far; starts[c][j]: where class c begins then.
  let best: Float64Array = Float64Array.from({ length: m + 1 }, (_, j) => (j === 0 ? 0 : cost(0, j)));
  const starts: Int32Array[] = [new Int32Array(m + 1)];
  for (let classes = 2; classes <= k; classes += 1) {
    const next = new Float64Array(m + 1).fill(Infinity);
    const start = new Int32Array(m + 1);
    fill(classes, m, classes - 1, m - 1);
    best = next;
    starts.push(start);

    /** Where the last class starts grows with j: the middle j halves the search of both sides. */
    function fill(first: number, last: number, from: number, to: number): void {
      if (first > last) return;
      const j = (first + last) >>> 1;
      for (let i = Math.max(from, classes - 1); i <= Math.min(to, j - 1); i += 1) {
        const total = best[i]! + cost(i, j);
        if (total < next[j]!) {
          next[j] = total;
          start[j] = i;
        }
      }
      fill(first, j - 1, from, start[j]!);
      fill(j + 1, last, start[j]!, to);
    }
  }
  const breaks: number[] = [];
  for (let c = k - 1, j = m; c >= 0; j = starts[c]![j]!, c -= 1) breaks.unshift(distinct[j - 1]!);
  const classes = breaks.map((end, c) =>
    present.filter((value) => value <= end && (c === 0 || value > breaks[c - 1]!)),
  );
  // Anew from the values: the cumulated sums lose digits of tight classes far from the mean.
  const withinSS = classes.reduce((sum, members) => sum + squaresAboutMean(members), 0);
  const totalSS = squaresAboutMean(present);
  return {
    breaks: [present[0]!, ...breaks],
    sizes: classes.map(({ length }) => length),
    withinSS,
    fit: totalSS === 0 ? 1 : 1 - withinSS / totalSS,
  };
}

function squaresAboutMean(values: Float64Array): number {
  const column = deviations(values);
  return dot(column, column)[0];
}

/** The sum of squared deviations within the distinct values from number i to j - 1, from cumulated sums about the mean. */
function classCost(present: Float64Array, distinct: Float64Array): (i: number, j: number) => number {
  const mean = present.reduce((sum, value) => sum + value, 0) / present.length;
  const counts = new Float64Array(distinct.length + 1);
  const sums = new Float64Array(distinct.length + 1);
  const squares = new Float64Array(distinct.length + 1);
  let at = 0;
  distinct.forEach((value, i) => {
    let times = 0;
    while (present[at + times] === value) times += 1;
    at += times;
    counts[i + 1] = counts[i]! + times;
    sums[i + 1] = sums[i]! + times * (value - mean);
    squares[i + 1] = squares[i]! + times * (value - mean) ** 2;
  });
  return (i, j) => Math.max(0, squares[j]! - squares[i]! - (sums[j]! - sums[i]!) ** 2 / (counts[j]! - counts[i]!));
}
