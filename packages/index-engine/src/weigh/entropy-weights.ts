import { completeColumns, requireValues, shares } from './weight-columns.js';

/**
 * Weights by Shannon's entropy: the less evenly a column's total is spread over the units, the more it weighs.
 *
 * With `p = x / sum of x`, the column's entropy is `e = -sum of p ln p / ln n` (0 ln 0 is 0), and
 * `weight[j] = (1 - e[j]) / sum of (1 - e)`. It does not depend on the unit of a column, but on where its zero lies.
 *
 * @param columns one column per child, one value per unit, none negative; units that lack a value are left out
 * @returns one weight per column; they sum to one
 * @throws IndexlabError for a negative value, a column of zeros, fewer than two complete units, or constant columns only
 *
 * Reference: Zeleny (1982), Multiple Criteria Decision Making; `skcriteria`'s `EntropyWeighter`.
 *
 * @example
 * entropyWeights([new Float64Array([1, 1]), new Float64Array([0, 5])]) // => [0, 1]
 */
export function entropyWeights(columns: readonly Float64Array[]): number[] {
  const complete = completeColumns('entropyWeights', columns);
  requireValues('entropyWeights', complete, 'values of zero or more', (value) => value >= 0);
  const totals = complete.map((column) => column.reduce((sum, value) => sum + value, 0));
  requireValues(
    'entropyWeights',
    totals.map((total) => new Float64Array([total])),
    'columns with a positive total',
    (total) => total > 0,
  );
  // 1 - e as the sum of p ln(n p) / ln n: no cancellation when the column is nearly even, and zero when it is even.
  return shares(
    'entropyWeights',
    complete.map((column, j) => {
      const count = column.length;
      const mean = totals[j]! / count;
      const divergence = column.reduce(
        (sum, value) => sum + (value === 0 ? 0 : (value / totals[j]!) * Math.log(value / mean)),
        0,
      );
      return Math.max(0, divergence / Math.log(count));
    }),
  );
}
