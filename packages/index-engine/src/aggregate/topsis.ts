import { requireOptions } from '@indexlab/core';
import { aggregateOptionKinds, type AggregateOptions, aggregateRows, weightedColumns } from './aggregate-rows.js';

/**
 * TOPSIS: how close each unit is to the best that was seen in every column, and how far from the worst,
 * `distance to worst / (distance to best + distance to worst)`, with Euclidean distances of the weighted values.
 *
 * Hwang and Yoon divide each column by its length first: give columns normalised with the `vector` method. All
 * columns count upward, as after normalisation with directions. Where a missing value is skipped, the distances are
 * taken over the columns that the unit has. A unit is halfway (0.5) where best and worst are the same.
 *
 * @param columns one column per child, one value per unit; `NaN` is missing
 * @param weights one weight per column, on any scale; a column of weight zero counts for nothing
 * @param options `missing`: see {@link MissingRule}; `node` for messages
 * @returns one score per unit, from 0 to 1
 * @throws IndexlabError as {@link arithmeticMean}
 *
 * Reference: Hwang and Yoon (1981), Multiple Attribute Decision Making; `skcriteria.agg.similarity.TOPSIS`.
 *
 * @example
 * topsis([new Float64Array([0, 1, 1]), new Float64Array([0, 0, 1])], [1, 1]) // => new Float64Array([0, 0.5, 1])
 */
export function topsis(
  columns: readonly Float64Array[],
  weights: readonly number[],
  options: AggregateOptions = {},
): Float64Array {
  requireOptions(options, 'topsis', aggregateOptionKinds);
  const weighted = weightedColumns('topsis', columns, weights, options);
  const ends = weighted.columns.map((column) => extent(column));
  const toBest = weighted.columns.map((column, index) => column.map((value) => value - ends[index]![1]));
  const toWorst = weighted.columns.map((column, index) => column.map((value) => value - ends[index]![0]));
  const kept = weights.filter((weight) => weight > 0);
  // Distances are weighted values: the weight stands inside the square.
  const distance = (values: Float64Array, shares: Float64Array): number => {
    let squares = 0;
    for (let i = 0; i < values.length; i += 1) squares += (shares[i]! * values[i]!) ** 2;
    return Math.sqrt(squares);
  };
  const best = aggregateRows('topsis', toBest, kept, options, distance);
  const worst = aggregateRows('topsis', toWorst, kept, options, distance);
  return best.map((distanceToBest, row) => {
    const sum = distanceToBest + worst[row]!;
    return sum === 0 ? 0.5 : worst[row]! / sum;
  });
}

/** The smallest and largest present value. */
function extent(column: Float64Array): [number, number] {
  let [low, high] = [Infinity, -Infinity];
  for (const value of column) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return [low, high];
}
