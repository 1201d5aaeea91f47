import { assertThat, requireOptions } from '@indexlab/core';
import { aggregateOptionKinds, type AggregateOptions, aggregateRows } from './aggregate-rows.js';
import { descendingOrder } from './descending-order.js';

/** How {@link orderedWeightedAverage} weighs places. */
export interface OrderedWeightedAverageOptions extends AggregateOptions {
  /** Weights of the places from the largest value to the smallest, on any scale; as many as one likes, spread evenly. */
  readonly orderWeights: readonly number[];
}

/**
 * The ordered weighted average of each unit's values: weights belong to places, from the unit's best value to its
 * worst, and not to columns.
 *
 * With the cumulated order weights as a function `Q` from 0 to 1, linear between `place / number of places`, the value
 * in place `i` has weight `Q(importance up to place i) - Q(importance up to place i - 1)`, where a column's importance
 * is its share of `weights` (the weighted OWA of Torra 1997). With equal `weights` that is the OWA of Yager (1988); with
 * equal order weights it is the arithmetic mean. Order weights that fall weigh strengths, order weights that rise
 * weigh weaknesses.
 *
 * @param columns one column per child, one value per unit; `NaN` is missing
 * @param weights one weight per column, on any scale; a column of weight zero counts for nothing
 * @param options `orderWeights`; `missing`: see {@link MissingRule}; `node` for messages
 * @returns one score per unit
 * @throws IndexlabError when order weights are negative or sum to zero, and as {@link arithmeticMean}
 *
 * Reference: Yager (1988), IEEE Trans. Syst. Man Cybern. 18; Torra (1997), Int. J. Intell. Syst. 12; `Compind::ci_owa`.
 *
 * @example
 * const columns = [new Float64Array([1]), new Float64Array([6]), new Float64Array([2])];
 * orderedWeightedAverage(columns, [1, 1, 1], { orderWeights: [0, 1, 3] })[0].toFixed(4) // => '1.2500'
 */
export function orderedWeightedAverage(
  columns: readonly Float64Array[],
  weights: readonly number[],
  options: OrderedWeightedAverageOptions,
): Float64Array {
  requireOptions(options, 'orderedWeightedAverage', { orderWeights: 'an array', ...aggregateOptionKinds }, [
    'orderWeights',
  ]);
  const { orderWeights } = options;
  const wrong = orderWeights.find((weight) => !(weight >= 0 && weight < Infinity));
  assertThat(wrong === undefined, () => `orderedWeightedAverage requires order weights of zero or more, got ${wrong}`);
  const total = orderWeights.reduce((sum, weight) => sum + weight, 0);
  assertThat(total > 0, () => `orderedWeightedAverage requires order weights with a positive sum, got ${total}`);
  return aggregateRows('orderedWeightedAverage', columns, weights, options, (values, shares) => {
    let [importance, before, score] = [0, 0, 0];
    for (const position of descendingOrder(values)) {
      importance += shares[position]!;
      const cumulated = cumulatedAt(importance, orderWeights, total);
      score += (cumulated - before) * values[position]!;
      before = cumulated;
    }
    return score;
  });
}

/** The share of the order weights up to a share of the places. */
function cumulatedAt(importance: number, orderWeights: readonly number[], total: number): number {
  // A sum of shares that lies within rounding of a place is that place.
  const raw = importance * orderWeights.length;
  const places = Math.abs(raw - Math.round(raw)) < 1e-12 * orderWeights.length ? Math.round(raw) : raw;
  let sum = 0;
  for (let place = 0; place < orderWeights.length && place < places; place += 1) {
    sum += orderWeights[place]! * Math.min(1, places - place);
  }
  return sum / total;
}
