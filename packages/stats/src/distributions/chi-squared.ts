import { gammaTails } from './incomplete-gamma.js';
import { assertDegreesOfFreedom, assertNumber, assertProbability, solveTail, type Tails } from './quantile.js';

/**
 * P(X > x) for X chi-squared with the given degrees of freedom, computed directly (never as one less the other tail, where
 * it is the smaller one).
 *
 * @throws IndexlabError when x is NaN or the degrees of freedom are not positive
 *
 * @example
 * chiSquaredUpperTail(3.841458820694124, 1).toFixed(12) // => '0.050000000000'
 *
 * @see R `pchisq(x, df, lower.tail = FALSE)`
 */
export function chiSquaredUpperTail(x: number, degreesOfFreedom: number): number {
  return tails('chiSquaredUpperTail', x, degreesOfFreedom).upper;
}

/**
 * P(X <= x) for X chi-squared.
 *
 * @example
 * chiSquaredCumulative(2, 2).toFixed(12) // => '0.632120558829'
 *
 * @see R `pchisq(x, df)`
 */
export function chiSquaredCumulative(x: number, degreesOfFreedom: number): number {
  return tails('chiSquaredCumulative', x, degreesOfFreedom).lower;
}

/**
 * The x with P(X <= x) = p for X chi-squared.
 *
 * @throws IndexlabError when p is not from 0 to 1 or the degrees of freedom are not positive
 *
 * @example
 * chiSquaredQuantile(0.95, 1).toFixed(12) // => '3.841458820694'
 *
 * @see R `qchisq(p, df)`
 */
export function chiSquaredQuantile(p: number, degreesOfFreedom: number): number {
  return quantile('chiSquaredQuantile', 'lower', p, degreesOfFreedom);
}

/**
 * The x with P(X > x) = p for X chi-squared; for small p it keeps digits that `chiSquaredQuantile(1 - p)` loses.
 *
 * @example
 * chiSquaredUpperQuantile(0.05, 1).toFixed(12) // => '3.841458820694'
 *
 * @see R `qchisq(p, df, lower.tail = FALSE)`
 */
export function chiSquaredUpperQuantile(p: number, degreesOfFreedom: number): number {
  return quantile('chiSquaredUpperQuantile', 'upper', p, degreesOfFreedom);
}

function tails(name: string, x: number, degreesOfFreedom: number): Tails {
  assertNumber(name, x);
  assertDegreesOfFreedom(name, degreesOfFreedom, Number.MAX_VALUE);
  return gammaTails(degreesOfFreedom / 2, [Math.max(x, 0) / 2, 0]);
}

function quantile(name: string, side: 'lower' | 'upper', p: number, degreesOfFreedom: number): number {
  assertProbability(name, p);
  assertDegreesOfFreedom(name, degreesOfFreedom, Number.MAX_VALUE);
  return solveTail((x) => gammaTails(degreesOfFreedom / 2, [x / 2, 0]), side, p);
}
