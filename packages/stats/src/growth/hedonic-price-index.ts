import { assertThat, type Data, numbersOf, requireArray, requireOptions } from '@indexlab/core';
import { regress } from '../regression/regress.js';

/** A price of constant quality at one time. */
export interface HedonicPriceRow {
  readonly time: number;
  /** 1 at the first time. */
  readonly index: number;
  /** Ends of the interval; 1 at the first time. */
  readonly lower: number;
  readonly upper: number;
  readonly n: number;
}

/**
 * A hedonic price index by time dummies: least squares of the log of price on characteristics and a constant for each time; `exp` of
 * these constants is the price of a good of constant quality, 1 at the first time. Means of `ln price` alone say a computer got dearer
 * that only got better.
 *
 * @param data one row per model and time
 * @param options `price`, above zero; `time`, a column of numbers; `characteristics`, columns of numbers, in logs where that is meant;
 *   `level` of the intervals, 0.95 by default
 * @throws IndexlabError for an unknown column, a price that is not positive, a single time, or fewer rows than coefficients
 *
 * @example
 * const data = { price: [10, 20, 5, 10, 20], speed: [1, 2, 1, 2, 4], year: [1, 1, 2, 2, 2] };
 * hedonicPriceIndex({ ...data, log: data.speed.map(Math.log) }, { price: 'price', time: 'year', characteristics: ['log'] })
 *   .map(({ index }) => index.toFixed(3)) // => ['1.000', '0.500']
 *
 * @see Triplett (2004), Handbook on hedonic indexes, chapter III; R `exp(coef(lm(log(price) ~ x + factor(year))))`
 */
export function hedonicPriceIndex(
  data: Data,
  options: {
    readonly price: string;
    readonly time: string;
    readonly characteristics: readonly string[];
    readonly level?: number;
  },
): HedonicPriceRow[] {
  const caller = 'hedonicPriceIndex';
  requireOptions(
    options,
    caller,
    { price: 'a text', time: 'a text', characteristics: 'an array of texts', level: 'a number' },
    ['price', 'time', 'characteristics'],
  );
  const { price, time, characteristics, level = 0.95 } = options;
  requireArray(characteristics, caller, 'characteristics');
  const [prices, times] = [numbersOf(data, price, caller), numbersOf(data, time, caller)];
  const wrong = Array.from(prices).find((value) => value <= 0);
  assertThat(wrong === undefined, () => `${caller} requires prices above zero, got ${wrong}`);
  const own = characteristics.map((name) => numbersOf(data, name, caller));
  const complete = (row: number): boolean => !Number.isNaN(prices[row]! + own.reduce((sum, one) => sum + one[row]!, 0));
  const periods = [...new Set(Array.from(times).filter((value, row) => !Number.isNaN(value) && complete(row)))].sort(
    (a, b) => a - b,
  );
  assertThat(periods.length >= 2, () => `${caller} requires at least two times, got ${periods.length}`);
  // Names of its own: a column may be called anything.
  const columns: Record<string, ArrayLike<number>> = { y: Array.from(prices, Math.log) };
  own.forEach((values, at) => (columns[`x${at + 1}`] = values));
  periods.slice(1).forEach((period, at) => {
    columns[`t${at + 1}`] = Array.from(times, (value) => (Number.isNaN(value) ? NaN : Number(value === period)));
  });
  const { y: _outcome, ...others } = columns;
  const { terms } = regress(`y ~ ${Object.keys(others).join(' + ')}`, columns as Data, { level });
  return periods.map((period, at) => {
    const n = Array.from(times).filter((value, row) => value === period && complete(row)).length;
    if (at === 0) return { time: period, index: 1, lower: 1, upper: 1, n };
    const term = terms.find((one) => one.term === `t${at}`)!;
    return {
      time: period,
      index: Math.exp(term.estimate),
      lower: Math.exp(term.lower),
      upper: Math.exp(term.upper),
      n,
    };
  });
}
