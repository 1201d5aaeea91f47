import { termRow } from '../regression/estimate.js';
import type { Regression } from '../regression/regress.js';
import type { TermRow } from '../regression/results.js';
import type { SlopeGradient } from './slope-gradient.js';

/** The slope of x in a regression, wherever the moderator stands. */
export interface Slopes {
  readonly regression: Regression;
  readonly gradientAt: SlopeGradient;
  /** The effect's term, for the rows. */
  readonly term: string;
  /** Of t, for the intervals. */
  readonly quantile: number;
}

/** The effect of x at one value of the moderator. */
export interface ConditionalEffect extends TermRow {
  readonly at: string;
  /** The moderator. */
  readonly value: number;
}

/** The effect of x in one category. */
export interface LevelEffect extends TermRow {
  /** The category. */
  readonly at: string;
}

/** The effect where the moderator has a value or is in a level: the gradient times the coefficients, its error by the delta method. */
export function effectRow(slopes: Slopes, at: number | string): TermRow {
  const { regression, gradientAt, term, quantile } = slopes;
  const gradient = gradientAt(at);
  const variance = quadraticForm(regression.covariance, gradient, gradient);
  return termRow(
    term,
    combination(regression, gradient),
    Math.sqrt(variance),
    regression.errorDegreesOfFreedom,
    quantile,
  );
}

/** The coefficients times a vector. */
export function combination({ terms }: Regression, vector: Float64Array): number {
  return vector.reduce((sum, weight, i) => sum + weight * terms[i]!.estimate, 0);
}

/** left' V right. */
export function quadraticForm(matrix: readonly Float64Array[], left: Float64Array, right: Float64Array): number {
  let sum = 0;
  left.forEach((a, i) => {
    if (a !== 0) right.forEach((b, j) => (sum += b === 0 ? 0 : a * b * matrix[i]![j]!));
  });
  return sum;
}
