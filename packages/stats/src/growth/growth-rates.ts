import { assertThat } from '@indexlab/core';
import { completeRows } from '../descriptive/values.js';

/**
 * The compound growth rate per period, `(end / start)^(1 / periods) - 1`.
 *
 * @throws IndexlabError when a level or the number of periods is not above zero
 *
 * @example
 * compoundGrowth(100, 121, 2).toFixed(12) // => '0.100000000000'
 */
export function compoundGrowth(start: number, end: number, periods: number): number {
  assertThat(start > 0 && end > 0, () => `compoundGrowth requires levels above zero, got ${start} and ${end}`);
  assertThat(periods > 0 && periods < Infinity, () => `compoundGrowth requires a number of periods above zero, got ${periods}`);
  return Math.expm1(Math.log(end / start) / periods);
}

/**
 * The growth rate of the sum of units, `sum of after / sum of before - 1`: large units weigh as much as they hold. It is the
 * mean of the units' growth rates weighted by what they held before, and not {@link meanOfGrowth}. Units with a missing value
 * (`NaN`) in either period are left out.
 *
 * @throws IndexlabError when lengths differ, no unit is left, or the sum before is not above zero
 *
 * @example
 * growthOfSum([90, 10], [99, 20]).toFixed(12) // => '0.190000000000'
 */
export function growthOfSum(before: ArrayLike<number>, after: ArrayLike<number>): number {
  const [x, y] = completeRows([before, after], 'growthOfSum') as [Float64Array, Float64Array];
  const start = x.reduce((sum, value) => sum + value, 0);
  assertThat(start > 0, () => `growthOfSum requires a sum before above zero, got ${start}`);
  return y.reduce((sum, value, i) => sum + value - x[i]!, 0) / start;
}

/**
 * The mean of the units' growth rates, `mean of (after / before - 1)`: every unit weighs the same, so that small units that
 * grow fast carry it. Not {@link growthOfSum}. Units with a missing value (`NaN`) in either period are left out.
 *
 * @throws IndexlabError when lengths differ, no unit is left, or a level before is not above zero
 *
 * @example
 * meanOfGrowth([90, 10], [99, 20]).toFixed(12) // => '0.550000000000'
 */
export function meanOfGrowth(before: ArrayLike<number>, after: ArrayLike<number>): number {
  const [x, y] = completeRows([before, after], 'meanOfGrowth') as [Float64Array, Float64Array];
  const wrong = x.find((value) => value <= 0);
  assertThat(wrong === undefined, () => `meanOfGrowth requires levels before above zero, got ${wrong}`, 'Leave such units out, or use growthOfSum.');
  return x.reduce((sum, value, i) => sum + (y[i]! - value) / value, 0) / x.length;
}
