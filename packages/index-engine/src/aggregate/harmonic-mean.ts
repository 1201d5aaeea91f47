import { requireOptions } from '@indexlab/core';
import { aggregateOptionKinds, type AggregateOptions, aggregateRows, refuse } from './aggregate-rows.js';

/**
 * The weighted harmonic mean of each unit's values, `sum of w / sum of (w / x)`.
 *
 * @param columns one column per child, one value per unit, all above zero; `NaN` is missing
 * @param weights one weight per column, on any scale; a column of weight zero counts for nothing
 * @param options `missing`: see {@link MissingRule}; `node` for messages
 * @returns one score per unit
 * @throws IndexlabError for a value of zero or less
 *
 * Reference: `COINr::a_hmean`.
 *
 * @example
 * harmonicMean([new Float64Array([1]), new Float64Array([4])], [1, 1]) // => new Float64Array([2 / (1 + 1 / 4)])
 */
export function harmonicMean(
  columns: readonly Float64Array[],
  weights: readonly number[],
  options: AggregateOptions = {},
): Float64Array {
  requireOptions(options, 'harmonicMean', aggregateOptionKinds);
  return aggregateRows('harmonicMean', columns, weights, options, (values, shares, row) => {
    let sum = 0;
    for (let i = 0; i < values.length; i += 1) {
      if (values[i]! <= 0) refuse('harmonicMean', 'values above zero', values[i]!, row, options);
      sum += shares[i]! / values[i]!;
    }
    return 1 / sum;
  });
}
