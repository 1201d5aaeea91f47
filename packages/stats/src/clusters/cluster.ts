import { assertThat, type Data, dataSource, listNames, numbersOf, requireOptions, textsOf } from '@indexlab/core';
import { standardDeviation } from '../descriptive/variance.js';
import { mean } from '../descriptive/mean.js';
import { presentValues } from '../descriptive/values.js';
import { kMeans, type KMeans } from './k-means.js';

/** k-means clusters of the rows of data. */
export interface ClusteredRows extends Omit<KMeans, 'labels'> {
  readonly columns: readonly string[];
  /** The cluster of each row, from 1 to k; rows with a missing value have none and are not listed. */
  readonly labels: { readonly unit: string; readonly cluster: number }[];
  readonly warnings: string[];
}

/** How {@link cluster} goes about it. */
export interface ClusterOptions {
  readonly columns: readonly string[];
  readonly k: number;
  /** 1 by default. */
  readonly seed?: number;
  /** 50 by default, see {@link kMeans}. */
  readonly restarts?: number;
  /** The column that names the units; the row's number from 1 without it. */
  readonly unit?: string;
  /** Divides each column by its standard deviation (n - 1) around its mean; `centers` and sums of squares are then in such units. */
  readonly standardize?: boolean;
}

/** Standard deviations further apart than this factor leave the narrower columns without weight. */
const unevenSpread = 30;

/**
 * Clusters the rows of data by k-means, cluster 1 with the highest mean of its center: tiers of cities, for example.
 *
 * Rows with a missing value in a column are left out. A warning counts them, and names constant columns and columns so
 * much wider than others that they alone decide.
 *
 * @throws IndexlabError when a column is unknown or not numeric, or there are fewer distinct rows than k
 *
 * @example
 * cluster({ city: ['a', 'b', 'c'], score: [9, 1, 2] }, { columns: ['score'], k: 2, unit: 'city' }).labels
 * // => [{ unit: 'a', cluster: 1 }, { unit: 'b', cluster: 2 }, { unit: 'c', cluster: 2 }]
 *
 * Reference: `kmeans(data[columns], k, nstart = 50)` in R.
 */
export function cluster(data: Data, options: ClusterOptions): ClusteredRows {
  requireOptions(
    options,
    'cluster',
    {
      columns: 'an array of texts',
      k: 'a number',
      seed: 'a number',
      restarts: 'a number',
      unit: 'a text',
      standardize: 'true or false',
    },
    ['columns'],
  );
  const { columns, k, seed = 1, restarts = 50, unit, standardize = false } = options;
  const source = dataSource(data);
  assertThat(columns.length > 0, 'cluster requires at least one column, got none');
  const values = columns.map((name) => numbersOf(source, name, 'cluster'));
  values.forEach((column, i) => presentValues(column, `cluster (column "${columns[i]}")`));
  const rows = Array.from(values[0]!.keys()).filter((row) => values.every((column) => !Number.isNaN(column[row])));
  assertThat(rows.length >= 2, () => `cluster requires at least two rows without a missing value, got ${rows.length}`);
  const kept = values.map((column) => Float64Array.from(rows, (row) => column[row]!));
  const spreads = kept.map(standardDeviation);
  const used = standardize ? kept.map((column, i) => standardized(column, spreads[i]!)) : kept;
  const { labels, ...clusters } = kMeans(
    rows.map((_, i) => used.map((column) => column[i]!)),
    { k, seed, restarts },
  );
  const units = unit === undefined ? null : textsOf(source, unit);
  return {
    ...clusters,
    columns,
    labels: rows.map((row, i) => ({ unit: units ? (units[row] ?? '') : String(row + 1), cluster: labels[i]! })),
    warnings: warningsOf(columns, spreads, values[0]!.length - rows.length, standardize),
  };
}

function standardized(values: Float64Array, spread: number): Float64Array {
  const center = mean(values);
  return values.map((value) => (spread === 0 ? 0 : (value - center) / spread));
}

function warningsOf(
  columns: readonly string[],
  spreads: readonly number[],
  missing: number,
  standardize: boolean,
): string[] {
  const constant = columns.filter((_, i) => spreads[i] === 0);
  const widest = Math.max(...spreads);
  const narrow = columns.filter((_, i) => spreads[i]! > 0 && spreads[i]! * unevenSpread < widest);
  return [
    ...(missing > 0 ? [`${missing} rows were left out: a column is missing there.`] : []),
    ...(constant.length > 0 ? [`Constant columns say nothing about clusters: ${listNames(constant)}.`] : []),
    ...(narrow.length > 0 && !standardize
      ? [
          `Columns of small spread hardly count beside "${columns[spreads.indexOf(widest)]}": ${listNames(narrow)}. Standardize them to give all the same weight.`,
        ]
      : []),
  ];
}
