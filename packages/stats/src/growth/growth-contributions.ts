import { assertThat } from '@indexlab/core';
import { preciseSum } from '../descriptive/precise.js';
import { completeRows } from '../descriptive/values.js';

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
  const [first] = completeRows([before, after], 'growthContributions');
  const total = preciseSum(first!)[0];
  assertThat(total > 0, () => `growthContributions requires a positive sum before, got ${total}`);
  return Float64Array.from(before, (value, i) => (after[i]! - value) / total);
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
  const [first, last] = completeRows([before, after], 'growthShares') as [Float64Array, Float64Array];
  const change = preciseSum(Float64Array.of(...last, ...first.map((value) => -value)))[0];
  assertThat(
    change !== 0,
    () => `growthShares requires a total that changes, got ${preciseSum(first)[0]} at both times`,
  );
  return Float64Array.from(before, (value, i) => (after[i]! - value) / change);
}
