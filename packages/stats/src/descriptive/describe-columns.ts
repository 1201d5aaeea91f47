import { type Data, dataSource, numbersOf } from '@indexlab/core';
import { kurtosis, skewness } from './moments.js';
import { mean } from './mean.js';
import { quantileOfSorted } from './quantile.js';
import { presentValues, sorted } from './values.js';
import { sampleVariance } from './variance.js';

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

/**
 * Describes columns, one row each: counts, mean, standard deviation (n - 1), quartiles (type 7), skewness and excess
 * kurtosis (type 2).
 *
 * @param columns the columns, all by default
 * @throws IndexlabError when a column is not numeric or has no value
 *
 * @example
 * describeColumns({ score: [1, 2, 3, NaN] }).map(({ n, missing, mean, median }) => [n, missing, mean, median])
 * // => [[3, 1, 2, 2]]
 *
 * Reference: `psych::describe(data, type = 2)` in R, `frame.describe()` in pandas.
 */
export function describeColumns(
  data: Data,
  columns: readonly string[] = dataSource(data).columns,
): ColumnDescription[] {
  return columns.map((column) => {
    const all = numbersOf(data, column);
    const values = sorted(presentValues(all, `describeColumns (column "${column}")`));
    const n = values.length;
    const differ = values[0] !== values[n - 1];
    return {
      column,
      n,
      missing: all.length - n,
      mean: mean(values),
      standardDeviation: n > 1 ? Math.sqrt(sampleVariance(values)) : null,
      minimum: values[0]!,
      lowerQuartile: quantileOfSorted(values, 0.25),
      median: quantileOfSorted(values, 0.5),
      upperQuartile: quantileOfSorted(values, 0.75),
      maximum: values[n - 1]!,
      skewness: differ && n > 2 ? skewness(values) : null,
      kurtosis: differ && n > 3 ? kurtosis(values) : null,
    };
  });
}
