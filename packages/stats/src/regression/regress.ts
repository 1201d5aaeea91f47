import { assertThat, type Data, dataSource, requireOptions, requireText } from '@indexlab/core';
import { categoriesOf, countCoefficients, type CountedEffects } from './counted-coefficients.js';
import { type DesignMatrix, designMatrix, interceptName } from './design/design-matrix.js';
import { type ModelFrame, modelFrame, selectRows } from './design/model-frame.js';
import { categoriesRemedy, textNotes } from './design/text-notes.js';
import { type Estimate, estimate } from './estimate.js';
import { type Formula, parseFormula } from './formula/formula.js';
import { emptyNotes, notes, rowsOf } from './notes.js';
import { formulaWarnings } from './formula-warnings.js';
import { sizeWarnings } from './size-variables.js';
import { type ErrorType, readErrorType, type StandardErrors } from './standard-errors.js';

export interface RegressOptions {
  /** Which standard errors; `classical` unless told. */
  readonly se?: StandardErrors;
  /** The column of weights: a row counts as so many rows' worth of information (1 over the variance of its error). */
  readonly weights?: string;
  /** The confidence level of the intervals; 0.95 unless told. */
  readonly level?: number;
  /** Which effects (categories of one factor) clustered errors count as coefficients; those `not-nested` in the clusters unless told. */
  readonly countedEffects?: CountedEffects;
}

/** What these options are, for the functions that take them. */
export const regressOptionKinds = {
  se: 'a text',
  weights: 'a text',
  level: 'a number',
  countedEffects: ['not-nested', 'all'],
} as const;

/** A regression: its rows are `terms`, `modelRow(regression)` and `observationRows(regression)`. */
export interface Regression extends Omit<Estimate, 'errors' | 'columns'> {
  readonly formula: string;
  readonly outcome: string;
  /** R's convention: Gaussian, the variance at its maximum. */
  readonly logLikelihood: number;
  /** With the variance counted as a parameter, as in R. */
  readonly aic: number;
  readonly bic: number;
  /** The kind of standard errors and the rule for their degrees of freedom, in words. */
  readonly errors: string;
  readonly errorDegreesOfFreedom: number;
  readonly level: number;
  /** How many rows were left out because a column of the model is missing. */
  readonly missing: number;
  readonly conditionNumber: number;
  /** What diagnostics take: the design, the columns kept, the weights. */
  readonly model: RegressionModel;
}

export interface RegressionModel {
  readonly formula: Formula;
  readonly frame: ModelFrame;
  readonly columns: Estimate['columns'];
  readonly response: DesignMatrix['response'];
  readonly weights: Float64Array | null;
  readonly errorType: ErrorType;
}

/**
 * Least squares for a formula: y = Xb + e, weighted where told, with the standard errors asked for.
 *
 * Householder QR in double-double arithmetic, refined: estimates and standard errors are right to the last digits that the
 * data's doubles allow, in ill-conditioned designs too. Rows with a missing value in a column of the model are left out and
 * counted. A column that is a linear combination of columns before it, and a factor with one level, are dropped and named. R² and F are about the mean where
 * the model has an intercept, about zero where not; F uses the covariance of the errors chosen (a Wald test of all
 * coefficients but the intercept). With weights w, sums of squares are Σ w e², and rows of weight zero are left out.
 *
 * @param formula see {@link parseFormula}
 * @param data anything with names and columns
 * @throws IndexlabError for an unknown column, a formula that cannot be read, values that are not finite, fewer rows than
 *   coefficients, negative weights, one cluster
 *
 * @example
 * const data = { x: [1, 2, 3, 4], y: [3, 5, 7, 10] };
 * regress('y ~ x', data).terms.map((row) => row.estimate.toFixed(10)) // => ['0.5000000000', '2.3000000000']
 * @example
 * regress('y ~ x', { x: [1, 2, 3, 4], y: [3, 5, 7, 10] }, { se: 'HC3' }).errors
 * // => 'HC3 (heteroskedasticity-robust); t with n - k = 2 degrees of freedom'
 *
 * @see R `lm`, with `sandwich::vcovHC`, `vcovCL` and `NeweyWest(prewhite = FALSE)`
 */
export function regress(formula: string, data: Data, options: RegressOptions = {}): Regression {
  requireText(formula, 'regress', 'formula');
  requireOptions(options, 'regress', regressOptionKinds);
  const { se = 'classical', weights: weightColumn, level = 0.95, countedEffects = 'not-nested' } = options;
  const source = dataSource(data);
  const errorType = readErrorType(se, source.columns);
  const model = parseFormula(formula, source.columns, source);
  const others = [
    ...(weightColumn === undefined ? [] : [weightColumn]),
    ...(errorType.kind === 'cluster' ? errorType.columns : []),
  ];
  const complete = modelFrame(model, source, others);
  const allWeights = weightColumn === undefined ? null : weightsOf(complete, weightColumn);
  const frame = allWeights?.includes(0) ? selectRows(complete, (index) => allWeights[index] !== 0) : complete;
  const weights = weightColumn === undefined ? null : frame.numbers(weightColumn);
  const design = designMatrix(model, frame);
  const clusters = errorType.kind === 'cluster' ? errorType.columns.map((name) => frame.texts(name)) : null;
  const solved = estimate({
    columns: design.columns,
    response: design.response,
    weights,
    errorType,
    clusters,
    ...(clusters !== null && {
      counted: (kept) => countCoefficients(kept, [], categoriesOf(model, frame), clusters, countedEffects),
    }),
    level,
    absorbed: 0,
    rowNumber: (index) => frame.rows[index]! + 1,
    categories: () => categoriesRemedy(model, frame),
  });
  const { errors, columns, ...rest } = solved;
  const conditionNumber = solved.fit.conditionNumber;
  const logLikelihood = gaussianLogLikelihood(solved.residualSumOfSquares, solved.n, weights);
  const parameters = columns.length + 1;
  return {
    ...rest,
    dropped: [...design.empty.map(({ term }) => term), ...rest.dropped],
    formula: model.text,
    outcome: design.responseName,
    logLikelihood,
    aic: 2 * parameters - 2 * logLikelihood,
    bic: Math.log(solved.n) * parameters - 2 * logLikelihood,
    errors: errors.description,
    errorDegreesOfFreedom: errors.degreesOfFreedom,
    level,
    missing: complete.missing,
    conditionNumber,
    warnings: [
      ...notes(solved, complete.missing),
      ...emptyNotes(design.empty),
      ...(frame.rows.length < complete.rows.length
        ? [`${rowsOf(complete.rows.length - frame.rows.length)} of weight zero left out.`]
        : []),
      ...(columns[0]!.term === interceptName
        ? []
        : ['Without an intercept R squared is about zero, not about the mean.']),
      ...(errorType.kind === 'newey-west' && complete.missing > 0
        ? ['Newey-West errors take rows on either side of a row left out as neighbours in time.']
        : []),
      ...formulaWarnings(model),
      ...textNotes(model, frame),
      ...sizeWarnings(model, frame),
    ],
    model: { formula: model, frame, columns, response: design.response, weights, errorType },
  };
}

function weightsOf(frame: ModelFrame, column: string): Float64Array {
  const weights = frame.numbers(column);
  const at = weights.findIndex((weight) => !(weight >= 0 && weight < Infinity));
  assertThat(
    at < 0,
    () =>
      `regress requires weights of at least zero, got ${weights[at]} (column "${column}", row ${frame.rows[at]! + 1})`,
  );
  return weights;
}

/** -n/2 (log 2π + log(RSS/n) + 1) + Σ log w / 2. */
function gaussianLogLikelihood(residualSumOfSquares: number, n: number, weights: Float64Array | null): number {
  const logWeights = weights === null ? 0 : weights.reduce((sum, weight) => sum + Math.log(weight), 0);
  return (logWeights - n * (Math.log(2 * Math.PI) + Math.log(residualSumOfSquares / n) + 1)) / 2;
}
