import { assertThat } from '@indexlab/core';
import { preciseSum } from '../descriptive/precise.js';
import { completeRows, numbersIn } from '../descriptive/values.js';
import { type DoubleDouble, subtract } from '../linear-algebra/double-double.js';

/**
 * What each part adds to the growth of the total: `(after[i] - before[i]) / sum of before`, as a share and not in percent. Contributions
 * add up to {@link growthOfSum}.
 *
 * A part missing at either time (`NaN`) has no contribution, `NaN`, and is left out of the sums.
 *
 * @param before the parts at the first time
 * @param after the same parts, in the same order, at the last
 * @throws IndexlabError when lengths differ, no part is complete, or the sum before is not positive
 *
 * @example
 * growthContributions([60, 40], [66, 49]) // => new Float64Array([6 / 100, 9 / 100])
 *
 * @see R `(after - before) / sum(before)`
 */
export function growthContributions(before: ArrayLike<number>, after: ArrayLike<number>): Float64Array {
  const caller = 'growthContributions';
  const [first, last] = [numbersIn(before, caller, 'before'), numbersIn(after, caller, 'after')];
  const total = preciseSum(completeRows([first, last], caller)[0]!)[0];
  assertThat(total > 0, () => `growthContributions requires a positive sum before, got ${total}`);
  return first.map((value, i) => (last[i]! - value) / total);
}

/**
 * Each part's share of the growth of the total: `(after[i] - before[i]) / (sum of after - sum of before)`. Shares add up to 1; where some
 * parts grow and some shrink they lie below 0 or above 1, and where the total shrinks a part that shrinks has a positive one.
 *
 * A part missing at either time (`NaN`) has no share, `NaN`, and is left out of the sums.
 *
 * @param before the parts at the first time
 * @param after the same parts, in the same order, at the last
 * @throws IndexlabError when lengths differ, no part is complete, or the total does not change
 *
 * @example
 * growthShares([60, 40], [66, 49]) // => new Float64Array([6 / 15, 9 / 15])
 *
 * @see R `(after - before) / sum(after - before)`
 */
export function growthShares(before: ArrayLike<number>, after: ArrayLike<number>): Float64Array {
  const caller = 'growthShares';
  const [first, last] = [numbersIn(before, caller, 'before'), numbersIn(after, caller, 'after')];
  const [earlier, later] = completeRows([first, last], caller).map(preciseSum) as [DoubleDouble, DoubleDouble];
  const change = subtract(later, earlier)[0];
  assertThat(change !== 0, () => `growthShares requires a total that changes, got ${earlier[0]} at both times`);
  return first.map((value, i) => (last[i]! - value) / change);
}
