import { assertThat, type Data, numbersOf, requireOptions, textsOf } from '@indexlab/core';
import { completeRows } from '../descriptive/values.js';
import { type Correlation, correlation } from './correlation.js';
import { partialCorrelation } from './partial-correlation.js';

/** A correlation of size variables beside its alternatives, and the units that carry it. */
export interface CorrelationSizeCheck {
  /** `levels`, `logs` (where all values are positive), `ranks`, `size control` (where a size is given), `without the largest`. */
  readonly variants: (Pick<Correlation, 'n' | 'estimate' | 'pValue' | 'lower' | 'upper'> & {
    readonly variant: string;
  })[];
  /** The largest units, by the sum of their shares in both columns. */
  readonly largest: LargestUnit[];
  readonly warnings: string[];
}

/** A unit's shares of both columns, and how far it pulls their correlation. */
export interface LargestUnit {
  /** The row of the data, counted from one, and its name where a column of names is given. */
  readonly row: number;
  readonly unit: string | null;
  readonly shareA: number;
  readonly shareB: number;
  /** `(value - mean)^2 / sum of squares` of each column: all units together have 1. */
  readonly leverageA: number;
  readonly leverageB: number;
}

/** What {@link correlationSizeCheck} relates. */
export interface CorrelationSizeCheckOptions {
  readonly a: string;
  readonly b: string;
  /** A column that measures size apart, such as population: its logarithm is held fixed, both columns in logs. */
  readonly size?: string;
  /** How many units to leave out; one percent of the rows and at least three by default. */
  readonly largest?: number;
  /** The column that names the units. */
  readonly unit?: string;
}

/**
 * What a correlation in levels of size variables rests on: shares of national totals are large where cities are large, so
 * that two of them go together whatever else is true. Shows it beside the correlation of logs, of ranks, with size held
 * fixed, and without the largest units. Rows with a missing value are left out.
 *
 * @throws IndexlabError when a column is unknown or negative, or too few units would be left
 *
 * @example
 * const data = { share: [1, 2, 1, 3, 2, 1, 2, 3, 1, 60], cloud: [2, 1, 1, 2, 3, 1, 1, 2, 2, 40] };
 * correlationSizeCheck(data, { a: 'share', b: 'cloud', largest: 1 }).variants.map((row) => `${row.variant} ${row.estimate.toFixed(2)}`)
 * // => ['levels 1.00', 'logs 0.90', 'ranks 0.50', 'without the largest 0.28']
 */
export function correlationSizeCheck(data: Data, options: CorrelationSizeCheckOptions): CorrelationSizeCheck {
  requireOptions(options, 'correlationSizeCheck', {
    a: 'a text',
    b: 'a text',
    size: 'a text',
    largest: 'a number',
    unit: 'a text',
  });
  const { a, b, size, unit } = options;
  const all = [a, b, ...(size === undefined ? [] : [size])].map((name) =>
    numbersOf(data, name, 'correlationSizeCheck'),
  );
  const rows = Array.from(all[0]!.keys()).filter((row) => all.every((values) => !Number.isNaN(values[row])));
  const [x, y, sizes] = completeRows(all, 'correlationSizeCheck', 3) as [Float64Array, Float64Array, Float64Array?];
  const negative = [x, y].findIndex((values) => values.some((value) => value < 0));
  assertThat(
    negative < 0,
    () => `correlationSizeCheck requires sizes of at least zero, got a negative one (column "${[a, b][negative]}")`,
  );
  const n = x.length;
  const count = options.largest ?? Math.max(3, Math.ceil(n / 100));
  assertThat(
    Number.isInteger(count) && count >= 1 && count <= n - 3,
    () => `correlationSizeCheck requires a number of largest units from 1 to ${n - 3}, got ${count}`,
  );
  const [sharesX, sharesY] = [sharesOf(x), sharesOf(y)] as const;
  const order = Array.from(x.keys()).sort((i, j) => sharesX[j]! + sharesY[j]! - sharesX[i]! - sharesY[i]! || i - j);
  const rest = order.slice(count).sort((i, j) => i - j);
  const positive = ![x, y].some((values) => values.includes(0)) && !(sizes?.some((value) => value <= 0) ?? false);
  const logs = { a: x.map(Math.log), b: y.map(Math.log), size: sizes?.map(Math.log) ?? [] };
  const variant = (
    name: string,
    { n, estimate, pValue, lower, upper }: Correlation,
  ): CorrelationSizeCheck['variants'][number] => ({
    variant: name,
    n,
    estimate,
    pValue,
    lower,
    upper,
  });
  const [leverageX, leverageY] = [leveragesOf(x), leveragesOf(y)] as const;
  const units = unit === undefined ? null : textsOf(data, unit);
  return {
    variants: [
      variant('levels', correlation(x, y)),
      ...(positive ? [variant('logs', correlation(logs.a, logs.b))] : []),
      variant('ranks', correlation(x, y, { method: 'spearman' })),
      ...(positive && sizes
        ? [variant('size control', partialCorrelation(logs, { a: 'a', b: 'b', controls: ['size'] }))]
        : []),
      variant(
        'without the largest',
        correlation(
          rest.map((i) => x[i]!),
          rest.map((i) => y[i]!),
        ),
      ),
    ],
    largest: order.slice(0, count).map((i) => ({
      row: rows[i]! + 1,
      unit: units?.[rows[i]!] ?? null,
      shareA: sharesX[i]!,
      shareB: sharesY[i]!,
      leverageA: leverageX[i]!,
      leverageB: leverageY[i]!,
    })),
    warnings: positive ? [] : ['Logs and the size control are left out: a value is zero.'],
  };
}

function sharesOf(values: Float64Array): Float64Array {
  const total = values.reduce((sum, value) => sum + value, 0);
  return values.map((value) => value / total);
}

function leveragesOf(values: Float64Array): Float64Array {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.map((value) => (value - mean) ** 2);
  const total = squares.reduce((sum, square) => sum + square, 0);
  return squares.map((square) => square / total);
}
