import { assertThat, requireObject } from '@indexlab/core';
import { fUpperTail } from '../../distributions/index.js';
import { combineColumns, exactColumn, mapColumn } from '../../linear-algebra/double-column.js';
import { multiply } from '../../linear-algebra/double-double.js';
import { leastSquares } from '../../linear-algebra/least-squares.js';
import type { Regression } from '../regress.js';
import { requireResiduals, type TestResult } from './test-result.js';

/**
 * Ramsey's RESET for a wrong functional form: F of the squares and cubes of the fitted values, added to the model.
 *
 * @throws IndexlabError for a weighted regression, or too few rows for two more columns
 *
 * @example
 * const data = { x: [1, 2, 3, 4, 5, 6, 7], y: [1, 4, 9, 16, 25, 36, 50] };
 * resetTest(regress('y ~ x', data)).pValue < 0.001 // => true
 *
 * @see R `lmtest::resettest(power = 2:3)`
 */
export function resetTest(regression: Regression): TestResult {
  requireObject(regression, 'resetTest', 'regression', ['fit', 'model']);
  const { model, fit, n, residualSumOfSquares } = regression;
  assertThat(model.weights === null, 'RESET requires a regression without weights');
  requireResiduals(regression, 'RESET');
  const fitted = combineColumns(model.response, exactColumn(fit.residuals), ([y], [e]) => [y - e, 0]);
  // Standardised: the same test where the intercept and the terms are in the model, and better conditioned.
  const mean = fitted.high.reduce((sum, value) => sum + value, 0) / n;
  const deviation = Math.sqrt(fitted.high.reduce((sum, value) => sum + (value - mean) ** 2, 0) / n);
  assertThat(
    deviation > 1e-14 * Math.abs(mean),
    'RESET requires fitted values that differ, got equal ones: nothing is left to test',
  );
  const standard = mapColumn(fitted, ([value]) => [
    model.formula.intercept ? (value - mean) / deviation : value / deviation,
    0,
  ]);
  const squares = combineColumns(standard, standard, multiply);
  const more = leastSquares(
    [...model.columns.map(({ values }) => values), squares, combineColumns(squares, standard, multiply)],
    model.response,
  );
  const added = more.kept.length - model.columns.length;
  const left = n - more.kept.length;
  assertThat(
    added > 0 && left > 0,
    () => `RESET requires fitted values with more values than terms, got ${n} rows: nothing is left to test`,
  );
  const gain = Math.max(0, residualSumOfSquares - more.residualSumOfSquares);
  const statistic = (gain / added / more.residualSumOfSquares) * left;
  return { method: 'RESET', statistic, degreesOfFreedom: [added, left], pValue: fUpperTail(statistic, added, left) };
}
