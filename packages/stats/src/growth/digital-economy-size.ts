import {
  assertThat,
  type Data,
  listNames,
  numbersOf,
  requireArray,
  requireObject,
  requireOptions,
  textsOf,
} from '@indexlab/core';
import { allValues } from '../descriptive/values.js';
import { capitalServices } from './capital-services.js';

/** What {@link digitalEconomySize} reads, one row per sector. */
export interface DigitalEconomySizeOptions {
  readonly sector: string;
  /** The column of value added, in current prices. */
  readonly valueAdded: string;
  /** The column of the stock of ICT capital at the start of the year. */
  readonly capital: string;
  /** The sectors that are the ICT industry: their value added counts whole, their capital not once more. */
  readonly ictSectors: readonly string[];
  /** Each with a name: a user cost of ICT capital. */
  readonly assumptions: Readonly<
    Record<string, { readonly depreciation: number; readonly returnRate: number; readonly priceChange?: number }>
  >;
}

/** The size of the digital economy under one assumption. */
export interface DigitalEconomySizeRow {
  readonly assumption: string;
  /** Value added of the ICT industry. */
  readonly industry: number;
  /** Services of ICT capital in all other sectors. */
  readonly digitised: number;
  readonly total: number;
  /** Of value added of all sectors. */
  readonly share: number;
  readonly bySector: Readonly<Record<string, number>>;
}

/**
 * The size of a digital economy as a level: value added of the ICT industry, and in every other sector the services of its ICT
 * capital, stock times user cost. Once for each assumption, as the result rests on them: with computers' prices falling a tenth a year
 * services are half as large again as with prices constant.
 *
 * This is a level in one year, not growth, and not a Solow residual; definitions that count whole value added of platforms, or only the
 * ICT industry, give other sizes. Stocks come from {@link perpetualInventory} of investment deflated by {@link hedonicPriceIndex};
 * {@link apportion} brings a total down to cities.
 *
 * @throws IndexlabError for an unknown column or sector, a missing or negative amount, a sector twice, no assumption, or a user cost below zero
 *
 * @example
 * const data = { sector: ['ict', 'farms', 'shops'], added: [10, 40, 50], stock: [5, 10, 20] };
 * const assumptions = { plain: { depreciation: 0.2, returnRate: 0.1 }, falling: { depreciation: 0.2, returnRate: 0.1, priceChange: -0.1 } };
 * digitalEconomySize(data, { sector: 'sector', valueAdded: 'added', capital: 'stock', ictSectors: ['ict'], assumptions })
 *   .map(({ total }) => total.toFixed(1)) // => ['19.0', '21.4']
 *
 * @see OECD (2009), Measuring Capital; Jorgenson, Ho and Stiroh (2005), Productivity, volume 3
 */
export function digitalEconomySize(data: Data, options: DigitalEconomySizeOptions): DigitalEconomySizeRow[] {
  const caller = 'digitalEconomySize';
  requireOptions(
    options,
    caller,
    {
      sector: 'a text',
      valueAdded: 'a text',
      capital: 'a text',
      ictSectors: 'an array of texts',
      assumptions: 'an object',
    },
    ['sector', 'valueAdded', 'capital', 'ictSectors', 'assumptions'],
  );
  const { ictSectors, assumptions } = options;
  requireArray(ictSectors, caller, 'ictSectors');
  requireObject(assumptions, caller, 'assumptions');
  const sectors = textsOf(data, options.sector).map((name) => name ?? '');
  const twice = sectors.find((name, row) => sectors.indexOf(name) !== row);
  assertThat(twice === undefined, () => `${caller} requires one row per sector, got two for ${twice}`);
  const unknown = Array.from(ictSectors).filter((name) => !sectors.includes(name));
  assertThat(
    unknown.length === 0,
    () => `${caller} requires ICT sectors of the data, got ${listNames(unknown.map(String))}`,
    `The sectors are: ${listNames(sectors)}.`,
  );
  const [added, capital] = [options.valueAdded, options.capital].map((name) =>
    allValues(numbersOf(data, name, caller), caller, name),
  ) as [Float64Array, Float64Array];
  const whole = added.reduce((sum, value) => sum + value, 0);
  assertThat(
    whole > 0 && added.every((value) => value >= 0),
    () => `${caller} requires value added of zero or more, some above, got ${added.join(', ')}`,
  );
  const named = Object.entries(assumptions);
  assertThat(named.length > 0, () => `${caller} requires at least one assumption, got none`);
  return named.map(([assumption, cost]) => {
    requireObject(cost, caller, `assumption ${assumption}`, ['depreciation', 'returnRate']);
    const { depreciation, returnRate, priceChange = 0 } = cost;
    assertThat(
      priceChange > -1,
      () => `${caller} requires a change of price above -1, got ${priceChange} (${assumption})`,
    );
    // Of a stock in this year's prices before: the year's services are those of its second period.
    const service = (stock: number): number =>
      capitalServices([stock, stock], { depreciation, returnRate, prices: [1, 1 + priceChange] })[1]!;
    const bySector = Object.fromEntries(
      sectors.map((name, row) => [name, ictSectors.includes(name) ? added[row]! : service(capital[row]!)]),
    );
    const sumOver = (ict: boolean): number =>
      sectors.reduce((sum, name) => (ictSectors.includes(name) === ict ? sum + bySector[name]! : sum), 0);
    const [industry, digitised] = [sumOver(true), sumOver(false)];
    return {
      assumption,
      industry,
      digitised,
      total: industry + digitised,
      share: (industry + digitised) / whole,
      bySector,
    };
  });
}
