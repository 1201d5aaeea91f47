import { subtract } from '../linear-algebra/double-double.js';
import { logGammaDouble } from '../distributions/log-gamma.js';

/**
 * The two-sided p-value of a correlation r as a function of r and `complement = 1 - r^2`, for one number of degrees of freedom: the t tail of
 * `r sqrt(df / (1 - r^2))`, which is the incomplete beta function of `1 - r^2` with parameters df / 2 and 1 / 2.
 *
 * In plain doubles and with the constant taken out, for the many p-values of a correlation matrix: 13 digits down to
 * 1e-100 where 1 - r^2 has them.
 */
export function correlationTail(degreesOfFreedom: number): (r: number, complement: number) => number {
  const a = degreesOfFreedom / 2;
  // 1 / B(a, 1/2), the difference of large logarithms in 32 digits.
  const constant = Math.exp(subtract(logGammaDouble([a + 0.5, 0]), logGammaDouble([a, 0]))[0]) / Math.sqrt(Math.PI);
  return (r, complement) => {
    if (complement <= 0) return 0;
    const square = r * r;
    const power = Math.exp(a * (square < 0.5 ? Math.log1p(-square) : Math.log(complement))) * constant * Math.abs(r);
    if (square * (a + 2.5) < 1.5) return 1 - power * 2 * risingSeries(a, square);
    return (power / a) * continuedFraction(a, complement);
  };
}

/** The sum over n of (a + 1/2)(a + 3/2)… y^n / ((3/2)(5/2)…): the incomplete beta function of y, less its power. */
function risingSeries(a: number, y: number): number {
  let [sum, term] = [1, 1];
  for (let n = 0; term > 1e-17 * sum; n += 1) {
    term *= ((a + 0.5 + n) / (1.5 + n)) * y;
    sum += term;
  }
  return sum;
}

/** The continued fraction of the incomplete beta function with b = 1/2 (Lentz's method). */
function continuedFraction(a: number, x: number): number {
  const b = 0.5;
  let c = 1;
  let d = 1 / (1 - ((a + b) * x) / (a + 1));
  let value = d;
  for (let m = 1; m < 500; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / (1 + even * d);
    c = 1 + even / c;
    value *= c * d;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / (1 + odd * d);
    c = 1 + odd / c;
    const change = c * d;
    value *= change;
    if (Math.abs(change - 1) < 1e-16) break;
  }
  return value;
}
