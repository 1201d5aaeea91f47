import { requireOptions } from '@indexlab/core';
import { aggregateOptionKinds, type AggregateOptions, aggregateRows, refuse } from './aggregate-rows.js';

/**
 * The weighted geometric mean of each unit's values, `exp(sum of w ln x / sum of w)`.
 *
 * Partial compensation: a low value costs more than the same loss at a high one.
 *
 * @param columns one column per child, one value per unit, all above zero; `NaN` is missing
 * @param weights one weight per column, on any scale; a column of weight zero counts for nothing
 * @param options `missing`: see {@link MissingRule}; `node` for messages
 * @returns one score per unit
 * @throws IndexlabError for a value of zero or less: a single zero would make the score zero whatever the others say
 *
 * Reference: OECD/JRC Handbook on Constructing Composite Indicators (2008), section 6.6; `COINr::a_gmean`.
 *
 * @example
 * geometricMean([new Float64Array([1]), new Float64Array([16])], [3, 1]) // => new Float64Array([2])
 */
export function geometricMean(
  columns: readonly Float64Array[],
  weights: readonly number[],
  options: AggregateOptions = {},
): Float64Array {
  requireOptions(options, 'geometricMean', aggregateOptionKinds);
  return aggregateRows('geometricMean', columns, weights, options, (values, shares, row) => {
    for (const value of values) if (value <= 0) refuse('geometricMean', 'values above zero', value, row, options);
    return geometricScore(values, shares);
  });
}

export function geometricScore(values: Float64Array, weights: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < values.length; i += 1) sum += weights[i]! * Math.log(values[i]!);
  return Math.exp(sum);
}
