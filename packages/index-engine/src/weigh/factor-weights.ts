import { assertThat, requireOptions, requireRows } from '@indexlab/core';
import { factorAnalysis, principalComponents, varimax } from '@indexlab/stats/factors';
import { completeColumns } from './weight-columns.js';

/** How {@link factorWeights} finds factors. */
export interface FactorWeightsOptions {
  /** `components` (the default): principal components; `likelihood`: maximum-likelihood factor analysis. */
  readonly extraction?: 'components' | 'likelihood';
  /** How many factors to keep; by default as many as have an eigenvalue of the correlations above one (Kaiser). */
  readonly factors?: number;
}

/** Weights from factors, and the factors behind them. */
export interface FactorWeights {
  readonly weights: readonly number[];
  /** For each column the factor, from 1, on which it loads most. */
  readonly assigned: readonly number[];
  /** Rotated loadings, one row per column. */
  readonly loadings: readonly (readonly number[])[];
  /** For each factor the sum of squared loadings, and its share among the factors kept. */
  readonly factors: readonly { readonly factor: number; readonly sumOfSquares: number; readonly share: number }[];
}

/**
 * Weights by principal components or factor analysis, as in the OECD/JRC Handbook: factors are kept and rotated
 * (varimax), each column is assigned to the factor on which it loads most, and its weight is its squared loading as a
 * share of that factor's, times the factor's share of the variance that the factors explain; scaled to sum to one.
 *
 * Such weights correct for overlapping information; they say nothing of importance.
 *
 * @param columns one column per child, one value per unit, at least two columns; units that lack a value are left out
 * @throws IndexlabError for a constant column, fewer than three complete units, or more factors than columns allow
 *
 * Reference: OECD/JRC Handbook (2008), section 6.1; Nicoletti, Scarpetta and Boylaud (2000). Loadings:
 * `psych::principal(rotate = "varimax")` and `factanal` in R.
 *
 * @example
 * const columns = [new Float64Array([1, 2, 3, 4]), new Float64Array([1, 2, 4, 3]), new Float64Array([2, 1, 3, 4])];
 * factorWeights(columns).weights.map((weight) => weight.toFixed(4)) // => ['0.3718', '0.3141', '0.3141']
 */
export function factorWeights(columns: readonly Float64Array[], options: FactorWeightsOptions = {}): FactorWeights {
  requireRows(columns, 'factorWeights', 'column');
  requireOptions(options, 'factorWeights', { extraction: ['components', 'likelihood'], factors: 'a number' });
  const { extraction = 'components' } = options;
  assertThat(columns.length >= 2, () => `factorWeights requires at least two columns, got ${columns.length}`);
  assertThat(
    extraction === 'components' || extraction === 'likelihood',
    () => `factorWeights requires the extraction components or likelihood, got ${JSON.stringify(extraction)}`,
  );
  const names = columns.map((_, index) => `column ${index + 1}`);
  const data = Object.fromEntries(
    completeColumns('factorWeights', columns, 3).map((column, index) => [names[index]!, column]),
  );
  const { components } = principalComponents(data);
  const kept = options.factors ?? Math.max(1, components.filter(({ variance }) => variance > 1).length);
  assertThat(
    Number.isInteger(kept) && kept >= 1 && kept <= columns.length,
    () => `factorWeights requires 1 to ${columns.length} factors, got ${kept}`,
  );
  const unrotated = names.map((name) =>
    components.slice(0, kept).map(({ variance, weights }) => weights[name]! * Math.sqrt(variance)),
  );
  const loadings =
    extraction === 'likelihood'
      ? factorAnalysis(data, { factors: kept }).loadings.map(({ values }) => values)
      : kept === 1
        ? unrotated
        : varimax(unrotated);
  const explained = Array.from({ length: kept }, (_, factor) =>
    loadings.reduce((sum, row) => sum + row[factor]! ** 2, 0),
  );
  const total = explained.reduce((sum, value) => sum + value, 0);
  const strongest = loadings.map((row) => Math.max(...row.map((loading) => loading ** 2)));
  // The factor's own sum of squares cancels: (loading^2 / sum) * (sum / total) is in proportion to loading^2.
  const sum = strongest.reduce((all, value) => all + value, 0);
  return {
    weights: strongest.map((value) => value / sum),
    assigned: loadings.map((row, index) => 1 + row.findIndex((loading) => loading ** 2 === strongest[index])),
    loadings,
    factors: explained.map((sumOfSquares, index) => ({ factor: index + 1, sumOfSquares, share: sumOfSquares / total })),
  };
}
