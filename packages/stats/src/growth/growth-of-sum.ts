import { assertThat } from '@indexlab/core';
import { preciseMean, preciseSum } from '../descriptive/precise.js';
import { completeRows } from '../descriptive/values.js';
import { divide, subtract } from '../linear-algebra/double-double.js';

/**
 * How much a total grew: `sum of after / sum of before - 1`. Large parts count for more.
 *
 * Not the mean of the parts' growth rates, which is {@link meanGrowth}: this is their mean weighted by the parts' shares of the total
 * before. Parts missing at either time (`NaN`) are left out of both sums.
 *
 * @param before the parts at the first time
 * @param after the same parts, in the same order, at the last
 * @throws IndexlabError when lengths differ, no part is complete, or the sum before is not positive
 *
 * @example
 * growthOfSum([90, 10], [99, 20]).toFixed(12) // => '0.190000000000'
 *
 * @see R `sum(after) / sum(before) - 1`
 */
export function growthOfSum(before: ArrayLike<number>, after: ArrayLike<number>): number {
  const [first, last] = completeRows([before, after], 'growthOfSum', 1, ['before', 'after']) as [
    Float64Array,
    Float64Array,
  ];
  const total = preciseSum(first);
  assertThat(total[0] > 0, () => `growthOfSum requires a positive sum before, got ${total[0]}`);
  return divide(subtract(preciseSum(last), total), total)[0];
}

/**
 * How much the parts grew on average: the mean of `after / before - 1`. Each part counts the same, small ones too.
 *
 * Not the growth of their total, which is {@link growthOfSum}. Parts missing at either time (`NaN`) are left out.
 *
 * @throws IndexlabError when lengths differ, no part is complete, or a part before is not positive
 *
 * @example
 * meanGrowth([90, 10], [99, 20]).toFixed(12) // => ((0.1 + 1) / 2).toFixed(12)
 *
 * @see R `mean(after / before - 1)`
 */
export function meanGrowth(before: ArrayLike<number>, after: ArrayLike<number>): number {
  const [first, last] = completeRows([before, after], 'meanGrowth', 1, ['before', 'after']) as [
    Float64Array,
    Float64Array,
  ];
  const wrong = first.find((value) => value <= 0);
  assertThat(wrong === undefined, () => `meanGrowth requires positive parts before, got ${wrong}`);
  return preciseMean(first.map((value, i) => (last[i]! - value) / value))[0];
}
