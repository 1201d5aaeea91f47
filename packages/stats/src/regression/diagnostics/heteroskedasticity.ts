import { requireObject } from '@indexlab/core';
import { combineColumns, type DoubleColumn, exactColumn } from '../../linear-algebra/double-column.js';
import { multiply } from '../../linear-algebra/double-double.js';
import { interceptName } from '../design/design-matrix.js';
import type { Regression } from '../regress.js';
import { lagrangeMultiplier, type TestResult } from './test-result.js';

/**
 * The Breusch-Pagan test for heteroskedasticity in Koenker's form, which does not need normal errors: n R² of the squared
 * residuals on the terms of the model.
 *
 * @throws IndexlabError for a weighted regression, or one without terms besides the intercept
 *
 * @example
 * const data = { x: [1, 2, 3, 4, 5, 6], y: [1, 3, 2, 6, 3, 9] };
 * breuschPagan(regress('y ~ x', data)).degreesOfFreedom // => 1
 *
 * @see R `lmtest::bptest`
 */
export function breuschPagan(regression: Regression): TestResult {
  requireObject(regression, 'breuschPagan', 'regression', ['fit', 'model']);
  return lagrangeMultiplier('Breusch-Pagan', regression, [interceptOf(regression), ...slopesOf(regression)]);
}

/**
 * White's test for heteroskedasticity: n R² of the squared residuals on the terms, their squares and their products.
 * Products that repeat another column (the square of an indicator) do not count as degrees of freedom.
 *
 * @throws IndexlabError for a weighted regression, or one with fewer rows than products
 *
 * @example
 * const data = { x: [1, 2, 3, 4, 5, 6], y: [1, 3, 2, 6, 3, 9] };
 * whiteTest(regress('y ~ x', data)).degreesOfFreedom // => 2
 *
 * @see Python `statsmodels.stats.diagnostic.het_white`
 */
export function whiteTest(regression: Regression): TestResult {
  requireObject(regression, 'whiteTest', 'regression', ['fit', 'model']);
  const slopes = slopesOf(regression);
  const products = slopes.flatMap((a, i) => slopes.slice(i).map((b) => combineColumns(a, b, multiply)));
  return lagrangeMultiplier('White', regression, [interceptOf(regression), ...slopes, ...products]);
}

function interceptOf(regression: Regression): DoubleColumn {
  return exactColumn(new Float64Array(regression.n).fill(1));
}

function slopesOf(regression: Regression): DoubleColumn[] {
  return regression.model.columns.filter(({ term }) => term !== interceptName).map(({ values }) => values);
}
