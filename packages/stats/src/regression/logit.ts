import { assertThat, type Data, dataSource, requireOptions, requireText } from '@indexlab/core';
import { normalUpperQuantile } from '../distributions/index.js';
import { combineColumns, type DoubleColumn, exactColumn } from '../linear-algebra/double-column.js';
import { multiply } from '../linear-algebra/double-double.js';
import { type LeastSquares, leastSquares } from '../linear-algebra/least-squares.js';
import { type DesignColumn, designMatrix } from './design/design-matrix.js';
import { levelsOf } from './design/categories.js';
import { type ModelFrame, modelFrame } from './design/model-frame.js';
import { textNotes } from './design/text-notes.js';
import { emptyNotes } from './notes.js';
import { formulaWarnings } from './formula-warnings.js';
import { termRow } from './estimate.js';
import { parseFormula } from './formula/formula.js';
import type { TermRow } from './results.js';

/** A logistic regression. */
export interface Logit {
  readonly formula: string;
  readonly outcome: string;
  /** Estimates are log odds; z statistics from the normal distribution. */
  readonly terms: readonly TermRow[];
  readonly n: number;
  readonly degreesOfFreedom: number;
  readonly logLikelihood: number;
  /** Of the model with nothing but the mean. */
  readonly nullLogLikelihood: number;
  /** McFadden's 1 - logLikelihood / nullLogLikelihood. */
  readonly pseudoRSquared: number;
  readonly aic: number;
  readonly bic: number;
  /** The probability of each row used. */
  readonly fitted: Float64Array;
  readonly iterations: number;
  /** The kind of standard errors and the distribution of p-values and intervals, in words. */
  readonly errors: string;
  readonly level: number;
  /** Terms that separate the outcomes: their estimates have no finite value. */
  readonly separatedBy: readonly string[];
  readonly missing: number;
  readonly dropped: readonly string[];
  readonly warnings: readonly string[];
}

/**
 * Logistic regression for a yes/no outcome: log(p / (1 - p)) = Xb, by maximum likelihood (Newton's method, each step a weighted
 * least-squares problem in double-double arithmetic).
 *
 * The outcome is 0 and 1, or a text of two values, of which the later one by code point counts as yes. Where a combination of
 * terms tells the outcomes apart without an error for some rows, no finite estimate exists: `separatedBy` names the terms, a
 * warning says so, and their rows are where the search stopped.
 *
 * @param options.level the confidence level; 0.95 unless told
 * @throws IndexlabError as {@link regress}, and when the outcome is not yes/no or the same in all rows
 *
 * @example
 * const data = { x: [1, 2, 3, 4, 5, 6], y: [0, 0, 1, 0, 1, 1] };
 * logit('y ~ x', data).terms[1].estimate.toFixed(6) // => '1.214028'
 *
 * @see R `glm(family = binomial)`
 */
export function logit(formula: string, data: Data, options: { readonly level?: number } = {}): Logit {
  requireText(formula, 'logit', 'formula');
  requireOptions(options, 'logit', { level: 'a number' });
  const { level = 0.95 } = options;
  assertThat(level > 0 && level < 1, () => `logit requires a confidence level between 0 and 1, got ${level}`);
  const source = dataSource(data);
  const model = parseFormula(formula, source.columns, source);
  const { frame, outcome, text } = binaryOutcome(modelFrame(model, source), model);
  const design = designMatrix(
    text === null ? model : { ...model, response: { kind: 'number', value: 0, position: 0 } },
    frame,
  );
  const n = frame.rows.length;
  const successes = outcome.reduce((sum, value) => sum + value, 0);
  assertThat(
    successes > 0 && successes < n,
    () => `logit requires both outcomes, got ${successes} yes in ${n} rows (${text ?? design.responseName})`,
  );
  const search = maximise(design.columns, outcome);
  const { columns, fit, fitted, iterations, separatedBy } = search;
  const logLikelihood = binaryLogLikelihood(outcome, fitted);
  const nullLogLikelihood = model.intercept
    ? binaryLogLikelihood(
        outcome,
        outcome.map(() => successes / n),
      )
    : -n * Math.LN2;
  const quantile = normalUpperQuantile((1 - level) / 2);
  const collinear = fit.dropped.map((number) => design.columns[number]!.term);
  return {
    formula: model.text,
    outcome: text ?? design.responseName,
    terms: columns.map(({ term }, i) =>
      termRow(
        term,
        search.coefficients[i]!,
        Math.sqrt(fit.inverse.reduce((sum, column) => sum + (column[i] ?? 0) ** 2, 0)),
        Infinity,
        quantile,
      ),
    ),
    n,
    degreesOfFreedom: n - columns.length,
    logLikelihood,
    nullLogLikelihood,
    pseudoRSquared: 1 - logLikelihood / nullLogLikelihood,
    aic: 2 * columns.length - 2 * logLikelihood,
    bic: Math.log(n) * columns.length - 2 * logLikelihood,
    fitted,
    iterations,
    errors: 'maximum likelihood (inverse of the information); z from the normal distribution',
    level,
    separatedBy,
    missing: frame.missing,
    dropped: [...design.empty.map(({ term }) => term), ...collinear],
    warnings: [
      ...(frame.missing > 0 ? [`${frame.missing} rows left out: a column of the model is missing there.`] : []),
      ...collinear.map((term) => `${term} was dropped: it is a linear combination of terms before it.`),
      ...emptyNotes(design.empty),
      ...formulaWarnings(model),
      ...textNotes(model, frame),
      ...(separatedBy.length > 0
        ? [
            `The outcomes are separated by ${separatedBy.join(', ')}: the likelihood grows without end and these estimates have no finite value.`,
          ]
        : []),
    ],
  };
}

interface BinaryOutcome {
  readonly frame: ModelFrame;
  readonly outcome: Float64Array;
  /** What is counted, where the outcome is a text. */
  readonly text: string | null;
}

function binaryOutcome(frame: ModelFrame, model: ReturnType<typeof parseFormula>): BinaryOutcome {
  const { response } = model;
  if (response.kind === 'name' && frame.isText(response.value)) {
    const { levels, rows } = levelsOf(frame.texts(response.value), false);
    assertThat(
      levels.length <= 2,
      () => `logit requires a yes/no outcome, got ${levels.length} values (column "${response.value}")`,
    );
    return {
      frame,
      outcome: Float64Array.from(rows, (value) => Number(value === levels[1])),
      text: `${response.value}[${levels[1]}]`,
    };
  }
  const outcome = designMatrix({ ...model, terms: [], intercept: true }, frame).response.high;
  const at = outcome.findIndex((value) => value !== 0 && value !== 1);
  assertThat(
    at < 0,
    () => `logit requires an outcome of 0 and 1, got ${outcome[at]} (row ${frame.rows[at]! + 1} of the data)`,
  );
  return { frame, outcome, text: null };
}

interface Search {
  readonly columns: readonly DesignColumn[];
  readonly coefficients: Float64Array;
  readonly fit: LeastSquares;
  readonly fitted: Float64Array;
  readonly iterations: number;
  readonly separatedBy: readonly string[];
}

/** Beyond these log odds a row is certain to 13 digits, and the terms that do not separate have settled. */
const certain = 30;

function maximise(all: readonly DesignColumn[], outcome: Float64Array): Search {
  let coefficients = new Float64Array(all.length);
  let odds = new Float64Array(outcome.length);
  for (let iterations = 1; ; iterations++) {
    const fitted = odds.map(logistic);
    // Newton's step solves the weighted least squares of (y - p) / w on the columns, w = p (1 - p), each row times √w.
    const roots = fitted.map((p, row) => Math.sqrt(p * logistic(-odds[row]!)));
    const residuals = outcome.map((y, row) => (y === 1 ? logistic(-odds[row]!) : -fitted[row]!) / roots[row]!);
    const weigh = (column: DoubleColumn): DoubleColumn => combineColumns(column, exactColumn(roots), multiply);
    const fit = leastSquares(
      all.map(({ values }) => weigh(values)),
      exactColumn(residuals),
    );
    if (iterations === 1) coefficients = new Float64Array(fit.kept.length);
    const columns = fit.kept.map((number) => all[number]!);
    const change = changedOdds(fit, roots);
    const largestChange = change.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    // A step that makes no row less likely can be taken for ever: it separates the outcomes.
    const separated =
      largestChange > 0.5 &&
      odds.some((value) => Math.abs(value) > certain) &&
      change.every((value, row) => (outcome[row] === 1 ? value : -value) > -1e-6);
    if (separated || largestChange < 1e-11) {
      const separating = columns
        .filter((column, i) => largest(column, fit.coefficients[i]!) > 0.01)
        .map(({ term }) => term);
      return { columns, coefficients, fit, fitted, iterations, separatedBy: separated ? separating : [] };
    }
    assertThat(
      iterations < 200,
      'logit requires a likelihood with a maximum, got none in 200 steps',
      'Look for terms that are nearly the same, and leave one out.',
    );
    // Short steps keep a far start from running away.
    const step = largestChange > 8 ? 8 / largestChange : 1;
    coefficients = coefficients.map((value, i) => value + step * fit.coefficients[i]!);
    odds = odds.map((value, row) => value + step * change[row]!);
  }
}

/**
 * What a step changes the log odds by. In the basis nothing cancels: a sum over the columns themselves would lose the digits
 * of a column far from zero (a year, a total in single units), and the search would never settle.
 */
function changedOdds({ basis, projection }: LeastSquares, roots: Float64Array): Float64Array {
  const change = new Float64Array(roots.length);
  basis.forEach((column, i) => column.forEach((value, row) => (change[row]! += value * projection[i]!)));
  return change.map((value, row) => value / roots[row]!);
}

/** The largest change that a column's coefficient makes to the log odds. */
function largest({ values }: DesignColumn, coefficient: number): number {
  return values.high.reduce((most, value) => Math.max(most, Math.abs(value * coefficient)), 0);
}

function logistic(odds: number): number {
  return 1 / (1 + Math.exp(-odds));
}

function binaryLogLikelihood(outcome: Float64Array, fitted: Float64Array): number {
  return outcome.reduce((sum, y, row) => sum + Math.log(y === 1 ? fitted[row]! : 1 - fitted[row]!), 0);
}
