import { requireOptions } from '@indexlab/core';
import {
  aggregateOptionKinds,
  type AggregateOptions,
  aggregateRows,
  type Weighted,
  weightedColumns,
} from './aggregate-rows.js';

/**
 * The weighted arithmetic mean of each unit's values, `sum of w x / sum of w`.
 *
 * Full compensation: what one column lacks another makes up, at the ratio of their weights.
 *
 * @param columns one column per child, one value per unit; `NaN` is missing
 * @param weights one weight per column, on any scale; a column of weight zero counts for nothing
 * @param options `missing`: see {@link MissingRule}; `node` for messages
 * @returns one score per unit
 * @throws IndexlabError when columns differ in length, a value is infinite, or weights are negative or sum to zero
 *
 * Reference: `weighted.mean(x, w)` in R; `COINr::a_amean`.
 *
 * @example
 * arithmeticMean([new Float64Array([1, 2]), new Float64Array([5, NaN])], [3, 1]) // => new Float64Array([2, NaN])
 * @example
 * arithmeticMean([new Float64Array([1, 2]), new Float64Array([5, NaN])], [3, 1], { missing: 'skip' }) // => new Float64Array([2, 2])
 */
export function arithmeticMean(
  columns: readonly Float64Array[],
  weights: readonly number[],
  options: AggregateOptions = {},
): Float64Array {
  requireOptions(options, 'arithmeticMean', aggregateOptionKinds);
  if ((options.missing ?? 'propagate') === 'propagate') {
    const sums = columnSum(weightedColumns('arithmeticMean', columns, weights, options, false));
    // An infinite value leaves an infinite or missing sum: only then are the columns searched for it.
    if (!sums.every(Number.isFinite)) weightedColumns('arithmeticMean', columns, weights, options);
    return sums;
  }
  return aggregateRows('arithmeticMean', columns, weights, options, arithmeticScore);
}

/** Column by column, in the order of a row's sum; a missing value makes the sum missing by itself. */
function columnSum({ columns, weights, rows }: Weighted): Float64Array {
  const sums = new Float64Array(rows);
  columns.forEach((column, index) => {
    const weight = weights[index]!;
    for (let row = 0; row < rows; row += 1) sums[row]! += weight * column[row]!;
  });
  return sums;
}

export function arithmeticScore(values: Float64Array, weights: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < values.length; i += 1) sum += weights[i]! * values[i]!;
  return sum;
}
