import { assertThat, requireOptions } from '@indexlab/core';
import { aggregateOptionKinds, type AggregateOptions, aggregateRows, refuse } from './aggregate-rows.js';
import { arithmeticScore } from './arithmetic-mean.js';

/** How {@link mazziottaPareto} penalises. */
export interface MazziottaParetoOptions extends AggregateOptions {
  /**
   * What a high score means. `positive` (the default): something good, so unequal values lower it; `negative`:
   * something bad, such as poverty, so unequal values raise it.
   */
  readonly polarity?: 'positive' | 'negative';
}

/**
 * The Mazziotta-Pareto index of each unit's values: their mean less (or plus) a penalty for being unequal,
 * `mean -+ deviation^2 / mean`, with the weighted mean and the weighted standard deviation (division by the sum of
 * the weights, n with equal ones).
 *
 * The paper's index takes z-scores brought to mean 100 and standard deviation 10; the adjusted index (AMPI) takes
 * values between goalposts brought to 70 to 130. Which of the two it is lies in the normalisation, not here.
 *
 * @param columns one column per child, one value per unit, with a mean above zero; `NaN` is missing
 * @param weights one weight per column, on any scale; a column of weight zero counts for nothing
 * @param options `polarity`; `missing`: see {@link MissingRule}; `node` for messages
 * @returns one score per unit
 * @throws IndexlabError for a unit whose mean is zero or less, and as {@link arithmeticMean}
 *
 * Reference: Mazziotta and Pareto (2016), Social Indicators Research 127, equations 2 to 4. `Compind::ci_mpi` divides
 * by n - 1 where the paper divides by n.
 *
 * @example
 * mazziottaPareto([new Float64Array([90]), new Float64Array([110])], [1, 1]) // => new Float64Array([100 - 10 ** 2 / 100])
 */
export function mazziottaPareto(
  columns: readonly Float64Array[],
  weights: readonly number[],
  options: MazziottaParetoOptions = {},
): Float64Array {
  requireOptions(options, 'mazziottaPareto', { polarity: ['positive', 'negative'], ...aggregateOptionKinds });
  const { polarity = 'positive' } = options;
  assertThat(
    polarity === 'positive' || polarity === 'negative',
    () => `mazziottaPareto requires the polarity positive or negative, got ${JSON.stringify(polarity)}`,
  );
  const sign = polarity === 'positive' ? -1 : 1;
  return aggregateRows('mazziottaPareto', columns, weights, options, (values, shares, row) => {
    const mean = arithmeticScore(values, shares);
    if (mean <= 0) refuse('mazziottaPareto', 'values with a mean above zero', mean, row, options);
    let variance = 0;
    for (let i = 0; i < values.length; i += 1) variance += shares[i]! * (values[i]! - mean) ** 2;
    return mean + (sign * variance) / mean;
  });
}
