import { requireArray } from '@indexlab/core';
import { ranks } from '@indexlab/stats/descriptive';

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
  requireArray(values, 'competitionRanks', 'values');
  return values.every(Number.isNaN) ? values : ranks(values, { ties: 'min', order: 'descending' });
}
