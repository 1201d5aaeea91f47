import { assertThat, type Data, dataSource, numbersOf } from '@indexlab/core';
import { perpetualInventory, type PerpetualInventoryOptions } from './perpetual-inventory.js';

/** Growth between two periods and its sources, all as differences of logarithms per unit of time. */
export interface GrowthAccountingRow {
  readonly from: number;
  readonly to: number;
  readonly output: number;
  readonly capital: number;
  readonly labour: number;
  /** Capital's share in output, the mean of both periods. */
  readonly capitalShare: number;
  /** `capitalShare * capital`, `(1 - capitalShare) * labour`, and what is left: total factor productivity. */
  readonly capitalContribution: number;
  readonly labourContribution: number;
  readonly productivity: number;
}

/** A growth account. */
export interface GrowthAccounting {
  readonly rows: GrowthAccountingRow[];
  /** From the first period to the last: the means of the rows, weighted by their length. */
  readonly whole: GrowthAccountingRow;
  /** The capital stock used, at the start of each period. */
  readonly capital: Float64Array;
}

/** What {@link growthAccounting} is made of. */
export interface GrowthAccountingOptions {
  readonly time: string;
  /** Output and investment at constant prices. */
  readonly output: string;
  readonly labour: string;
  /** Capital's share in output: a number between 0 and 1, or a column of them. */
  readonly capitalShare: number | string;
  /** The column of the capital stock, or instead of it how to make one from a column of investment. */
  readonly capital: string | (PerpetualInventoryOptions & { readonly investment: string });
}

/**
 * Growth accounting on a Solow model, `output = A capital^share labour^(1 - share)`: what capital, labour and total factor
 * productivity A contribute to growth (Solow 1957).
 *
 * `productivity = output - share * capital - (1 - share) * labour` with each growth a difference of natural logarithms per
 * unit of time, and the share the mean of both periods (Törnqvist). Capital made from investment is the stock at the start
 * of each period by {@link perpetualInventory}; time must then rise by one.
 *
 * @throws IndexlabError when there are fewer than two periods, time does not rise, a value is missing or not above zero, or a
 * share is not between 0 and 1
 *
 * @example
 * const data = { year: [2019, 2020], gdp: [100, 106], jobs: [50, 51], stock: [300, 330] };
 * growthAccounting(data, { time: 'year', output: 'gdp', labour: 'jobs', capital: 'stock', capitalShare: 0.4 }).whole.productivity.toFixed(6)
 * // => '0.008263'
 */
export function growthAccounting(data: Data, options: GrowthAccountingOptions): GrowthAccounting {
  const source = dataSource(data);
  const positive = (name: string): Float64Array => {
    const values = numbersOf(source, name);
    const row = values.findIndex((value) => !(value > 0 && value < Infinity));
    assertThat(row < 0, () => `growthAccounting requires values above zero, got ${values[row]} (column "${name}", row ${row + 1})`);
    return values;
  };
  const time = numbersOf(source, options.time);
  const n = time.length;
  assertThat(n >= 2, () => `growthAccounting requires at least two periods, got ${n}`);
  const [output, labour] = [positive(options.output), positive(options.labour)];
  const stated = typeof options.capital === 'string';
  const unordered = time.findIndex((value, i) => i > 0 && !(stated ? value > time[i - 1]! : value === time[i - 1]! + 1));
  assertThat(
    unordered < 0 && Number.isFinite(time[0]),
    () => `growthAccounting requires time that rises${stated ? '' : ' by one'}, got ${time[unordered]} after ${time[unordered - 1]} (column "${options.time}")`,
    'Sort the periods.',
  );
  const capital = typeof options.capital === 'string' ? positive(options.capital) : stockOf(source, options.capital);
  const shares = typeof options.capitalShare === 'string' ? positive(options.capitalShare) : new Float64Array(n).fill(options.capitalShare);
  const wrong = shares.find((share) => !(share > 0 && share < 1));
  assertThat(wrong === undefined, () => `growthAccounting requires shares of capital between 0 and 1, got ${wrong}`);
  const rows = Array.from({ length: n - 1 }, (_, i): GrowthAccountingRow => {
    const years = time[i + 1]! - time[i]!;
    const growth = (values: Float64Array): number => Math.log(values[i + 1]! / values[i]!) / years;
    const share = (shares[i]! + shares[i + 1]!) / 2;
    const [ofOutput, ofCapital, ofLabour] = [growth(output), growth(capital), growth(labour)];
    return {
      from: time[i]!,
      to: time[i + 1]!,
      output: ofOutput,
      capital: ofCapital,
      labour: ofLabour,
      capitalShare: share,
      capitalContribution: share * ofCapital,
      labourContribution: (1 - share) * ofLabour,
      productivity: ofOutput - share * ofCapital - (1 - share) * ofLabour,
    };
  });
  const length = time[n - 1]! - time[0]!;
  const overall = (name: Exclude<keyof GrowthAccountingRow, 'from' | 'to'>): number =>
    rows.reduce((sum, row) => sum + row[name] * (row.to - row.from), 0) / length;
  return {
    rows,
    whole: {
      from: time[0]!,
      to: time[n - 1]!,
      output: overall('output'),
      capital: overall('capital'),
      labour: overall('labour'),
      capitalShare: overall('capitalShare'),
      capitalContribution: overall('capitalContribution'),
      labourContribution: overall('labourContribution'),
      productivity: overall('productivity'),
    },
    capital,
  };
}

function stockOf(data: Data, capital: PerpetualInventoryOptions & { readonly investment: string }): Float64Array {
  const { investment, ...options } = capital;
  const stocks = perpetualInventory(numbersOf(data, investment), options).slice(0, -1);
  assertThat(stocks.every((stock) => stock > 0), 'growthAccounting requires a capital stock above zero, got zero');
  return stocks;
}
