import { assertThat, requireOptions } from '@indexlab/core';
import { aggregateOptionKinds, type AggregateOptions, aggregateRows, refuse } from './aggregate-rows.js';
import { geometricScore } from './geometric-mean.js';

/** How {@link powerMean} adds. */
export interface PowerMeanOptions extends AggregateOptions {
  /** 1 is the arithmetic mean, 0 the geometric, -1 the harmonic; the lower, the less the values compensate. */
  readonly power: number;
}

/**
 * The weighted power mean of each unit's values, `(sum of w x^power / sum of w)^(1 / power)`; at power 0 its limit, the
 * geometric mean.
 *
 * @param columns one column per child, one value per unit, none below zero, and none zero where the power is zero or
 *   less; `NaN` is missing
 * @param weights one weight per column, on any scale; a column of weight zero counts for nothing
 * @param options `power`, any finite number; `missing`: see {@link MissingRule}; `node` for messages
 * @returns one score per unit
 * @throws IndexlabError for a value that the power cannot take
 *
 * Reference: OECD/JRC Handbook (2008), section 6.6; `Compind::ci_generalized_mean`.
 *
 * @example
 * powerMean([new Float64Array([1]), new Float64Array([7])], [1, 1], { power: 2 })[0].toFixed(4) // => '5.0000'
 */
export function powerMean(
  columns: readonly Float64Array[],
  weights: readonly number[],
  options: PowerMeanOptions,
): Float64Array {
  requireOptions(options, 'powerMean', { power: 'a number', ...aggregateOptionKinds });
  const { power } = options;
  assertThat(
    Number.isFinite(power),
    () => `powerMean requires a finite power, got ${power}`,
    'Use minimum for -Infinity.',
  );
  const requirement = power > 0 ? 'values of zero or more' : 'values above zero';
  return aggregateRows('powerMean', columns, weights, options, (values, shares, row) => {
    let largest = 0;
    for (const value of values) {
      if (value < 0 || (value === 0 && power <= 0)) refuse('powerMean', requirement, value, row, options);
      if (value > largest) largest = value;
    }
    if (power === 0) return geometricScore(values, shares);
    if (largest === 0) return 0;
    // Relative to the value that dominates no power overflows; expm1 and log1p keep the digits of a power close to zero.
    const unit = power > 0 ? largest : values.reduce((least, value) => Math.min(least, value));
    let sum = 0;
    for (let i = 0; i < values.length; i += 1) sum += shares[i]! * Math.expm1(power * Math.log(values[i]! / unit));
    return unit * Math.exp(Math.log1p(sum) / power);
  });
}
