/**
 * Ranks from the largest value down: equal values share the best rank and the next rank is skipped (1, 2, 2, 4).
 *
 * Ranks are taken from the values as computed, never from rounded ones. A missing value has rank `NaN`.
 * The same in R: `rank(-x, ties.method = "min")`.
 *
 * @example
 * competitionRanks(new Float64Array([5, 9, 5, NaN])) // => new Float64Array([2, 1, 2, NaN])
 */
export function competitionRanks(values: Float64Array): Float64Array {
  const present = values.filter((value) => !Number.isNaN(value)).sort();
  return values.map((value) => (Number.isNaN(value) ? NaN : 1 + countAbove(present, value)));
}

/** How many values of an ascending list are larger, by bisection. */
function countAbove(ascending: Float64Array, value: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (ascending[middle]! > value) high = middle;
    else low = middle + 1;
  }
  return ascending.length - low;
}
