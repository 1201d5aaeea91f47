import { requireOptions } from '@indexlab/core';
import { aggregateOptionKinds, type AggregateOptions, aggregateRows } from './aggregate-rows.js';

/**
 * The smallest of each unit's values: no compensation at all. Named apart from `minimum` of core, which compares
 * exact numbers.
 *
 * @param columns one column per child, one value per unit; `NaN` is missing
 * @param weights one weight per column; only whether it is zero matters: such a column counts for nothing
 * @param options `missing`: see {@link MissingRule}; `node` for messages
 * @returns one score per unit
 * @throws IndexlabError as {@link arithmeticMean}
 *
 * Reference: `pmin` in R.
 *
 * @example
 * minimumValue([new Float64Array([1, 5]), new Float64Array([2, 4])], [1, 1]) // => new Float64Array([1, 4])
 */
export function minimumValue(
  columns: readonly Float64Array[],
  weights: readonly number[],
  options: AggregateOptions = {},
): Float64Array {
  requireOptions(options, 'minimumValue', aggregateOptionKinds);
  return aggregateRows('minimumValue', columns, weights, options, (values) =>
    values.reduce((least, value) => Math.min(least, value)),
  );
}
