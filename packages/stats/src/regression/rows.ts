import { requireObject } from '@indexlab/core';
import type { ModelRow, ObservationRow } from './results.js';
import type { Regression } from './regress.js';

/**
 * The model in one row.
 *
 * @example
 * modelRow(regress('y ~ x', { x: [1, 2, 3, 4], y: [3, 5, 7, 10] })).n // => 4
 *
 * @see R `broom::glance`
 */
export function modelRow(regression: Regression): ModelRow {
  requireObject(regression, 'modelRow', 'regression', ['formula', 'terms']);
  const { formula, n, degreesOfFreedom, rSquared, adjustedRSquared, residualStandardError } = regression;
  const { fStatistic, fPValue, logLikelihood, aic, bic, errors } = regression;
  return {
    formula,
    n,
    degreesOfFreedom,
    rSquared,
    adjustedRSquared,
    residualStandardError,
    fStatistic,
    fPValue,
    logLikelihood,
    aic,
    bic,
    errors,
  };
}

/**
 * One row per observation used. With leverage h, residual e (times the root of the weight), s the residual standard error and
 * k coefficients: standardised e / (s √(1 - h)), studentised the same with s from all other rows, Cook's distance
 * standardised² h / (k (1 - h)). At a leverage of one these three are not numbers: the row is fitted
 * exactly; nor is the studentised one with one degree of freedom, which leaves the other rows none.
 *
 * @example
 * observationRows(regress('y ~ x', { x: [1, 2, 3, 4], y: [3, 5, 7, 10] })).map((row) => row.leverage.toFixed(10))
 * // => ['0.7000000000', '0.3000000000', '0.3000000000', '0.7000000000']
 *
 * @see R `broom::augment`, `hatvalues`, `rstandard`, `rstudent`, `cooks.distance`
 */
export function observationRows(regression: Regression): ObservationRow[] {
  requireObject(regression, 'observationRows', 'regression', ['fit', 'model']);
  const { fit, model, residualStandardError, degreesOfFreedom, residualSumOfSquares, terms } = regression;
  return Array.from(fit.residuals, (weighted, index) => {
    const leverage = fit.leverage[index]!;
    const free = 1 - leverage < 1e-9 ? NaN : 1 - leverage;
    const standardisedResidual = weighted / (residualStandardError * Math.sqrt(free));
    const othersVariance =
      degreesOfFreedom > 1 ? (residualSumOfSquares - weighted ** 2 / free) / (degreesOfFreedom - 1) : NaN;
    const residual = model.weights === null ? weighted : weighted / Math.sqrt(model.weights[index]!);
    const observed = model.response.high[index]!;
    return {
      row: model.frame.rows[index]! + 1,
      observed,
      fitted: observed - residual,
      residual,
      leverage,
      standardisedResidual,
      studentisedResidual: weighted / Math.sqrt(othersVariance * free),
      cookDistance: (standardisedResidual ** 2 * leverage) / (terms.length * free),
    };
  });
}
