import { assertThat, type Data, requireOptions } from '@indexlab/core';
import { chiSquaredUpperTail } from '../distributions/index.js';
import type { TestResult } from '../regression/diagnostics/test-result.js';
import { type CompleteColumns, completeColumns, type FactorColumns } from './complete-columns.js';
import { inverseOf, symmetricEigen } from '../linear-algebra/symmetric-eigen.js';

/** How far columns share what factors could explain. */
export interface SamplingAdequacy {
  /** From 0 to 1: below 0.5 unacceptable, from 0.8 on good (Kaiser 1974). */
  readonly overall: number;
  readonly columns: { readonly column: string; readonly adequacy: number }[];
  readonly n: number;
  readonly warnings: string[];
}

/**
 * The measure of sampling adequacy of Kaiser, Meyer and Olkin: `sum of r^2 / (sum of r^2 + sum of partial^2)` over the
 * correlations of all pairs and their partial correlations given all other columns; for a column over its own pairs. Rows
 * with a missing value are left out.
 *
 * @throws IndexlabError when a column is unknown or constant, or a linear combination of others
 *
 * @example
 * const data = { a: [1, 2, 3, 4, 5, 6], b: [1, 3, 2, 4, 6, 5], c: [2, 1, 3, 5, 4, 6] };
 * kaiserMeyerOlkin(data).overall.toFixed(4) // => '0.5188'
 *
 * Reference: `psych::KMO(data)` in R.
 */
export function kaiserMeyerOlkin(data: Data, options: FactorColumns = {}): SamplingAdequacy {
  requireOptions(options, 'kaiserMeyerOlkin', { columns: 'an array of texts' });
  const complete = completeColumns(data, options, 'kaiserMeyerOlkin');
  const { names, correlations, n, warnings } = complete;
  const precision = inverseOf(requireIndependent(complete, 'kaiserMeyerOlkin'));
  const squares = names.map((_, i) =>
    names.reduce(
      (sums, __, j) => {
        if (i === j) return sums;
        const partial = precision[i]![j]! ** 2 / (precision[i]![i]! * precision[j]![j]!);
        return { plain: sums.plain + correlations[i]![j]! ** 2, partial: sums.partial + partial };
      },
      { plain: 0, partial: 0 },
    ),
  );
  const plain = squares.reduce((sum, row) => sum + row.plain, 0);
  const partial = squares.reduce((sum, row) => sum + row.partial, 0);
  return {
    overall: plain / (plain + partial),
    columns: names.map((column, i) => ({
      column,
      adequacy: squares[i]!.plain / (squares[i]!.plain + squares[i]!.partial),
    })),
    n,
    warnings,
  };
}

/**
 * Bartlett's test of sphericity, that columns are uncorrelated: `-(n - 1 - (2 p + 5) / 6) log(det(correlations))`, chi-squared
 * with p (p - 1) / 2 degrees of freedom. Rows with a missing value are left out.
 *
 * @throws IndexlabError when a column is unknown or constant, or a linear combination of others
 *
 * @example
 * const data = { a: [1, 2, 3, 4, 5, 6], b: [1, 3, 2, 4, 6, 5], c: [2, 1, 3, 5, 4, 6] };
 * bartlettSphericity(data).statistic.toFixed(4) // => '11.0802'
 *
 * Reference: `psych::cortest.bartlett(data)` in R.
 */
export function bartlettSphericity(data: Data, options: FactorColumns = {}): TestResult {
  requireOptions(options, 'bartlettSphericity', { columns: 'an array of texts' });
  const complete = completeColumns(data, options, 'bartlettSphericity');
  const p = complete.names.length;
  const { values: eigenvalues } = requireIndependent(complete, 'bartlettSphericity');
  const logDeterminant = eigenvalues.reduce((sum, value) => sum + Math.log(value), 0);
  const statistic = Math.max(0, -(complete.n - 1 - (2 * p + 5) / 6) * logDeterminant);
  const degreesOfFreedom = (p * (p - 1)) / 2;
  return {
    method: "Bartlett's sphericity",
    statistic,
    degreesOfFreedom,
    pValue: chiSquaredUpperTail(statistic, degreesOfFreedom),
  };
}

/** The eigenvalues and vectors of correlations without a linear relation among the columns. */
function requireIndependent(
  { correlations, n, names }: CompleteColumns,
  caller: string,
): ReturnType<typeof symmetricEigen> {
  const eigen = symmetricEigen(correlations);
  assertThat(
    eigen.values.at(-1)! > 1e-12 && n > names.length,
    () =>
      `${caller} requires more rows than columns, and no column that others make up, got ${n} rows of ${names.length} columns`,
    'Leave out columns that are sums of others, such as totals.',
  );
  return eigen;
}
