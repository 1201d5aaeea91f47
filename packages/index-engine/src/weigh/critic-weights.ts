import { requireOptions } from '@indexlab/core';
import { correlation } from '@indexlab/stats/correlation';
import { standardDeviation } from '@indexlab/stats/descriptive';
import { shares, spreadColumns } from './weight-columns.js';

/**
 * Weights by CRITIC (criteria importance through intercriteria correlation): a column weighs more where it varies more
 * and agrees less with the others.
 *
 * `weight[j]` is in proportion to `standard deviation[j] * sum over k of (1 - correlation[j][k])`, with columns brought
 * from 0 at their smallest to 1 at their largest value first, and Pearson's correlation.
 *
 * @param columns one column per child, one value per unit; units that lack a value are left out
 * @param options `correlation`: `pearson` (the default) or `spearman`
 * @returns one weight per column; they sum to one
 * @throws IndexlabError for a constant column, fewer than three complete units, or columns that are all one
 *
 * Reference: Diakoulaki, Mavrotas and Papayannakis (1995), Computers and Operations Research 22; `skcriteria`'s `CRITIC`.
 *
 * @example
 * const columns = [new Float64Array([1, 2, 3, 4]), new Float64Array([1, 2, 3, 5]), new Float64Array([4, 1, 3, 2])];
 * criticWeights(columns).map((weight) => weight.toFixed(4)) // => ['0.2540', '0.2481', '0.4979']
 */
export function criticWeights(
  columns: readonly Float64Array[],
  options: { correlation?: 'pearson' | 'spearman' } = {},
): number[] {
  requireOptions(options, 'criticWeights', { correlation: ['pearson', 'spearman'] });
  const spread = spreadColumns('criticWeights', columns);
  const method = options.correlation ?? 'pearson';
  if (spread.length === 1) return [1];
  const deviations = spread.map((column) => standardDeviation(column));
  const importances = spread.map(() => 0);
  spread.forEach((column, j) => {
    for (let k = 0; k < j; k += 1) {
      const conflict = 1 - correlation(column, spread[k]!, { method }).estimate;
      importances[j]! += deviations[j]! * conflict;
      importances[k]! += deviations[k]! * conflict;
    }
  });
  return shares('criticWeights', importances);
}
