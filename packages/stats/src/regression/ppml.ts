import { assertThat, type Data, dataSource, IndexlabError, requireOptions, requireText } from '@indexlab/core';
import { normalUpperQuantile } from '../distributions/index.js';
import { requireLevel } from '../hypothesis-tests/test-row.js';
import { combineColumns, type DoubleColumn, exactColumn } from '../linear-algebra/double-column.js';
import { multiply } from '../linear-algebra/double-double.js';
import { type LeastSquares, leastSquares } from '../linear-algebra/least-squares.js';
import { type DesignColumn, designMatrix } from './design/design-matrix.js';
import { modelFrame } from './design/model-frame.js';
import { termRow } from './estimate.js';
import { parseFormula } from './formula/formula.js';
import type { TermRow } from './results.js';

/** A Poisson pseudo-maximum-likelihood regression. */
export interface Ppml {
  readonly formula: string;
  readonly outcome: string;
  /** Estimates are semi-elasticities, `d ln E(y) / dx`; robust standard errors, z statistics from the normal distribution. */
  readonly terms: readonly TermRow[];
  readonly n: number;
  /** The squared correlation of outcome and fitted values. */
  readonly rSquared: number;
  readonly fitted: Float64Array;
  readonly iterations: number;
  readonly missing: number;
  readonly dropped: readonly string[];
  readonly errors: string;
  readonly warnings: readonly string[];
}

/**
 * Poisson pseudo-maximum likelihood: `E(y) = exp(Xb)` for an outcome of zero or more, counts or not. Unlike least squares of `log(y)` it
 * keeps zeros, and its estimates are of the mean whatever the spread (Santos Silva and Tenreyro 2006).
 *
 * Newton's method, each step a weighted least-squares problem in double-double arithmetic; standard errors are the sandwich without a
 * correction for the number of rows (HC0). Rows with a missing value are left out.
 *
 * @param options.level the confidence level; 0.95 unless told
 * @throws IndexlabError as `regress`, and when the outcome is negative or zero throughout, or the search finds no maximum
 *
 * @example
 * const data = { x: [0, 1, 2, 3, 4], y: [1, 2, 4, 8, 16] };
 * ppml('y ~ x', data).terms[1].estimate.toFixed(6) // => Math.log(2).toFixed(6)
 *
 * @see R `glm(family = quasipoisson)` with `sandwich::sandwich`
 */
export function ppml(formula: string, data: Data, options: { readonly level?: number } = {}): Ppml {
  requireText(formula, 'ppml', 'formula');
  requireOptions(options, 'ppml', { level: 'a number' });
  const { level = 0.95 } = options;
  requireLevel(level, 'ppml');
  const source = dataSource(data);
  const model = parseFormula(formula, source.columns, source);
  const frame = modelFrame(model, source);
  const design = designMatrix(model, frame);
  const outcome = design.response.high;
  const negative = outcome.findIndex((value) => value < 0);
  assertThat(
    negative < 0,
    () =>
      `ppml requires an outcome of zero or more, got ${outcome[negative]} (row ${frame.rows[negative]! + 1} of the data)`,
  );
  assertThat(
    outcome.some((value) => value > 0),
    () => `ppml requires an outcome above zero somewhere, got ${outcome.length} zeros (${design.responseName})`,
  );
  const { columns, coefficients, fit, fitted, iterations } = maximise(design.columns, outcome);
  const quantile = normalUpperQuantile((1 - level) / 2);
  const errors = sandwichErrors(columns, fit, outcome, fitted);
  const collinear = fit.dropped.map((number) => design.columns[number]!.term);
  return {
    formula: model.text,
    outcome: design.responseName,
    terms: columns.map(({ term }, i) => termRow(term, coefficients[i]!, errors[i]!, Infinity, quantile)),
    n: outcome.length,
    rSquared: squaredCorrelation(outcome, fitted),
    fitted,
    iterations,
    missing: frame.missing,
    dropped: [...design.empty.map(({ term }) => term), ...collinear],
    errors: 'sandwich (HC0, heteroskedasticity-robust); z from the normal distribution',
    warnings: [
      ...(frame.missing > 0 ? [`${frame.missing} rows left out: a column of the model is missing there.`] : []),
      ...collinear.map((term) => `${term} was dropped: it is a linear combination of terms before it.`),
    ],
  };
}

interface Search {
  readonly columns: readonly DesignColumn[];
  readonly coefficients: Float64Array;
  readonly fit: LeastSquares;
  readonly fitted: Float64Array;
  readonly iterations: number;
}

const remedy = 'Look for terms of very different size or that single out rows with an outcome of zero.';

function maximise(all: readonly DesignColumn[], outcome: Float64Array): Search {
  const mean = outcome.reduce((sum, value) => sum + value, 0) / outcome.length;
  let fitted = outcome.map((value) => (value + mean) / 2);
  let before: Float64Array | null = null;
  for (let iterations = 1; iterations <= 100; iterations += 1) {
    // The weighted least squares of ln m + (y - m) / m, each row times √m.
    const roots = fitted.map(Math.sqrt);
    const working = fitted.map((m, row) => (Math.log(m) + (outcome[row]! - m) / m) * roots[row]!);
    const weigh = (column: DoubleColumn): DoubleColumn => combineColumns(column, exactColumn(roots), multiply);
    const fit = leastSquares(
      all.map(({ values }) => weigh(values)),
      exactColumn(working),
    );
    const columns = fit.kept.map((number) => all[number]!);
    const { coefficients } = fit;
    const linear = new Float64Array(outcome.length);
    columns.forEach(({ values }, i) => values.high.forEach((value, row) => (linear[row]! += value * coefficients[i]!)));
    fitted = linear.map(Math.exp);
    assertThat(
      fitted.every((value) => value > 0 && value < 1e150),
      'ppml requires a likelihood with a maximum, got fitted values without bound',
      remedy,
    );
    const settled =
      before?.length === coefficients.length &&
      coefficients.every((value, i) => Math.abs(value - before![i]!) <= 1e-12 * (1 + Math.abs(value)));
    if (settled) return { columns, coefficients, fit, fitted, iterations };
    before = coefficients;
  }
  throw new IndexlabError('ppml requires a likelihood with a maximum, got none in 100 steps', { remedy });
}

/** Roots of the diagonal of A⁻¹ (Σ x x' (y - m)²) A⁻¹ with A = Σ m x x'. */
function sandwichErrors(
  columns: readonly DesignColumn[],
  { inverse }: LeastSquares,
  outcome: Float64Array,
  fitted: Float64Array,
): Float64Array {
  const k = columns.length;
  const bread = Array.from({ length: k }, (_, a) =>
    Float64Array.from({ length: k }, (_unused, b) =>
      inverse.reduce((sum, column) => sum + (column[a] ?? 0) * (column[b] ?? 0), 0),
    ),
  );
  const variances = new Float64Array(k);
  outcome.forEach((value, row) => {
    const residual = value - fitted[row]!;
    for (let a = 0; a < k; a += 1) {
      let influence = 0;
      for (let b = 0; b < k; b += 1) influence += bread[a]![b]! * columns[b]!.values.high[row]!;
      variances[a]! += (influence * residual) ** 2;
    }
  });
  return variances.map(Math.sqrt);
}

function squaredCorrelation(a: Float64Array, b: Float64Array): number {
  const mean = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [meanA, meanB] = [mean(a), mean(b)];
  let [aa, bb, ab] = [0, 0, 0];
  a.forEach((value, row) => {
    const [x, y] = [value - meanA, b[row]! - meanB];
    aa += x * x;
    bb += y * y;
    ab += x * y;
  });
  return (ab * ab) / (aa * bb);
}
