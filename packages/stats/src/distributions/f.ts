import { add, divide, type DoubleDouble, twoProduct } from '../linear-algebra/double-double.js';
import { betaTails } from './incomplete-beta.js';
import { gammaTails } from './incomplete-gamma.js';
import { assertDegreesOfFreedom, assertNumber, assertProbability, solveTail, type Tails } from './quantile.js';

/**
 * P(X > f) for X distributed as F with the given degrees of freedom, computed directly.
 *
 * @param degreesOfFreedom1 of the numerator
 * @param degreesOfFreedom2 of the denominator; `Infinity` gives the chi-squared distribution over its degrees of freedom
 * @throws IndexlabError when f is NaN or degrees of freedom are not positive
 *
 * @example
 * fUpperTail(1, 4, 4).toFixed(12) // => '0.500000000000'
 *
 * @see R `pf(f, df1, df2, lower.tail = FALSE)`
 */
export function fUpperTail(f: number, degreesOfFreedom1: number, degreesOfFreedom2: number): number {
  return tails('fUpperTail', f, degreesOfFreedom1, degreesOfFreedom2).upper;
}

/**
 * P(X <= f) for X distributed as F.
 *
 * @example
 * fCumulative(3, 2, 2).toFixed(12) // => '0.750000000000'
 *
 * @see R `pf(f, df1, df2)`
 */
export function fCumulative(f: number, degreesOfFreedom1: number, degreesOfFreedom2: number): number {
  return tails('fCumulative', f, degreesOfFreedom1, degreesOfFreedom2).lower;
}

/**
 * The f with P(X <= f) = p for X distributed as F.
 *
 * @throws IndexlabError when p is not from 0 to 1 or degrees of freedom are not positive
 *
 * @example
 * fQuantile(0.75, 2, 2).toFixed(12) // => '3.000000000000'
 *
 * @see R `qf(p, df1, df2)`
 */
export function fQuantile(p: number, degreesOfFreedom1: number, degreesOfFreedom2: number): number {
  return quantile('fQuantile', 'lower', p, degreesOfFreedom1, degreesOfFreedom2);
}

/**
 * The f with P(X > f) = p for X distributed as F; for small p it keeps digits that `fQuantile(1 - p)` loses.
 *
 * @example
 * fUpperQuantile(0.25, 2, 2).toFixed(12) // => '3.000000000000'
 *
 * @see R `qf(p, df1, df2, lower.tail = FALSE)`
 */
export function fUpperQuantile(p: number, degreesOfFreedom1: number, degreesOfFreedom2: number): number {
  return quantile('fUpperQuantile', 'upper', p, degreesOfFreedom1, degreesOfFreedom2);
}

/** The tails of F at f, which may carry the low part of a square. */
export function fTails(f: DoubleDouble, degreesOfFreedom1: number, degreesOfFreedom2: number): Tails {
  if (f[0] <= 0) return { lower: 0, upper: 1, slope: 0 };
  if (f[0] === Infinity) return { lower: 1, upper: 0, slope: 0 };
  // Beyond 1e100 one of the two shares is as good as the ratio, and products would leave the doubles.
  if (degreesOfFreedom2 === Infinity) {
    const half = degreesOfFreedom1 / 2;
    return gammaTails(half, f[0] > 1e100 ? [Infinity, 0] : add(twoProduct(half, f[0]), [half * f[1], 0]));
  }
  const ratio = degreesOfFreedom1 / degreesOfFreedom2;
  const [a, b] = [degreesOfFreedom1 / 2, degreesOfFreedom2 / 2];
  if (f[0] > 1e100) return betaTails([1, 0], [1 / ratio / f[0], 0], a, b);
  if (f[0] < 1e-100) return betaTails([ratio * f[0], 0], [1, 0], a, b);
  const numerator = add(twoProduct(degreesOfFreedom1, f[0]), [degreesOfFreedom1 * f[1], 0]);
  const total = add(numerator, [degreesOfFreedom2, 0]);
  return betaTails(divide(numerator, total), divide([degreesOfFreedom2, 0], total), a, b);
}

function tails(name: string, f: number, degreesOfFreedom1: number, degreesOfFreedom2: number): Tails {
  assertNumber(name, f);
  assertDegreesOfFreedom(name, degreesOfFreedom1, Number.MAX_VALUE);
  assertDegreesOfFreedom(name, degreesOfFreedom2);
  return fTails([f, 0], degreesOfFreedom1, degreesOfFreedom2);
}

function quantile(
  name: string,
  side: 'lower' | 'upper',
  p: number,
  degreesOfFreedom1: number,
  degreesOfFreedom2: number,
): number {
  assertProbability(name, p);
  assertDegreesOfFreedom(name, degreesOfFreedom1, Number.MAX_VALUE);
  assertDegreesOfFreedom(name, degreesOfFreedom2);
  return solveTail((f) => fTails([f, 0], degreesOfFreedom1, degreesOfFreedom2), side, p);
}
