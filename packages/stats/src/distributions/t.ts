import { twoProduct } from '../linear-algebra/double-double.js';
import { fTails } from './f.js';
import { assertDegreesOfFreedom, assertNumber, assertProbability, solveTail, type Tails } from './quantile.js';

/**
 * P(T > t) for T distributed as Student's t, computed directly in both tails.
 *
 * @param degreesOfFreedom any positive number; `Infinity` gives the normal distribution
 * @throws IndexlabError when t is NaN or the degrees of freedom are not positive
 *
 * @example
 * tUpperTail(1, 1).toFixed(12) // => '0.250000000000'
 *
 * @see R `pt(t, df, lower.tail = FALSE)`
 */
export function tUpperTail(t: number, degreesOfFreedom: number): number {
  const { lower, upper } = squareTails('tUpperTail', t, degreesOfFreedom);
  return t < 0 ? 0.5 + lower / 2 : upper / 2;
}

/**
 * P(T <= t) for T distributed as Student's t.
 *
 * @example
 * tCumulative(1, 1).toFixed(12) // => '0.750000000000'
 *
 * @see R `pt(t, df)`
 */
export function tCumulative(t: number, degreesOfFreedom: number): number {
  return tUpperTail(-t, degreesOfFreedom);
}

/**
 * P(|T| > |t|) for T distributed as Student's t: the two-sided p-value.
 *
 * @example
 * tTwoSided(-1, 1).toFixed(12) // => '0.500000000000'
 *
 * @see R `2 * pt(-abs(t), df)`
 */
export function tTwoSided(t: number, degreesOfFreedom: number): number {
  return squareTails('tTwoSided', t, degreesOfFreedom).upper;
}

/**
 * The t with P(T <= t) = p for T distributed as Student's t.
 *
 * @throws IndexlabError when p is not from 0 to 1 or the degrees of freedom are not positive
 *
 * @example
 * tQuantile(0.975, 10).toFixed(12) // => '2.228138851986'
 *
 * @see R `qt(p, df)`
 */
export function tQuantile(p: number, degreesOfFreedom: number): number {
  return -tUpperQuantile(p, degreesOfFreedom) || 0;
}

/**
 * The t with P(T > t) = p for T distributed as Student's t; for small p it keeps digits that `tQuantile(1 - p)` loses.
 *
 * @example
 * tUpperQuantile(0.25, 1).toFixed(12) // => '1.000000000000'
 *
 * @see R `qt(p, df, lower.tail = FALSE)`
 */
export function tUpperQuantile(p: number, degreesOfFreedom: number): number {
  assertProbability('tUpperQuantile', p);
  assertDegreesOfFreedom('tUpperQuantile', degreesOfFreedom);
  if (p > 0.5) return -tUpperQuantile(1 - p, degreesOfFreedom);
  return Math.sqrt(solveTail((square) => fTails([square, 0], 1, degreesOfFreedom), 'upper', 2 * p));
}

/** The tails of t², which is F with one and the given degrees of freedom. */
function squareTails(name: string, t: number, degreesOfFreedom: number): Tails {
  assertNumber(name, t);
  assertDegreesOfFreedom(name, degreesOfFreedom);
  return fTails(Math.abs(t) > 1e100 ? [t * t, 0] : twoProduct(t, t), 1, degreesOfFreedom);
}
