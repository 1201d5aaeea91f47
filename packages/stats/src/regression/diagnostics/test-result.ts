import { assertThat } from '@indexlab/core';
import { scaleOf } from '../../descriptive/scale.js';
import { chiSquaredUpperTail } from '../../distributions/index.js';
import type { DoubleColumn } from '../../linear-algebra/double-column.js';
import { exactColumn } from '../../linear-algebra/double-column.js';
import { leastSquares } from '../../linear-algebra/least-squares.js';
import type { Regression } from '../regress.js';

/** A test of a model's assumption. */
export interface TestResult {
  readonly method: string;
  readonly statistic: number;
  /** One number, or those of an F statistic's numerator and denominator; null where the test has none. */
  readonly degreesOfFreedom: number | readonly [number, number] | null;
  readonly pValue: number;
}

/** Residuals whose squares are a smaller share of the outcome's are what rounding leaves of a perfect fit. */
const perfectShare = 1e-28;

/** Checks that a regression leaves something to test. */
export function requireResiduals({ model, residualSumOfSquares }: Regression, method: string): void {
  const total = model.response.high.reduce((sum, value) => sum + value * value, 0);
  assertThat(
    residualSumOfSquares > perfectShare * total,
    () => `${method} requires residuals, got a perfect fit: nothing is left to test`,
  );
}

/** n R² of the squared residuals on columns, the first of them the intercept: chi-squared with rank - 1 degrees of freedom. */
export function lagrangeMultiplier(
  method: string,
  regression: Regression,
  columns: readonly DoubleColumn[],
): TestResult {
  assertThat(regression.model.weights === null, `${method} requires a regression without weights`);
  requireResiduals(regression, method);
  // Of residuals over a power of two: the squares of their squares stay within the doubles, and R² is the same.
  const scale = scaleOf(regression.fit.residuals);
  const squares = regression.fit.residuals.map((residual) => (residual / scale) ** 2);
  const { projection, residualSumOfSquares, kept } = leastSquares(columns, exactColumn(squares));
  assertThat(kept.length > 1, `${method} requires at least one term besides the intercept`);
  assertThat(
    kept.length < squares.length,
    () =>
      `${method} requires more rows than the ${kept.length} columns of its auxiliary regression, got ${squares.length}`,
  );
  const explained = projection.slice(1).reduce((sum, value) => sum + value * value, 0);
  const size = squares.reduce((sum, value) => sum + value * value, 0);
  assertThat(
    explained + residualSumOfSquares > perfectShare * size,
    () => `${method} requires squared residuals that vary, got equal ones: nothing is left to test`,
  );
  const statistic = (squares.length * explained) / (explained + residualSumOfSquares);
  const degreesOfFreedom = kept.length - 1;
  return { method, statistic, degreesOfFreedom, pValue: chiSquaredUpperTail(statistic, degreesOfFreedom) };
}
