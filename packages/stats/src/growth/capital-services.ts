import { assertThat, requireOptions } from '@indexlab/core';
import { allValues } from '../descriptive/values.js';

/** What a year's use of capital costs. */
export interface CapitalServicesOptions {
  /** The share that wears out in a period, such as 0.3 for computers. */
  readonly depreciation: number;
  /** The nominal rate of return that capital has to earn, such as 0.08. */
  readonly returnRate: number;
  /** The price of the capital good in each period, 1 throughout by default; {@link hedonicPriceIndex} makes one of constant quality. */
  readonly prices?: ArrayLike<number>;
}

/**
 * The services of a stock of capital, by its user cost: `K[t] p[t - 1] (returnRate + depreciation (1 + i) - i)`, with `i` the rise of its
 * price over the period (Jorgenson 1963). In the first period the price before is taken to be that of the next step back at the same rate.
 *
 * Prices of computers fall: what an owner loses by it is a cost of use, so that services of the same stock are larger than its share of
 * depreciation alone.
 *
 * @param stock at the start of each period and in constant prices, as {@link perpetualInventory} gives it
 * @returns one amount per period, in current prices
 * @throws IndexlabError for a stock that is negative or missing, a depreciation outside [0, 1], a price that is not positive, or a cost below
 *   zero
 *
 * @example
 * capitalServices([100, 200], { depreciation: 0.2, returnRate: 0.1 }).map((value) => Math.round(value)) // => new Float64Array([30, 60])
 *
 * @see OECD (2009), Measuring Capital, chapter 15; Jorgenson and Griliches (1967)
 */
export function capitalServices(stock: ArrayLike<number>, options: CapitalServicesOptions): Float64Array {
  const caller = 'capitalServices';
  requireOptions(options, caller, { depreciation: 'a number', returnRate: 'a number', prices: 'an array' }, [
    'depreciation',
    'returnRate',
  ]);
  const { depreciation, returnRate } = options;
  const capital = allValues(stock, caller, 'stock');
  const prices = options.prices === undefined ? capital.map(() => 1) : allValues(options.prices, caller, 'prices');
  assertThat(
    prices.length === capital.length,
    () => `${caller} requires a price for each period, got ${prices.length} for ${capital.length}`,
  );
  assertThat(
    depreciation >= 0 && depreciation <= 1,
    () => `${caller} requires a depreciation from 0 to 1, got ${depreciation}`,
  );
  assertThat(Number.isFinite(returnRate), () => `${caller} requires a rate of return, got ${String(returnRate)}`);
  const wrong = [...prices].find((price) => !(price > 0)) ?? [...capital].find((amount) => amount < 0);
  assertThat(wrong === undefined, () => `${caller} requires stocks of zero or more and positive prices, got ${wrong}`);
  return capital.map((amount, t) => {
    const rise = prices.length === 1 ? 0 : t === 0 ? prices[1]! / prices[0]! - 1 : prices[t]! / prices[t - 1]! - 1;
    const before = t === 0 ? prices[0]! / (1 + rise) : prices[t - 1]!;
    const rate = returnRate + depreciation * (1 + rise) - rise;
    assertThat(
      rate >= 0,
      () => `${caller} requires a user cost of zero or more, got a rate of ${rate} (period ${t + 1})`,
      'Its price rises faster than capital has to earn: take a higher rate of return, or a smoother price.',
    );
    return amount * before * rate;
  });
}
