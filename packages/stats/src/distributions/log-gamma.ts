import { assertThat } from '@indexlab/core';
import { add, type DoubleDouble, logarithm, multiply, subtract } from '../linear-algebra/double-double.js';

/** Half of the logarithm of 2π. */
const halfLogTwoPi: DoubleDouble = [0.9189385332046728, -3.878294158067242e-17];

/** Bernoulli numbers over 2k(2k-1): the series of Stirling's correction in odd powers of 1/x. */
const stirlingSeries = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360, 1 / 156, -3617 / 122400];

/**
 * The natural logarithm of the gamma function, for x > 0.
 *
 * log Γ(x) = (x - 1/2) log x - x + (1/2) log 2π + series, after x has been raised above 16 by Γ(x + 1) = x Γ(x);
 * in double-double, so that differences of large values keep their digits.
 *
 * @throws IndexlabError when x is not positive and finite
 *
 * @example
 * Math.exp(logGamma(5)).toFixed(10) // => '24.0000000000'
 *
 * @see R `lgamma`
 */
export function logGamma(x: number): number {
  assertThat(typeof x === 'number' && x > 0 && x < Infinity, () => `logGamma requires a positive number, got ${x}`);
  return logGammaDouble([x, 0])[0];
}

/** The same with all its digits; differences such as log Γ(a) + log Γ(b) - log Γ(a + b) stay exact to a double. */
export function logGammaDouble(x: DoubleDouble): DoubleDouble {
  let raised = x;
  let product: DoubleDouble = [1, 0];
  while (raised[0] < 16) {
    product = multiply(product, raised);
    raised = add(raised, [1, 0]);
  }
  const main = add(subtract(multiply(add(raised, [-0.5, 0]), logarithm(raised)), raised), halfLogTwoPi);
  const total = add(main, [stirlingCorrection(raised[0]), 0]);
  return product[0] === 1 ? total : subtract(total, logarithm(product));
}

function stirlingCorrection(x: number): number {
  const inverseSquare = 1 / (x * x);
  return stirlingSeries.reduceRight((sum, coefficient) => sum * inverseSquare + coefficient, 0) / x;
}
