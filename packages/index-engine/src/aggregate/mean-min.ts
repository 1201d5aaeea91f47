import { assertThat, requireOptions } from '@indexlab/core';
import { aggregateOptionKinds, type AggregateOptions, aggregateRows } from './aggregate-rows.js';
import { arithmeticScore } from './arithmetic-mean.js';

/** How {@link meanMin} penalises. */
export interface MeanMinOptions extends AggregateOptions {
  /** From 0, the arithmetic mean, to 1, the full penalty (the default). */
  readonly alpha?: number;
  /** From 0, where the full penalty gives the minimum (the default), upward: the larger, the milder for small gaps. */
  readonly beta?: number;
}

/**
 * The mean-min function of each unit's values: the mean less a penalty for the gap to the smallest value,
 * `mean - alpha (sqrt((mean - minimum)^2 + beta^2) - beta)`, with the weighted arithmetic mean.
 *
 * @param columns one column per child, one value per unit; `NaN` is missing
 * @param weights one weight per column, on any scale; a column of weight zero counts for nothing
 * @param options `alpha`, `beta`; `missing`: see {@link MissingRule}; `node` for messages
 * @returns one score per unit
 * @throws IndexlabError when alpha leaves 0 to 1 or beta is negative, and as {@link arithmeticMean}
 *
 * Reference: Casadio Tarabusi and Guarini (2013), Social Indicators Research 112; `Compind::ci_mean_min`, which
 * standardises first.
 *
 * @example
 * meanMin([new Float64Array([2]), new Float64Array([8])], [1, 1], { alpha: 0.5, beta: 4 }) // => new Float64Array([5 - 0.5 * (5 - 4)])
 */
export function meanMin(
  columns: readonly Float64Array[],
  weights: readonly number[],
  options: MeanMinOptions = {},
): Float64Array {
  requireOptions(options, 'meanMin', { alpha: 'a number', beta: 'a number', ...aggregateOptionKinds });
  const { alpha = 1, beta = 0 } = options;
  assertThat(alpha >= 0 && alpha <= 1, () => `meanMin requires alpha between 0 and 1, got ${alpha}`);
  assertThat(beta >= 0 && beta < Infinity, () => `meanMin requires beta of zero or more, got ${beta}`);
  return aggregateRows('meanMin', columns, weights, options, (values, shares) => {
    const mean = arithmeticScore(values, shares);
    const gap = mean - values.reduce((least, value) => Math.min(least, value));
    return mean - alpha * (Math.hypot(gap, beta) - beta);
  });
}
