import { assertThat, requireOptions } from '@indexlab/core';
import { presentValues } from '../descriptive/values.js';
import { compoundGrowth } from './compound-growth.js';

/** How {@link perpetualInventory} goes about it. */
export interface PerpetualInventoryOptions {
  /** The share of capital that wears out in a period, such as 0.096. */
  readonly depreciation: number;
  /** The growth of investment per period behind the initial capital; that from the first to the last investment by default. */
  readonly growth?: number;
  /** The initial capital, where it is known. */
  readonly initial?: number;
  /** Whether capital is counted at the `start` of each period (the default) or at its `end`. */
  readonly timing?: 'start' | 'end';
}

/**
 * The capital stock of each period, by the perpetual inventory method: what is left of the stock before plus investment.
 *
 * `K[0] = I[0] / (growth + depreciation)`, the stock of a steady state in which capital and investment grow alike. Then
 * `K[t] = (1 - depreciation) K[t - 1] + I[t - 1]` at the start of periods, for which that initial stock is exact, or
 * `K[t] = (1 - depreciation) K[t - 1] + I[t]` at their end, common in work on China. What is wrong with K[0] wears out at the rate of
 * depreciation.
 *
 * @param investment in constant prices, one value per period without gaps
 * @returns one stock per period, in the unit of investment
 * @throws IndexlabError for a missing or negative investment, a first investment of zero without `initial`, a depreciation outside
 *   [0, 1], or growth and depreciation that do not add up to something positive
 *
 * @example
 * perpetualInventory([10, 11], { depreciation: 0.15, growth: 0.1 }) // => new Float64Array([40, 0.85 * 40 + 10])
 *
 * @see Harberger (1978); Hall and Jones (1999); R `filter(c(K0, investment), 1 - depreciation, method = "recursive")`
 */
export function perpetualInventory(investment: ArrayLike<number>, options: PerpetualInventoryOptions): Float64Array {
  requireOptions(options, 'perpetualInventory', {
    depreciation: 'a number',
    growth: 'a number',
    initial: 'a number',
    timing: ['start', 'end'],
  });
  const { depreciation, timing = 'start' } = options;
  const values = presentValues(investment, 'perpetualInventory');
  const n = investment.length;
  assertThat(
    values.length === n,
    () => `perpetualInventory requires investment in every period, got ${n - values.length} of ${n} missing`,
  );
  const negative = values.findIndex((value) => value < 0);
  assertThat(
    negative < 0,
    () => `perpetualInventory requires investment of at least zero, got ${values[negative]} (period ${negative + 1})`,
  );
  assertThat(
    depreciation >= 0 && depreciation <= 1,
    () => `perpetualInventory requires a depreciation from 0 to 1, got ${depreciation}`,
  );
  assertThat(
    timing === 'start' || timing === 'end',
    () => `perpetualInventory requires the timing start or end, got ${JSON.stringify(timing)}`,
  );
  const capital = new Float64Array(n);
  capital[0] = options.initial ?? steadyState(values, depreciation, options.growth);
  assertThat(
    capital[0] > 0 && capital[0] < Infinity,
    () => `perpetualInventory requires a positive initial capital, got ${capital[0]}`,
  );
  for (let t = 1; t < n; t += 1)
    capital[t] = (1 - depreciation) * capital[t - 1]! + values[timing === 'start' ? t - 1 : t]!;
  return capital;
}

function steadyState(investment: Float64Array, depreciation: number, given?: number): number {
  assertThat(
    given !== undefined || investment.length >= 2,
    'perpetualInventory requires two periods to find the growth of investment, got 1',
    'Pass `growth`, or `initial` where the initial capital is known.',
  );
  const growth = given ?? compoundGrowth(investment[0]!, investment.at(-1)!, investment.length - 1);
  assertThat(
    growth + depreciation > 0,
    () => `perpetualInventory requires growth and depreciation with a positive sum, got ${growth} and ${depreciation}`,
    'Pass `initial`: investment that shrinks as fast as capital wears out has no steady state.',
  );
  return investment[0]! / (growth + depreciation);
}
