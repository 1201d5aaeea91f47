import { assertThat, type Data, requireOptions } from '@indexlab/core';
import { sampleVariance } from '../descriptive/variance.js';
import { completeColumns, type FactorColumns } from './complete-columns.js';
import { symmetricEigen, withPositiveSum } from '../linear-algebra/symmetric-eigen.js';

/** How far columns measure one thing. */
export interface CronbachAlpha {
  readonly alpha: number;
  /** The same of columns in standard deviations. */
  readonly standardized: number;
  /** Alpha without each column in turn; `null` where one column is left, or the sum of those left does not vary. */
  readonly withoutColumn: { readonly column: string; readonly alpha: number | null }[];
  readonly n: number;
  readonly warnings: string[];
}

/**
 * Cronbach's alpha, `k / (k - 1) * (1 - sum of variances / variance of the sum)` of k columns, and standardized,
 * `k r / (1 + (k - 1) r)` with r the mean correlation. A warning names columns that go
 * against the first principal component: reverse them first.
 * Rows with a missing value are left out.
 *
 * @throws IndexlabError when there are fewer than two columns, one is unknown or constant, or their sum does not vary
 *
 * @example
 * cronbachAlpha({ a: [1, 2, 3], b: [1, 3, 2] }).alpha.toFixed(4) // => (2 * (1 - 2 / 3)).toFixed(4)
 *
 * Reference: `psych::alpha(data)` in R.
 */
export function cronbachAlpha(data: Data, options: FactorColumns = {}): CronbachAlpha {
  requireOptions(options, 'cronbachAlpha', { columns: 'an array of texts' });
  const { names, values, correlations, n, warnings } = completeColumns(data, options, 'cronbachAlpha');
  const k = names.length;
  const alpha = alphaOf(values);
  assertThat(alpha !== null, 'cronbachAlpha requires columns whose sum varies, got a constant sum');
  const all = correlations.flat().reduce((sum, r) => sum + r, 0);
  const meanCorrelation = (all - k) / (k * (k - 1));
  const common = withPositiveSum(symmetricEigen(correlations).vectors[0]!);
  const against = names.filter((_, i) => common[i]! < 0);
  return {
    alpha,
    standardized: (k * meanCorrelation) / (1 + (k - 1) * meanCorrelation),
    withoutColumn: names.map((column, i) => ({
      column,
      alpha: k > 2 ? alphaOf(values.filter((_, j) => j !== i)) : null,
    })),
    n,
    warnings: [
      ...warnings,
      ...(against.length > 0 ? [`Columns that go against the others, to be reversed: ${against.join(', ')}.`] : []),
    ],
  };
}

function alphaOf(columns: readonly Float64Array[]): number | null {
  const k = columns.length;
  const sums = columns[0]!.map((_, row) => columns.reduce((sum, values) => sum + values[row]!, 0));
  const whole = sampleVariance(sums);
  const parts = columns.reduce((sum, values) => sum + sampleVariance(values), 0);
  return whole > 1e-20 * parts ? (k / (k - 1)) * (1 - parts / whole) : null;
}
