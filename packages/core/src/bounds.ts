import { assertThat } from './errors.js';
import { Exact } from './exact.js';
import { Interval } from './interval.js';

/** One cell of a linear form: a cell that occurs twice is one variable. */
export interface LinearTerm {
  /** What identifies the cell, such as `table#row/column`. */
  readonly cell: string;
  readonly coefficient: Exact;
  readonly interval: Interval;
}

/**
 * Bounds of a sum of cells times coefficients, over all values that the printed digits allow.
 *
 * Terms of one cell are added up before bounding, so `a - a` is exactly zero.
 *
 * @example
 * const a = { cell: 'a', interval: Interval.parse('0.5', '1.5') };
 * linearBounds([{ ...a, coefficient: Exact.one }, { ...a, coefficient: Exact.one.negated() }]).toString()
 * // => '[0, 0]'
 */
export function linearBounds(terms: readonly LinearTerm[]): Interval {
  const variables = new Map<string, { coefficient: Exact; interval: Interval }>();
  for (const { cell, coefficient, interval } of terms) {
    const known = variables.get(cell);
    variables.set(cell, { interval, coefficient: known ? known.coefficient.plus(coefficient) : coefficient });
  }
  let bounds = Interval.point(Exact.zero);
  for (const { coefficient, interval } of variables.values()) {
    if (coefficient.sign() !== 0) bounds = bounds.plus(Interval.point(coefficient).times(interval));
  }
  return bounds;
}

/** How a function moves with one cell; `either` when the direction depends on the other cells. */
export type Direction = 'up' | 'down' | 'either';

/**
 * Bounds of a function that is monotone in each cell: shares, ratios, growth, min-max, top shares.
 *
 * Such a function takes its extremes at corners of the box of printed intervals. A cell with a stated
 * direction needs no search; each `either` cell doubles the corners.
 *
 * @param compute the function, from one exact value per cell
 * @param cells the intervals of the cells, each a variable of its own
 * @param directions how the function moves with each cell; all `either` by default, at most 12 of those
 * @throws IndexlabError when a cell is unbounded, lengths differ or more than 12 cells are `either`
 *
 * @example
 * const share = ([part, rest]: Exact[]) => part.over(part.plus(rest));
 * monotoneBounds(share, [Interval.parse('1', '3'), Interval.parse('1', '1')], ['up', 'down']).toString()
 * // => '[0.5, 0.75]'
 */
export function monotoneBounds(
  compute: (values: Exact[]) => Exact,
  cells: readonly Interval[],
  directions: readonly Direction[] = cells.map(() => 'either'),
): Interval {
  assertThat(
    directions.length === cells.length,
    () => `monotoneBounds requires one direction per cell, got ${directions.length} for ${cells.length}`,
  );
  const free = directions.flatMap((direction, index) => (direction === 'either' ? [index] : []));
  assertThat(
    free.length <= 12,
    () => `monotoneBounds requires at most 12 cells without a direction, got ${free.length}`,
    'State "up" or "down" for the cells whose direction is known.',
  );
  const ends = cells.map((cell) => cell.ends('monotoneBounds'));
  const least = ends.map(([lower, upper], index) => (directions[index] === 'down' ? upper : lower));
  const most = ends.map(([lower, upper], index) => (directions[index] === 'down' ? lower : upper));
  const results: Exact[] = [];
  for (let corner = 0; corner < 2 ** free.length; corner += 1) {
    const choose = (values: Exact[]): Exact[] => {
      const chosen = [...values];
      free.forEach((index, bit) => (chosen[index] = ends[index]![(corner >> bit) & 1]!));
      return chosen;
    };
    results.push(compute(choose(least)), compute(choose(most)));
  }
  return Interval.hull(results[0]!, ...results.slice(1));
}
