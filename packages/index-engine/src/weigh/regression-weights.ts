import { assertThat, requireArray, requireRows } from '@indexlab/core';
import { regress } from '@indexlab/stats/regression';

/** Weights from a regression, and how well it fits. */
export interface RegressionWeights {
  readonly weights: readonly number[];
  /** Coefficients of the columns as given; the weights are their shares. */
  readonly coefficients: readonly number[];
  readonly standardErrors: readonly number[];
  readonly rSquared: number;
}

/**
 * Weights from the least-squares regression of an outcome on the columns, with an intercept:
 * `weight[j] = coefficient[j] / sum of coefficients`.
 *
 * The columns must be comparable already: coefficients depend on their units. Units that lack a value are left out.
 *
 * @param columns one column per child, one value per unit
 * @param outcome what the index should predict, one value per unit
 * @throws IndexlabError when a coefficient is negative, or columns determine one another
 *
 * Reference: OECD/JRC Handbook (2008), section 6.5.
 *
 * @example
 * const columns = [new Float64Array([1, 2, 3, 4]), new Float64Array([2, 1, 4, 3])];
 * regressionWeights(columns, new Float64Array([7, 5, 15, 13])).weights.map((weight) => weight.toFixed(4)) // => ['0.2500', '0.7500']
 */
export function regressionWeights(columns: readonly Float64Array[], outcome: Float64Array): RegressionWeights {
  requireRows(columns, 'regressionWeights', 'column');
  requireArray(outcome, 'regressionWeights', 'outcome');
  assertThat(columns.length > 0, 'regressionWeights requires at least one column, got none');
  const names = columns.map((_, index) => `column${index + 1}`);
  const data = { ...Object.fromEntries(columns.map((column, index) => [names[index]!, column])), outcome };
  const { terms, rSquared } = regress(`outcome ~ ${names.join(' + ')}`, data);
  const rows = names.map((name) => {
    const row = terms.find(({ term }) => term === name);
    assertThat(
      row !== undefined && row.estimate !== null,
      () => `regressionWeights requires columns that do not determine one another, got ${name} made up by others`,
    );
    return row;
  });
  const coefficients = rows.map((row) => row.estimate);
  const negative = names.filter((_, index) => coefficients[index]! < 0);
  assertThat(
    negative.length === 0,
    () => `regressionWeights requires coefficients of zero or more, got negative ones for ${negative.join(', ')}`,
    'Turn the direction of the column, or leave it out.',
  );
  const total = coefficients.reduce((sum, value) => sum + value, 0);
  assertThat(
    total > 0,
    'regressionWeights requires columns that say something about the outcome, got coefficients of zero',
  );
  return {
    weights: coefficients.map((value) => value / total),
    coefficients,
    standardErrors: rows.map((row) => row.standardError),
    rSquared,
  };
}
