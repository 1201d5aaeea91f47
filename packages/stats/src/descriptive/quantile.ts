import { assertThat } from '@indexlab/core';
import { presentValues, sorted } from './values.js';

/** Hyndman and Fan's types of sample quantiles: 7 is the default of R, NumPy and spreadsheets. */
export type QuantileType = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;

/**
 * The sample quantile at a probability, by one of the nine types of Hyndman and Fan (1996). Missing values are left out.
 *
 * Types 1 to 3 return a value of the sample or, type 2, the mean of two; 4 to 9 interpolate between the two values
 * around the position `a + probability (n + 1 - a - b)` with (a, b) = (0, 1), (1/2, 1/2), (0, 0), (1, 1), (1/3, 1/3),
 * (3/8, 3/8). Stata and SAS use type 2 or 5, SPSS 6.
 *
 * @param probability from 0 to 1
 * @param type 7 by default
 * @throws IndexlabError when no value is left or the probability lies outside [0, 1]
 *
 * @example
 * quantile([1, 2, 3, 4], 0.25) // => 1.75
 * @example
 * quantile([1, 2, 3, 4], 0.25, 6) // => 1.25
 *
 * Reference: `quantile(values, probability, type = type, na.rm = TRUE)` in R.
 */
export function quantile(values: ArrayLike<number>, probability: number, type: QuantileType = 7): number {
  const present = sorted(presentValues(values, 'quantile'));
  assertThat(
    probability >= 0 && probability <= 1,
    () => `quantile requires a probability from 0 to 1, got ${probability}`,
    'A percentile is 100 times a probability.',
  );
  assertThat(
    Number.isInteger(type) && type >= 1 && type <= 9,
    () => `quantile requires a type from 1 to 9, got ${type}`,
  );
  return quantileOfSorted(present, probability, type);
}

/**
 * The median: the middle value, or the mean of the two middle ones. Missing values are left out.
 *
 * @throws IndexlabError when no value is left
 *
 * @example
 * median([5, 1, NaN, 2, 4]) // => 3
 *
 * Reference: `median(values, na.rm = TRUE)` in R.
 */
export function median(values: ArrayLike<number>): number {
  return quantileOfSorted(sorted(presentValues(values, 'median')), 0.5);
}

/** The quantile of values already sorted, at least one. */
export function quantileOfSorted(values: Float64Array, probability: number, type: QuantileType = 7): number {
  const n = values.length;
  const [a, b] = positions[type];
  const position = type <= 3 ? n * probability - (type === 3 ? 0.5 : 0) : a + probability * (n + 1 - a - b);
  // A position meant to be whole may have lost its last bits (0.3 * 10).
  const whole = Math.floor(position + 4 * Number.EPSILON * Math.max(1, position));
  const part = position - whole;
  const fraction = Math.abs(part) < 4 * Number.EPSILON * Math.max(1, position) ? 0 : part;
  const weight = type <= 3 ? stepWeight(type, whole, fraction) : fraction;
  const lower = values[Math.min(Math.max(whole, 1), n) - 1]!;
  const upper = values[Math.min(Math.max(whole + 1, 1), n) - 1]!;
  return weight === 0 ? lower : weight === 1 ? upper : lower + weight * (upper - lower);
}

const positions: Record<QuantileType, readonly [number, number]> = {
  1: [0, 1],
  2: [0, 1],
  3: [0, 1],
  4: [0, 1],
  5: [1 / 2, 1 / 2],
  6: [0, 0],
  7: [1, 1],
  8: [1 / 3, 1 / 3],
  9: [3 / 8, 3 / 8],
};

function stepWeight(type: QuantileType, whole: number, fraction: number): number {
  if (fraction > 0) return 1;
  if (type === 2) return 0.5;
  return type === 3 && whole % 2 !== 0 ? 1 : 0;
}
