import { assertThat } from '@indexlab/core';
import { type DoubleDouble, logarithm, multiply, subtract } from '../linear-algebra/double-double.js';
import { logGammaDouble } from './log-gamma.js';
import type { Tails } from './quantile.js';

/**
 * The regularised lower incomplete gamma function P(a, x): the share of a gamma distribution of shape a below x.
 *
 * @throws IndexlabError when a is not positive or x is negative
 *
 * @example
 * incompleteGamma(1, Math.LN2).toFixed(12) // => '0.500000000000'
 *
 * @see R `pgamma(x, a)`
 */
export function incompleteGamma(a: number, x: number): number {
  assertThat(
    typeof a === 'number' && a > 0 && a < Infinity,
    () => `incompleteGamma requires a positive shape, got ${a}`,
  );
  assertThat(typeof x === 'number' && x >= 0, () => `incompleteGamma requires x of at least 0, got ${x}`);
  return gammaTails(a, [x, 0]).lower;
}

/**
 * Both tails of a gamma distribution of shape a at x, the smaller one with all its digits: the series below a + 1, Lentz's
 * continued fraction above; the factor x^a e^-x / Γ(a) in double-double logarithms.
 */
export function gammaTails(a: number, x: DoubleDouble): Tails {
  if (x[0] === 0) return { lower: 0, upper: 1, slope: 0 };
  if (x[0] === Infinity) return { lower: 1, upper: 0, slope: 0 };
  const slope = power(a, x);
  if (x[0] < a + 1) {
    const lower = slope * series(a, x[0]);
    return { lower, upper: 1 - lower, slope };
  }
  const upper = slope / fraction(a, x[0]);
  return { lower: 1 - upper, upper, slope };
}

/** x^a e^-x / Γ(a): in doubles while the exponent costs no digits, in double-double beyond. */
function power(a: number, x: DoubleDouble): number {
  if (last.a !== a) last = { a, logGamma: logGammaDouble([a, 0]) };
  const logX = a * Math.log(x[0]);
  if (Math.abs(logX) + x[0] + Math.abs(last.logGamma[0]) < 40) {
    return Math.exp(logX - x[0] - last.logGamma[0]) * (1 + ((a * x[1]) / x[0] - x[1]));
  }
  const log = subtract(subtract(multiply([a, 0], logarithm(x)), x), last.logGamma);
  return Math.exp(log[0]) * (1 + log[1]);
}

/** The last log Γ(a): a table of p-values asks for the same shape again and again. */
let last = { a: NaN, logGamma: [NaN, NaN] as DoubleDouble };

function series(a: number, x: number): number {
  let term = 1 / a;
  let sum = term;
  for (let n = 1; term > sum * 1e-17; n++) {
    term *= x / (a + n);
    sum += term;
  }
  return sum;
}

function fraction(a: number, x: number): number {
  let denominator = x + 1 - a;
  let c = denominator;
  let d = 0;
  let value = denominator;
  for (let n = 1; ; n++) {
    const numerator = -n * (n - a);
    denominator += 2;
    d = 1 / (denominator + numerator * d);
    c = denominator + numerator / c;
    value *= c * d;
    if (Math.abs(c * d - 1) < 2e-16) return value;
  }
}
