import { assertThat } from '@indexlab/core';
import { numberColumn } from '../number-column.js';
import { skewness } from '@indexlab/stats/descriptive';
import { extent, present } from '../normalise/summaries.js';

/** A transformation of a whole column that keeps its order; `name` is the column's, for messages. */
export type Transform = (values: Float64Array, name: string) => Float64Array;

/** The log family and Box-Cox, by the name a specification gives them. */
export const transformations = {
  /** `ln(x)`. */
  log: (values, name) => {
    requireAbove(values, 0, name);
    return values.map(Math.log);
  },
  /** `ln(x + 1)`. */
  'log-plus-one': (values, name) => {
    requireAbove(values, -1, name);
    return values.map(Math.log1p);
  },
  /** `ln(x - min + 1)`, COINr's `log_CT_orig`. */
  'log-from-one': (values) => fromOne(values).map(Math.log),
  /** `ln(x - min + (max - min) / 100)`, COINr's `log_CT`. */
  'log-shifted': (values) => {
    const [low, high] = extent(values);
    return values.map((value) => Math.log(value - low + 0.01 * (high - low)));
  },
  /** `log-shifted`, mirrored where the skewness is negative; COINr's `log_CT_plus`. */
  'log-either': (values) => {
    const [low, high] = extent(values);
    const shift = 0.01 * (high - low);
    return skewness(values) > 0
      ? values.map((value) => Math.log(value - low + shift))
      : values.map((value) => -Math.log(high + shift - value));
  },
  /** `ln((max - 1) (x - min) / (max - min) + 1)`, as the Global Innovation Index takes it; the maximum must exceed 1. */
  'log-gii': (values, name) => {
    const [low, high] = extent(values);
    assertThat(high > 1, () => `treat requires a maximum above 1 for log-gii, got ${high} (column "${name}")`);
    return values.map((value) => Math.log(((high - 1) * (value - low)) / (high - low) + 1));
  },
  /** Box-Cox of `x - min + 1` with the most likely lambda. */
  'box-cox': (values) => {
    const shifted = fromOne(values);
    return boxCox(shifted, boxCoxLambda(shifted));
  },
} satisfies Record<string, Transform>;

export type TransformationName = keyof typeof transformations;
export const transformationNames = Object.keys(transformations) as [TransformationName, ...TransformationName[]];

/** `x - min + 1`. */
export function fromOne(values: Float64Array): Float64Array {
  const [low] = extent(values);
  return values.map((value) => value - low + 1);
}

function requireAbove(values: Float64Array, bound: number, name: string): void {
  const [low] = extent(values);
  assertThat(low > bound, () => `treat requires values above ${bound} for a logarithm, got ${low} (column "${name}")`);
}

/**
 * The Box-Cox transformation `(x^lambda - 1) / lambda`, and `ln(x)` for a lambda of 0.
 *
 * @throws IndexlabError when a value is zero or less
 *
 * @example
 * boxCox(new Float64Array([1, 2, 3]), 2) // => new Float64Array([0, 3 / 2, 4])
 *
 * Reference: COINr's `boxcox(x, lambda, makepos = FALSE)`; Box and Cox (1964).
 */
export function boxCox(values: Float64Array, lambda: number): Float64Array {
  const column = numberColumn(values, 'boxCox', 'values');
  const [low] = extent(column);
  assertThat(low > 0, () => `boxCox requires values above zero, got ${low}`);
  return column.map((value) => (lambda === 0 ? Math.log(value) : (value ** lambda - 1) / lambda));
}

/**
 * The lambda from -5 to 5 under which Box-Cox values are most likely normal, to six decimals: it maximises
 * `(lambda - 1) sum(ln x) - n / 2 ln(variance)` with the variance over n.
 *
 * @throws IndexlabError when a value is zero or less
 *
 * @example
 * boxCoxLambda(new Float64Array([1, 2, 4, 8, 16])).toFixed(4) // => '0.0000'
 *
 * Reference: `scipy.stats.boxcox_normmax(x, method='mle')`, `MASS::boxcox` in R.
 */
export function boxCoxLambda(values: Float64Array): number {
  const known = present(numberColumn(values, 'boxCoxLambda', 'values'));
  const [low, high] = extent(known);
  assertThat(low > 0 && high > low, () => `boxCoxLambda requires values above zero that differ, got ${low} to ${high}`);
  // Of x over its geometric mean, so that powers neither overflow nor lose digits; the best lambda is the same.
  const logs = known.map(Math.log);
  const center = logs.reduce((sum, value) => sum + value, 0) / logs.length;
  const likelihood = (lambda: number): number => {
    const transformed = logs.map((value) =>
      lambda === 0 ? value - center : Math.expm1(lambda * (value - center)) / lambda,
    );
    const average = transformed.reduce((sum, value) => sum + value, 0) / transformed.length;
    return -Math.log(transformed.reduce((sum, value) => sum + (value - average) ** 2, 0));
  };
  return goldenSection(likelihood, -5, 5);
}

/** Where a function with one peak is largest. */
function goldenSection(height: (x: number) => number, from: number, to: number): number {
  const ratio = (Math.sqrt(5) - 1) / 2;
  let [low, high] = [from, to];
  let [left, right] = [high - ratio * (high - low), low + ratio * (high - low)];
  let [atLeft, atRight] = [height(left), height(right)];
  while (high - low > 1e-8) {
    if (atLeft < atRight) {
      [low, left, atLeft] = [left, right, atRight];
      right = low + ratio * (high - low);
      atRight = height(right);
    } else {
      [high, right, atRight] = [right, left, atLeft];
      left = high - ratio * (high - low);
      atLeft = height(left);
    }
  }
  return Number(((low + high) / 2).toFixed(6));
}
