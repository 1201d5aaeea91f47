import { requireArray, requireOptions } from '@indexlab/core';
import { aggregateOptionKinds, type AggregateOptions, aggregateRows, refuse } from './aggregate-rows.js';

/**
 * The weighted product of each unit's values, `product of x^(n w / sum of w)` over the n columns: with equal weights
 * the plain product. It orders units as the geometric mean does, whose n-th power it is, and takes a zero.
 *
 * @param columns one column per child, one value per unit, none below zero; `NaN` is missing. Where a missing value is
 *   skipped, the others' exponents still sum to n
 * @param weights one weight per column, on any scale; a column of weight zero counts for nothing
 * @param options `missing`: see {@link MissingRule}; `node` for messages
 * @returns one score per unit
 * @throws IndexlabError for a value below zero
 *
 * Reference: the weighted product of Bridgman (1922), with exponents whose mean is one.
 *
 * @example
 * product([new Float64Array([2, 0]), new Float64Array([3, 5])], [1, 1]) // => new Float64Array([6, 0])
 */
export function product(
  columns: readonly Float64Array[],
  weights: readonly number[],
  options: AggregateOptions = {},
): Float64Array {
  requireOptions(options, 'product', aggregateOptionKinds);
  requireArray(weights, 'product', 'weights');
  const size = weights.filter((weight) => weight > 0).length;
  return aggregateRows('product', columns, weights, options, (values, shares, row) => {
    let result = 1;
    for (let i = 0; i < values.length; i += 1) {
      if (values[i]! < 0) refuse('product', 'values of zero or more', values[i]!, row, options);
      result *= values[i]! ** (size * shares[i]!);
    }
    return result;
  });
}
