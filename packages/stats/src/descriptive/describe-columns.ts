import { assertThat, type Data, dataSource, listNames, numbersOf, requireArray } from '@indexlab/core';
import { kurtosis, skewness } from './moments.js';
import { mean } from './mean.js';
import { type NumericColumns, numericColumns } from './numeric-columns.js';
import { quantileOfSorted } from './quantile.js';
import { presentValues, sorted } from './values.js';
import { sampleDeviation } from './variance.js';

/** What {@link describeColumns} says of a column; `null` where there are too few values, or only equal ones. */
export interface ColumnDescription {
  readonly column: string;
  readonly n: number;
  readonly missing: number;
  readonly mean: number;
  readonly standardDeviation: number | null;
  readonly minimum: number;
  readonly lowerQuartile: number;
  readonly median: number;
  readonly upperQuartile: number;
  readonly maximum: number;
  readonly skewness: number | null;
  readonly kurtosis: number | null;
}

/** One row per column, and the columns that were left out as texts. */
export type ColumnDescriptions = ColumnDescription[] & Pick<NumericColumns, 'leftOut' | 'warnings'>;

/**
 * Describes columns, one row each: counts, mean, standard deviation (n - 1), quartiles (type 7), skewness and excess
 * kurtosis (type 2).
 *
 * @param columns the columns; by default all that hold no text, and `leftOut` of the result names those that do
 * @throws IndexlabError when a column is not numeric or has no value
 *
 * @example
 * describeColumns({ score: [1, 2, 3, NaN] }).map(({ n, missing, mean, median }) => [n, missing, mean, median])
 * // => [[3, 1, 2, 2]]
 *
 * Reference: `psych::describe(data, type = 2)` in R, `frame.describe()` in pandas.
 */
export function describeColumns(data: Data, columns?: readonly string[]): ColumnDescriptions {
  if (columns !== undefined) requireArray(columns, 'describeColumns', 'columns');
  const source = dataSource(data);
  const { names, leftOut, warnings } = numericColumns(source, columns);
  assertThat(
    names.length > 0,
    () => `describeColumns requires a column of numbers, got ${leftOut.length === 0 ? 'none' : listNames(leftOut)}`,
  );
  const rows = names.map((column): ColumnDescription => {
    const all = numbersOf(source, column, 'describeColumns');
    const values = sorted(presentValues(all, 'describeColumns', 1, `column "${column}"`));
    const n = values.length;
    const differ = values[0] !== values[n - 1];
    return {
      column,
      n,
      missing: all.length - n,
      mean: mean(values),
      standardDeviation: n > 1 ? sampleDeviation(values) : null,
      minimum: values[0]!,
      lowerQuartile: quantileOfSorted(values, 0.25),
      median: quantileOfSorted(values, 0.5),
      upperQuartile: quantileOfSorted(values, 0.75),
      maximum: values[n - 1]!,
      skewness: differ && n > 2 ? skewness(values) : null,
      kurtosis: differ && n > 3 ? kurtosis(values) : null,
    };
  });
  return Object.assign(rows, { leftOut, warnings });
}
