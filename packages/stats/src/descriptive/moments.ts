import { assertThat } from '@indexlab/core';
import { dot } from '../linear-algebra/double-column.js';
import { deviations } from './precise.js';
import { inScale } from './scale.js';
import { presentValues } from './values.js';

/** How sample skewness and kurtosis are scaled, numbered as by Joanes and Gill (1998) and in R's e1071. */
export type MomentType = 1 | 2 | 3;

/**
 * The sample skewness, with `g = m3 / m2^(3/2)` of the central moments `m = sum of (value - mean)^power / n`.
 *
 * Type 1 is g (SciPy, Stata); type 2, the default, is `g sqrt(n (n - 1)) / (n - 2)` (Excel, SAS, SPSS, pandas);
 * type 3 is `g ((n - 1) / n)^(3/2)` (Minitab, the default of R's e1071). Missing values are left out.
 *
 * @throws IndexlabError when the values are fewer than three, or all equal
 *
 * @example
 * skewness([1, 2, 6], 1).toFixed(4) // => '0.5952'
 *
 * Reference: `e1071::skewness(values, type = type, na.rm = TRUE)` in R.
 */
export function skewness(values: ArrayLike<number>, type: MomentType = 2): number {
  const [n, g] = standardMoment(presentValues(values, 'skewness', 3), 3, 'skewness');
  requireType(type, 'skewness');
  if (type === 2) return (g * Math.sqrt(n * (n - 1))) / (n - 2);
  return type === 1 ? g : g * ((n - 1) / n) ** 1.5;
}

/**
 * The sample excess kurtosis (0 for a normal distribution), with `g = m4 / m2^2 - 3` of the central moments.
 *
 * Type 1 is g (SciPy); type 2, the default, is `((n + 1) g + 6) (n - 1) / ((n - 2) (n - 3))` (Excel, SAS, SPSS, pandas);
 * type 3 is `(g + 3) (1 - 1/n)^2 - 3` (Minitab, the default of R's e1071). Missing values are left out.
 *
 * @throws IndexlabError when the values are fewer than four, or all equal
 *
 * @example
 * kurtosis([1, 2, 3, 4], 1).toFixed(2) // => '-1.36'
 *
 * Reference: `e1071::kurtosis(values, type = type, na.rm = TRUE)` in R.
 */
export function kurtosis(values: ArrayLike<number>, type: MomentType = 2): number {
  const [n, fourth] = standardMoment(presentValues(values, 'kurtosis', 4), 4, 'kurtosis');
  requireType(type, 'kurtosis');
  const g = fourth - 3;
  if (type === 2) return (((n + 1) * g + 6) * (n - 1)) / ((n - 2) * (n - 3));
  return type === 1 ? g : fourth * (1 - 1 / n) ** 2 - 3;
}

/** The count, and the mean of the standardised deviations (n) to a power. */
function standardMoment(values: Float64Array, power: 3 | 4, caller: string): [n: number, moment: number] {
  const n = values.length;
  const column = deviations(inScale(values));
  const deviation = Math.sqrt(dot(column, column)[0] / n);
  assertThat(deviation > 0, () => `${caller} requires values that differ, got ${n} times ${values[0]}`);
  return [n, column.high.reduce((sum, value) => sum + (value / deviation) ** power, 0) / n];
}

function requireType(type: number, caller: string): void {
  assertThat(type === 1 || type === 2 || type === 3, () => `${caller} requires type 1, 2 or 3, got ${type}`);
}
