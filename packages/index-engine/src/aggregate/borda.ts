import { Exact, requireOptions } from '@indexlab/core';
import { ranks } from '@indexlab/stats/descriptive';
import { aggregateOptionKinds, type AggregateOptions, aggregateRows, weightedColumns } from './aggregate-rows.js';
import { asNumbers, wholeWeights } from './whole-weights.js';

/**
 * The weighted Borda count: in each column a unit gets a point for every unit below it and half a point for every
 * other unit level with it; the score is the weighted mean of the points.
 *
 * Units without a value take no part in a column's points. Means are exact before they become doubles, so equal ones tie.
 *
 * @param columns one column per child, one value per unit, the larger the better; `NaN` is missing
 * @param weights one weight per column, on any scale; a column of weight zero counts for nothing
 * @param options `missing`: see {@link MissingRule}; `node` for messages
 * @returns one score per unit, from 0 to the number of units less one
 * @throws IndexlabError as {@link arithmeticMean}
 *
 * Reference: OECD/JRC Handbook (2008), section 6.6; points are `rank(x) - 1` in R, averaged.
 *
 * @example
 * borda([new Float64Array([10, 20, 20]), new Float64Array([3, 2, 1])], [1, 1]) // => new Float64Array([1, 1.25, 0.75])
 */
export function borda(
  columns: readonly Float64Array[],
  weights: readonly number[],
  options: AggregateOptions = {},
): Float64Array {
  requireOptions(options, 'borda', aggregateOptionKinds);
  const weighted = weightedColumns('borda', columns, weights, options);
  const points = weighted.columns.map((column) =>
    column.every(Number.isNaN) ? column : ranks(column).map((rank) => rank - 1),
  );
  const kept = weights.filter((weight) => weight > 0);
  const whole = wholeWeights(kept);
  const numbers = asNumbers(whole, 2 * weighted.rows);
  return aggregateRows('borda', points, kept, options, (values, _shares, _row, places) =>
    numbers ? meanOf(values, numbers, places) : exactMeanOf(values, whole, places),
  );
}

/** The weighted mean of halves, both sums in whole numbers. */
function meanOf(values: Float64Array, weights: readonly number[], places: Int32Array): number {
  let [sum, total] = [0, 0];
  for (let i = 0; i < values.length; i += 1) {
    sum += weights[places[i]!]! * 2 * values[i]!;
    total += weights[places[i]!]!;
  }
  return sum / (2 * total);
}

function exactMeanOf(values: Float64Array, weights: readonly bigint[], places: Int32Array): number {
  let [sum, total] = [0n, 0n];
  for (let i = 0; i < values.length; i += 1) {
    sum += weights[places[i]!]! * BigInt(2 * values[i]!);
    total += weights[places[i]!]!;
  }
  return Exact.ratio(sum, 2n * total).toNumber();
}
