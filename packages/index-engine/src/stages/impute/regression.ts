import { assertThat } from '@indexlab/core';
import { regress } from '@indexlab/stats/regression';
import type { Filled, ImputeInput } from './impute-input.js';

/** Fills each gap with the fitted value of a least-squares regression on other columns. */
export function regressionImputation({ columns, rows }: ImputeInput, on: readonly string[]): Filled {
  const predictor = (name: string): Float64Array => columns[name] ?? rows.numbers(name);
  const filled = Object.entries(columns).map(([name, values]) => {
    if (!values.some(Number.isNaN)) return [name, values] as const;
    const predictors = on.filter((other) => other !== name).map(predictor);
    assertThat(
      predictors.length > 0,
      () => `impute requires a column other than "${name}" to regress it on, got only itself`,
    );
    return [name, fillByRegression(values, predictors, name)] as const;
  });
  return { columns: Object.fromEntries(filled) };
}

function fillByRegression(values: Float64Array, predictors: readonly Float64Array[], name: string): Float64Array {
  const terms = predictors.map((_, index) => `x${index}`);
  const data = { y: values, ...Object.fromEntries(predictors.map((predictor, index) => [terms[index]!, predictor])) };
  const complete = values.reduce(
    (count, value, row) => count + (Number.isNaN(value) || predictors.some((x) => Number.isNaN(x[row])) ? 0 : 1),
    0,
  );
  assertThat(
    complete > terms.length + 1,
    () =>
      `impute requires more than ${terms.length + 1} rows with every value for a regression, got ${complete} (column "${name}")`,
  );
  const estimates = new Map(
    regress(`y ~ ${terms.join(' + ')}`, data).terms.map(({ term, estimate }) => [term, estimate]),
  );
  const [intercept] = estimates.values();
  return values.map((value, row) =>
    Number.isNaN(value)
      ? predictors.reduce(
          (sum, predictor, index) => sum + (estimates.get(terms[index]!) ?? 0) * predictor[row]!,
          intercept!,
        )
      : value,
  );
}
