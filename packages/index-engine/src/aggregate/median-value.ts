import { requireArray, requireOptions } from '@indexlab/core';
import { aggregateOptionKinds, type AggregateOptions, aggregateRows } from './aggregate-rows.js';
import { descendingOrder } from './descending-order.js';
import { asNumbers, wholeWeights } from './whole-weights.js';

/**
 * The weighted median of each unit's values: the value with at most half of the weight on either side, and the mean of
 * two where exactly half lies on each. With equal weights it is the ordinary median.
 *
 * @param columns one column per child, one value per unit; `NaN` is missing
 * @param weights one weight per column, on any scale; a column of weight zero counts for nothing
 * @param options `missing`: see {@link MissingRule}; `node` for messages
 * @returns one score per unit
 * @throws IndexlabError as {@link arithmeticMean}
 *
 * Reference: `median` in R where weights are equal; `matrixStats::weightedMedian(interpolate = FALSE, ties = "mean")`.
 *
 * @example
 * medianValue([new Float64Array([1]), new Float64Array([9]), new Float64Array([4])], [1, 1, 1]) // => new Float64Array([4])
 */
export function medianValue(
  columns: readonly Float64Array[],
  weights: readonly number[],
  options: AggregateOptions = {},
): Float64Array {
  requireOptions(options, 'medianValue', aggregateOptionKinds);
  requireArray(weights, 'medianValue', 'weights');
  const whole = wholeWeights(weights.filter((weight) => weight > 0));
  const exact = asNumbers(whole, 1) ?? whole;
  return aggregateRows('medianValue', columns, weights, options, (values, _shares, _row, places) => {
    const order = descendingOrder(values);
    // Weight is taken off both ends alike, in whole numbers: half on either side is half.
    const weightOf = (position: number): number => exact[places[order[position]!]!] as number;
    let [high, low] = [0, order.length - 1];
    let [above, below] = [weightOf(high), weightOf(low)];
    while (high < low) {
      if (above === below) {
        if (low - high === 1) break;
        high += 1;
        low -= 1;
        above = weightOf(high);
        below = weightOf(low);
      } else if (above < below) {
        below -= above;
        high += 1;
        above = weightOf(high);
      } else {
        above -= below;
        low -= 1;
        below = weightOf(low);
      }
    }
    return (values[order[high]!]! + values[order[low]!]!) / 2;
  });
}
