/**
 * A regression, or what contains one, as plain rows for JSON: the parts that only diagnostics need are left out, and
 * numbers that are not finite become `null`.
 */
export function plainRegression<
  Result extends { fit?: unknown; model?: unknown; covariance?: unknown; columns?: unknown },
>(result: Result): Omit<Result, 'fit' | 'model' | 'covariance' | 'columns'> {
  const { fit: _fit, model: _model, covariance: _covariance, columns: _columns, ...rest } = result;
  return rest;
}
