import { assertThat } from '@indexlab/core';
import { presentValues } from '../descriptive/values.js';

/** What {@link perpetualInventory} starts from. */
export interface PerpetualInventoryOptions {
  /** The share of the stock lost in a period, from 0 to 1. */
  readonly depreciation: number;
  /** The stock at the start of the first period; by default that of a steady state, see {@link perpetualInventory}. */
  readonly initial?: number;
  /** The growth rate of investment before the first period; its mean compound rate in the series by default. */
  readonly growth?: number;
}

/**
 * The capital stock by perpetual inventory: `stock[t + 1] = (1 - depreciation) stock[t] + investment[t]`.
 *
 * @param investment at constant prices, one value per period, without a gap
 * @returns the stock at the start of each period and, last, at the end of the last one: one value more than investment. Without
 * an initial stock the first is `investment[0] / (growth + depreciation)`, that of steady growth (Harberger 1978): it fades
 * as depreciation does, and the first periods lean on it
 * @throws IndexlabError when a value is missing or negative, depreciation lies outside [0, 1], or growth and depreciation
 * together are not above zero
 *
 * @example
 * perpetualInventory([10, 12], { depreciation: 0.1, initial: 100 }) // => new Float64Array([100, 100, 102])
 *
 * Reference: OECD (2009), "Measuring Capital".
 */
export function perpetualInventory(investment: ArrayLike<number>, options: PerpetualInventoryOptions): Float64Array {
  const { depreciation } = options;
  const flows = presentValues(investment, 'perpetualInventory');
  const n = flows.length;
  assertThat(n === investment.length, () => `perpetualInventory requires investment without a gap, got ${investment.length - n} missing`);
  const negative = flows.find((value) => value < 0);
  assertThat(negative === undefined, () => `perpetualInventory requires investment of at least zero, got ${negative}`);
  assertThat(depreciation >= 0 && depreciation <= 1, () => `perpetualInventory requires a depreciation from 0 to 1, got ${depreciation}`);
  const stocks = new Float64Array(n + 1);
  stocks[0] = options.initial ?? steadyStock(flows, depreciation, options.growth);
  assertThat(stocks[0] >= 0 && stocks[0] < Infinity, () => `perpetualInventory requires an initial stock of at least zero, got ${stocks[0]}`);
  for (let t = 0; t < n; t += 1) stocks[t + 1] = (1 - depreciation) * stocks[t]! + flows[t]!;
  return stocks;
}

function steadyStock(flows: Float64Array, depreciation: number, given: number | undefined): number {
  const n = flows.length;
  assertThat(
    given !== undefined || (n >= 2 && flows[0]! > 0 && flows[n - 1]! > 0),
    'perpetualInventory requires an initial stock, a growth rate, or investment above zero in the first and the last of two periods or more',
  );
  const growth = given ?? (flows[n - 1]! / flows[0]!) ** (1 / (n - 1)) - 1;
  assertThat(
    growth + depreciation > 0,
    () => `perpetualInventory requires growth and depreciation above zero together, got ${growth} and ${depreciation}`,
    'State the initial stock.',
  );
  return flows[0]! / (growth + depreciation);
}
