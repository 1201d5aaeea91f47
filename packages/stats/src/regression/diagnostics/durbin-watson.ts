import { assertThat, requireObject } from '@indexlab/core';
import { normalUpperTail } from '../../distributions/index.js';
import type { Regression } from '../regress.js';
import { requireResiduals, type TestResult } from './test-result.js';

/**
 * The Durbin-Watson test for autocorrelation, rows in the order of time: Σ(e[t] - e[t-1])² / Σe², about 2 without
 * autocorrelation. The p-value is against positive autocorrelation, from a normal distribution with the statistic's exact mean
 * and variance given the design.
 *
 * @throws IndexlabError for a weighted regression
 *
 * @example
 * const data = { t: [1, 2, 3, 4, 5, 6], y: [1, 3, 2, 4, 3, 5] };
 * durbinWatson(regress('y ~ t', data)).statistic > 2 // => true
 *
 * @see R `lmtest::dwtest(exact = FALSE)`
 */
export function durbinWatson(regression: Regression): TestResult {
  requireObject(regression, 'durbinWatson', 'regression', ['fit', 'model']);
  const { fit, n, residualSumOfSquares, degreesOfFreedom, model } = regression;
  assertThat(model.weights === null, 'Durbin-Watson requires a regression without weights');
  requireResiduals(regression, 'Durbin-Watson');
  let sum = 0;
  for (let row = 1; row < n; row++) sum += (fit.residuals[row]! - fit.residuals[row - 1]!) ** 2;
  const statistic = sum / residualSumOfSquares;
  // With A the matrix of the quadratic form and Q the basis: traces of A, A², Q'AQ, Q'A²Q and (Q'AQ)².
  const applied = fit.basis.map(secondDifferences);
  const inner = fit.basis.map((column) => applied.map((other) => dot(column, other)));
  const traceInner = inner.reduce((total, row, i) => total + row[i]!, 0);
  const traceSquare = inner.reduce(
    (total, row, i) => total + row.reduce((part, value, j) => part + value * inner[j]![i]!, 0),
    0,
  );
  const traceApplied = applied.reduce((total, column) => total + dot(column, column), 0);
  const first = 2 * (n - 1) - traceInner;
  const second = 2 * (3 * n - 4) - 2 * traceApplied + traceSquare;
  const mean = first / degreesOfFreedom;
  const variance = (2 / (degreesOfFreedom * (degreesOfFreedom + 2))) * (second - first * mean);
  return {
    method: 'Durbin-Watson',
    statistic,
    degreesOfFreedom: null,
    pValue: normalUpperTail((mean - statistic) / Math.sqrt(variance)),
  };
}

/** A times a column, where x'Ax is the sum of squared differences of neighbours. */
function secondDifferences(x: Float64Array): Float64Array {
  return x.map((value, i) => (i > 0 ? value - x[i - 1]! : 0) + (i < x.length - 1 ? value - x[i + 1]! : 0));
}

function dot(a: Float64Array, b: Float64Array): number {
  return a.reduce((sum, value, i) => sum + value * b[i]!, 0);
}
