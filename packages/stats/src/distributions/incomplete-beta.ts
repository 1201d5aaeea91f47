import { assertThat } from '@indexlab/core';
import { add, type DoubleDouble, logarithm, multiply, subtract, twoSum } from '../linear-algebra/double-double.js';
import { logGammaDouble } from './log-gamma.js';
import type { Tails } from './quantile.js';

/**
 * The regularised incomplete beta function I(x; a, b): the share of a beta distribution below x.
 *
 * The continued fraction of Didonato and Morris on the side where it converges fast; the factor x^a (1-x)^b / B(a, b) in
 * double-double logarithms, so that neither large parameters nor far tails cost digits.
 *
 * @throws IndexlabError when x is not within 0 and 1, or a or b is not positive
 *
 * @example
 * incompleteBeta(0.5, 2, 2).toFixed(12) // => '0.500000000000'
 *
 * @see R `pbeta(x, a, b)`
 */
export function incompleteBeta(x: number, a: number, b: number): number {
  assertThat(typeof x === 'number' && x >= 0 && x <= 1, () => `incompleteBeta requires x from 0 to 1, got ${x}`);
  assertThat(
    [a, b].every((each) => typeof each === 'number' && each > 0 && each < Infinity),
    () => `incompleteBeta requires positive parameters, got ${a} and ${b}`,
  );
  return betaTails([x, 0], twoSum(1, -x), a, b).lower;
}

/** Both tails of a beta distribution at x, each with all its digits; x and y = 1 - x are given with all of theirs. */
export function betaTails(x: DoubleDouble, y: DoubleDouble, a: number, b: number): Tails {
  if (x[0] <= 0) return { lower: 0, upper: 1, slope: 0 };
  if (y[0] <= 0) return { lower: 1, upper: 0, slope: 0 };
  // a·y - b·x is positive below the mean, where the fraction converges.
  const distance = subtract(multiply([a, 0], y), multiply([b, 0], x))[0];
  const slope = power(x, y, a, b);
  if (distance < 0) {
    const upper = slope / fraction(y[0], b, a, -distance);
    return { lower: 1 - upper, upper, slope };
  }
  const lower = slope / fraction(x[0], a, b, distance);
  return { lower, upper: 1 - lower, slope };
}

/** x^a y^b / B(a, b): in doubles while the exponent costs no digits, in double-double beyond. */
function power(x: DoubleDouble, y: DoubleDouble, a: number, b: number): number {
  const logBeta = logBetaOf(a, b);
  const logX = a * Math.log(x[0]);
  const logY = b * Math.log(y[0]);
  if (logX + logY > -40) return Math.exp(logX + (logY - logBeta[0])) * (1 + ((a * x[1]) / x[0] + (b * y[1]) / y[0]));
  const log = subtract(add(multiply([a, 0], logarithm(x)), multiply([b, 0], logarithm(y))), logBeta);
  return Math.exp(log[0]) * (1 + log[1]);
}

/** The last log B(a, b): a table of p-values asks for the same parameters again and again. */
let last = { a: NaN, b: NaN, logBeta: [NaN, NaN] as DoubleDouble };

function logBetaOf(a: number, b: number): DoubleDouble {
  if (last.a !== a || last.b !== b) {
    const logBeta = subtract(add(logGammaDouble([a, 0]), logGammaDouble([b, 0])), logGammaDouble(twoSum(a, b)));
    last = { a, b, logBeta };
  }
  return last.logBeta;
}

function fraction(x: number, a: number, b: number, distance: number): number {
  let denominator = (a * (distance + 1)) / (a + 1);
  let c = denominator;
  let d = 0;
  let value = denominator;
  for (let m = 1; ; m++) {
    const odd = a + 2 * m - 1;
    const numerator = ((a + m - 1) * (a + b + m - 1) * m * (b - m) * x * x) / (odd * odd);
    denominator = m + (m * (b - m) * x) / odd + ((a + m) * (distance + 1 + m * (2 - x))) / (a + 2 * m + 1);
    d = 1 / (denominator + numerator * d);
    c = denominator + numerator / c;
    value *= c * d;
    if (Math.abs(c * d - 1) < 2e-16) return value;
  }
}
