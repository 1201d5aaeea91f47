import { preciseMean } from './precise.js';
import { presentValues } from './values.js';

/**
 * The arithmetic mean, `sum of values / n`, correctly rounded in all but extreme cancellation.
 *
 * Missing values (`NaN`) are left out of the sum and of n.
 *
 * @throws IndexlabError when no value is left, or one lies beyond ±1e150
 *
 * @example
 * mean([1, 2, NaN, 6]) // => 3
 *
 * Reference: `mean(values, na.rm = TRUE)` in R.
 */
export function mean(values: ArrayLike<number>): number {
  return preciseMean(presentValues(values, 'mean'))[0];
}
