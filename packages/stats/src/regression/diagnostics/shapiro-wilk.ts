import { assertThat } from '@indexlab/core';
import { normalQuantile, normalUpperTail } from '../../distributions/index.js';
import { allValues } from '../../descriptive/values.js';
import type { TestResult } from './test-result.js';

/** The polynomials of Royston (1995), lowest power first. */
const first = [0, 0.221157, -0.147981, -2.07119, 4.434685, -2.706056];
const second = [0, 0.042981, -0.293762, -1.752461, 5.682633, -3.582633];
const smallMean = [0.544, -0.39978, 0.025054, -6.714e-4];
const smallDeviation = [1.3822, -0.77857, 0.062767, -0.0020322];
const largeMean = [-1.5861, -0.31082, -0.083751, 0.0038915];
const largeDeviation = [-0.4803, -0.082676, 0.0030302];

/**
 * The Shapiro-Wilk test for normality, of residuals or any values, with Royston's coefficients and p-value (AS R94).
 *
 * @param values 3 to 5,000 values, in any order; missing values are an error
 * @throws IndexlabError when there are fewer or more, one is missing, or all are equal
 *
 * @example
 * shapiroWilk(Float64Array.of(1, 2, 3, 4, 5)).statistic.toFixed(6) // => '0.986762'
 *
 * @see R `shapiro.test`
 */
export function shapiroWilk(values: ArrayLike<number>): TestResult {
  const sorted = Float64Array.from(allValues(values, 'shapiroWilk')).sort();
  const n = sorted.length;
  assertThat(n >= 3 && n <= 5000, () => `shapiroWilk requires 3 to 5,000 values, got ${n}`);
  assertThat(sorted[0] !== sorted[n - 1], () => `shapiroWilk requires values that differ, got only ${sorted[0]}`);
  const size = Math.max(Math.abs(sorted[0]!), Math.abs(sorted[n - 1]!));
  assertThat(
    sorted[n - 1]! - sorted[0]! > 1e-14 * size,
    () => `shapiroWilk requires values that differ by more than rounding, got ${sorted[0]} to ${sorted[n - 1]}`,
  );
  const weights = expectedOrder(n);
  // Weights run against the order: the smallest value has the most negative one.
  const coefficient = (i: number): number => {
    const j = n - 1 - i;
    return i === j ? 0 : Math.sign(i - j) * weights[Math.min(i, j)]!;
  };
  const centre = sorted[Math.floor(n / 2)]!;
  const range = sorted[n - 1]! - sorted[0]!;
  const scaled = sorted.map((value) => (value - centre) / range);
  const mean = scaled.reduce((sum, value) => sum + value, 0) / n;
  let [ofWeights, ofValues, ofBoth] = [0, 0, 0];
  scaled.forEach((value, i) => {
    const weight = coefficient(i);
    ofWeights += weight * weight;
    ofValues += (value - mean) ** 2;
    ofBoth += weight * (value - mean);
  });
  const root = Math.sqrt(ofWeights * ofValues);
  const complement = ((root - ofBoth) * (root + ofBoth)) / (ofWeights * ofValues);
  return { method: 'Shapiro-Wilk', statistic: 1 - complement, degreesOfFreedom: null, pValue: pValueOf(complement, n) };
}

/** The weights of the lower half of the ordered values, as positive numbers. */
function expectedOrder(n: number): Float64Array {
  const half = Math.floor(n / 2);
  if (n === 3) return Float64Array.of(Math.SQRT1_2);
  const scores = Float64Array.from({ length: half }, (_, i) => normalQuantile((i + 1 - 0.375) / (n + 0.25)));
  const sumOfSquares = 2 * scores.reduce((sum, score) => sum + score * score, 0);
  const x = 1 / Math.sqrt(n);
  const outer = [polynomial(first, x) - scores[0]! / Math.sqrt(sumOfSquares)];
  if (n > 5) outer.push(polynomial(second, x) - scores[1]! / Math.sqrt(sumOfSquares));
  const left = outer.reduce((sum, _, i) => sum - 2 * scores[i]! ** 2, sumOfSquares);
  const factor = Math.sqrt(left / outer.reduce((sum, weight) => sum - 2 * weight ** 2, 1));
  return scores.map((score, i) => outer[i] ?? -score / factor);
}

/** From 1 - W. */
function pValueOf(complement: number, n: number): number {
  if (n === 3) return Math.max(0, (6 / Math.PI) * (Math.asin(Math.sqrt(1 - complement)) - Math.asin(Math.sqrt(0.75))));
  const y = Math.log(complement);
  if (n <= 11) {
    const gamma = -2.273 + 0.459 * n;
    if (y >= gamma) return 1e-99;
    return normalUpperTail((-Math.log(gamma - y) - polynomial(smallMean, n)) / Math.exp(polynomial(smallDeviation, n)));
  }
  const logN = Math.log(n);
  return normalUpperTail((y - polynomial(largeMean, logN)) / Math.exp(polynomial(largeDeviation, logN)));
}

function polynomial(coefficients: readonly number[], x: number): number {
  return coefficients.reduceRight((sum, coefficient) => sum * x + coefficient, 0);
}
