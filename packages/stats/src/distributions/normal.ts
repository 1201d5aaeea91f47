import { twoProduct } from '../linear-algebra/double-double.js';
import { gammaTails } from './incomplete-gamma.js';
import { assertNumber, assertProbability, solveTail, type Tails } from './quantile.js';

/**
 * P(Z > z) for Z standard normal, computed directly in both tails.
 *
 * @throws IndexlabError when z is NaN
 *
 * @example
 * normalUpperTail(1.959963984540054).toFixed(12) // => '0.025000000000'
 *
 * @see R `pnorm(z, lower.tail = FALSE)`
 */
export function normalUpperTail(z: number): number {
  assertNumber('normalUpperTail', z);
  const { lower, upper } = squareTails(z);
  return z < 0 ? 0.5 + lower / 2 : upper / 2;
}

/**
 * P(Z <= z) for Z standard normal.
 *
 * @example
 * normalCumulative(0) // => 0.5
 *
 * @see R `pnorm(z)`
 */
export function normalCumulative(z: number): number {
  return normalUpperTail(-z);
}

/**
 * P(|Z| > |z|) for Z standard normal: the two-sided p-value.
 *
 * @example
 * normalTwoSided(-1.959963984540054).toFixed(12) // => '0.050000000000'
 *
 * @see R `2 * pnorm(-abs(z))`
 */
export function normalTwoSided(z: number): number {
  assertNumber('normalTwoSided', z);
  return squareTails(z).upper;
}

/**
 * The density of the standard normal distribution.
 *
 * @example
 * normalDensity(0).toFixed(12) // => '0.398942280401'
 *
 * @see R `dnorm(z)`
 */
export function normalDensity(z: number): number {
  assertNumber('normalDensity', z);
  return Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
}

/**
 * The z with P(Z <= z) = p for Z standard normal.
 *
 * @throws IndexlabError when p is not from 0 to 1
 *
 * @example
 * normalQuantile(0.975).toFixed(12) // => '1.959963984540'
 *
 * @see R `qnorm(p)`
 */
export function normalQuantile(p: number): number {
  return -normalUpperQuantile(p) || 0;
}

/**
 * The z with P(Z > z) = p for Z standard normal; for small p it keeps digits that `normalQuantile(1 - p)` loses.
 *
 * @example
 * normalUpperQuantile(0.025).toFixed(12) // => '1.959963984540'
 *
 * @see R `qnorm(p, lower.tail = FALSE)`
 */
export function normalUpperQuantile(p: number): number {
  assertProbability('normalUpperQuantile', p);
  if (p > 0.5) return -normalUpperQuantile(1 - p);
  return Math.sqrt(solveTail((square) => gammaTails(0.5, [square / 2, 0]), 'upper', 2 * p));
}

/** The tails of z², which is chi-squared with one degree of freedom. */
function squareTails(z: number): Tails {
  const [square, error] = twoProduct(z, z);
  return Math.abs(z) > 1e100 ? gammaTails(0.5, [Infinity, 0]) : gammaTails(0.5, [square / 2, error / 2]);
}
