import { requireOptions } from '@indexlab/core';
import { aggregateOptionKinds, type AggregateOptions, aggregateRows } from './aggregate-rows.js';

/**
 * The largest of each unit's values: full compensation, one strength is enough. Named apart from `maximum` of core,
 * which compares exact numbers.
 *
 * @param columns one column per child, one value per unit; `NaN` is missing
 * @param weights one weight per column; only whether it is zero matters: such a column counts for nothing
 * @param options `missing`: see {@link MissingRule}; `node` for messages
 * @returns one score per unit
 * @throws IndexlabError as {@link arithmeticMean}
 *
 * Reference: `pmax` in R.
 *
 * @example
 * maximumValue([new Float64Array([1, 5]), new Float64Array([2, 4])], [1, 1]) // => new Float64Array([2, 5])
 */
export function maximumValue(
  columns: readonly Float64Array[],
  weights: readonly number[],
  options: AggregateOptions = {},
): Float64Array {
  requireOptions(options, 'maximumValue', aggregateOptionKinds);
  return aggregateRows('maximumValue', columns, weights, options, (values) =>
    values.reduce((most, value) => Math.max(most, value)),
  );
}
