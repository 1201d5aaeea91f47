import { requireArray, requireOptions } from '@indexlab/core';
import { aggregateOptionKinds, type AggregateOptions, aggregateRows } from './aggregate-rows.js';
import { arithmeticScore } from './arithmetic-mean.js';

/**
 * The weighted sum of each unit's values, `sum of x (n w / sum of w)` over the n columns: with equal weights the plain
 * sum. It orders units as the arithmetic mean does, whose n-fold it is.
 *
 * @param columns one column per child, one value per unit; `NaN` is missing. Where a missing value is skipped, the
 *   others' factors still sum to n
 * @param weights one weight per column, on any scale; a column of weight zero counts for nothing
 * @param options `missing`: see {@link MissingRule}; `node` for messages
 * @returns one score per unit
 * @throws IndexlabError as {@link arithmeticMean}
 *
 * Reference: `rowSums` in R where weights are equal.
 *
 * @example
 * weightedSum([new Float64Array([1, 5]), new Float64Array([2, 4])], [1, 1]) // => new Float64Array([3, 9])
 */
export function weightedSum(
  columns: readonly Float64Array[],
  weights: readonly number[],
  options: AggregateOptions = {},
): Float64Array {
  requireOptions(options, 'weightedSum', aggregateOptionKinds);
  requireArray(weights, 'weightedSum', 'weights');
  const size = weights.filter((weight) => weight > 0).length;
  return aggregateRows(
    'weightedSum',
    columns,
    weights,
    options,
    (values, shares) => size * arithmeticScore(values, shares),
  );
}
