import { type Data, requireOptions } from '@indexlab/core';
import { mean } from '../descriptive/mean.js';
import { sampleDeviation, sampleVariance } from '../descriptive/variance.js';
import { completeColumns, type FactorColumns } from './complete-columns.js';
import { symmetricEigen, withPositiveSum } from '../linear-algebra/symmetric-eigen.js';

/** Principal components, the one with the largest variance first. */
export interface PrincipalComponents {
  readonly components: {
    /** From 1. */
    readonly component: number;
    readonly variance: number;
    readonly proportion: number;
    readonly cumulative: number;
    /** The weight of each column; their squares add up to one. */
    readonly weights: Readonly<Record<string, number>>;
  }[];
  /** One row per row of the data without a missing value, counted from 1. */
  readonly scores: { readonly row: number; readonly values: number[] }[];
  readonly n: number;
  readonly warnings: string[];
}

/**
 * The principal components of columns: of their correlations (columns in standard deviations, the default) or, without
 * scaling, of their covariances (n - 1).
 *
 * A component's sign is such that its weights add up to a positive number. Rows with a missing value are left out.
 *
 * @param options.scale `false` to keep the columns' own units
 * @throws IndexlabError when a column is unknown or constant, or fewer than three rows are complete
 *
 * @example
 * principalComponents({ a: [1, 2, 3], b: [2, 4, 6] }).components.map((row) => row.proportion.toFixed(4)) // => ['1.0000', '0.0000']
 *
 * Reference: `prcomp(data, scale. = TRUE)` in R.
 */
export function principalComponents(
  data: Data,
  options: FactorColumns & { scale?: boolean } = {},
): PrincipalComponents {
  requireOptions(options, 'principalComponents', { columns: 'an array of texts', scale: 'true or false' });
  const { scale = true } = options;
  const { names, values, n, rows, correlations, warnings } = completeColumns(data, options, 'principalComponents');
  if (!scale) for (const own of values) sampleVariance(own, 'principalComponents');
  const [centers, deviations] = [values.map(mean), values.map(sampleDeviation)];
  const units = deviations.map((deviation) => (scale ? deviation : 1));
  const matrix = correlations.map((row, i) =>
    row.map((r, j) => r * (deviations[i]! / units[i]!) * (deviations[j]! / units[j]!)),
  );
  const { values: eigenvalues, vectors } = symmetricEigen(matrix);
  const variances = eigenvalues.map((value) => Math.max(0, value));
  const weights = vectors.map(withPositiveSum);
  const total = variances.reduce((sum, value) => sum + value, 0);
  let cumulative = 0;
  return {
    components: variances.map((variance, i) => {
      cumulative += variance / total;
      return {
        component: i + 1,
        variance,
        proportion: variance / total,
        cumulative,
        weights: Object.fromEntries(names.map((name, j) => [name, weights[i]![j]!])),
      };
    }),
    scores: rows.map((row, i) => ({
      row: row + 1,
      values: weights.map((weight) =>
        weight.reduce((sum, value, j) => sum + (value * (values[j]![i]! - centers[j]!)) / units[j]!, 0),
      ),
    })),
    n,
    warnings,
  };
}
