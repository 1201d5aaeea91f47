import { assertThat } from '@indexlab/core';
import { fUpperTail, tTwoSided, tUpperQuantile } from '../distributions/index.js';
import { combineColumns, type DoubleColumn, exactColumn, mapColumn } from '../linear-algebra/double-column.js';
import { multiply, squareRoot } from '../linear-algebra/double-double.js';
import { type LeastSquares, leastSquares } from '../linear-algebra/least-squares.js';
import { solvePositive } from '../linear-algebra/positive-definite.js';
import { isIndefinite, withoutNegative } from '../linear-algebra/semidefinite.js';
import type { CountedCoefficients } from './counted-coefficients.js';
import { type DesignColumn, interceptName } from './design/design-matrix.js';
import type { TermRow } from './results.js';
import { basisCovariance, type BasisCovariance, type ErrorType } from './standard-errors.js';

/** A least-squares problem: columns with their terms, an outcome, and how to judge the errors. */
export interface Problem {
  readonly columns: readonly DesignColumn[];
  readonly response: DoubleColumn;
  readonly weights: Float64Array | null;
  readonly errorType: ErrorType;
  readonly clusters: readonly (readonly string[])[] | null;
  readonly level: number;
  /** What clustered errors count as coefficients; the columns kept unless told. */
  readonly counted?: (kept: readonly DesignColumn[]) => CountedCoefficients;
  /** Coefficients estimated before: the means that a within transformation took out. */
  readonly absorbed: number;
  /** The row of the data, counted from one. */
  readonly rowNumber: (index: number) => number;
  /** Which columns were read as categories, for the remedy where there are too many coefficients. */
  readonly categories: () => string;
}

/** A solved problem. */
export interface Estimate {
  readonly terms: readonly TermRow[];
  /** The columns kept, in the order of the terms. */
  readonly columns: readonly DesignColumn[];
  readonly dropped: readonly string[];
  readonly warnings: readonly string[];
  readonly n: number;
  readonly degreesOfFreedom: number;
  readonly residualSumOfSquares: number;
  readonly rSquared: number;
  readonly adjustedRSquared: number;
  readonly residualStandardError: number;
  readonly fStatistic: number;
  readonly fDegreesOfFreedom: readonly [number, number];
  readonly fPValue: number;
  /** The covariance matrix of the coefficients. */
  readonly covariance: readonly Float64Array[];
  readonly errors: BasisCovariance;
  /** In the rows times the root of their weights. */
  readonly fit: LeastSquares;
}

/**
 * The covariance without negative eigenvalues. Effects that stand in the formula as categories of the clusters' own make it
 * indefinite nearly always; where that of the other terms is in order, it stays, as if the effects had been taken out before.
 */
function repairOf(
  own: readonly Float64Array[],
  kept: readonly DesignColumn[],
  nested: readonly string[],
): readonly Float64Array[] {
  const repaired = withoutNegative(own);
  const others = kept.flatMap(({ of, term }, i) => (nested.includes(of) || term === interceptName ? [] : [i]));
  const block = others.map((i) => Float64Array.from(others, (j) => own[i]![j]!));
  if (nested.length > 0 && !isIndefinite(block))
    others.forEach((i) => others.forEach((j) => (repaired[i]![j] = own[i]![j]!)));
  return repaired;
}

const repairNote =
  'The covariance of the coefficients was not positive semidefinite: its negative eigenvalues were set to zero, as Cameron, Gelbach and Miller (2011) and sandwich::vcovCL(fix = TRUE) in R do.';

/** Solves a least-squares problem and judges its coefficients. */
export function estimate(problem: Problem): Estimate {
  const { columns, weights, level, absorbed } = problem;
  const n = problem.response.high.length;
  assertThat(level > 0 && level < 1, () => `A confidence level requires a number between 0 and 1, got ${level}`);
  assertThat(n > 0, 'A regression requires rows in which no column of the model is missing, got none');
  const roots = weights === null ? null : mapColumn(exactColumn(weights), squareRoot);
  const weigh = (column: DoubleColumn): DoubleColumn =>
    roots === null ? column : combineColumns(column, roots, multiply);
  const response = weigh(problem.response);
  const fit = leastSquares(
    columns.map((column) => weigh(column.values)),
    response,
  );
  const kept = fit.kept.map((number) => columns[number]!);
  assertThat(kept.length > 0, 'A regression requires a term that is not zero in every row, got none');
  const degreesOfFreedom = n - kept.length - absorbed;
  assertThat(
    degreesOfFreedom > 0,
    () => `A regression requires more rows than coefficients, got ${n} rows and ${kept.length + absorbed} coefficients`,
    () =>
      `${problem.categories()}Take fewer terms, or look for columns with many missing values: only complete rows are used.`,
  );
  const counted = problem.counted?.(kept) ?? { k: kept.length, rule: 'all coefficients', nested: [] };
  const errors = basisCovariance(problem.errorType, {
    fit,
    degreesOfFreedom,
    counted,
    clusters: problem.clusters,
    rowNumber: problem.rowNumber,
  });
  const own = coefficientCovariance(fit, errors.matrix);
  // Only a difference of covariances can have negative eigenvalues.
  const repaired = problem.clusters?.length === 2 && isIndefinite(own) ? repairOf(own, kept, counted.nested) : null;
  const covariance = repaired ?? own;
  const goodness = goodnessOf(problem, fit, kept, errors, repaired, degreesOfFreedom);
  const quantile = tUpperQuantile((1 - level) / 2, errors.degreesOfFreedom);
  return {
    ...goodness,
    warnings: [...(repaired === null ? [] : [repairNote]), ...goodness.warnings],
    terms: kept.map(({ term }, i) =>
      termRow(
        term,
        fit.coefficients[i]!,
        Math.sqrt(Math.max(0, covariance[i]![i]!)),
        errors.degreesOfFreedom,
        quantile,
      ),
    ),
    columns: kept,
    dropped: fit.dropped.map((number) => columns[number]!.term),
    n,
    degreesOfFreedom,
    residualSumOfSquares: fit.residualSumOfSquares,
    residualStandardError: Math.sqrt(fit.residualSumOfSquares / degreesOfFreedom),
    covariance,
    errors,
    fit,
  };
}

/** A coefficient's row; with a standard error of zero the statistic is infinite, or not a number for a zero estimate. */
export function termRow(
  term: string,
  value: number,
  standardError: number,
  degreesOfFreedom: number,
  quantile: number,
): TermRow {
  const statistic = value / standardError;
  return {
    term,
    estimate: value,
    standardError,
    statistic,
    pValue: Number.isNaN(statistic) ? NaN : tTwoSided(statistic, degreesOfFreedom),
    lower: value - quantile * standardError,
    upper: value + quantile * standardError,
  };
}

/** R^-1 M R^-T. */
function coefficientCovariance(fit: LeastSquares, matrix: readonly Float64Array[]): Float64Array[] {
  const { inverse } = fit;
  const size = inverse.length;
  // half = M R^-T: row k, coefficient j.
  const half = matrix.map((line) =>
    Float64Array.from({ length: size }, (_, j) => {
      let sum = 0;
      for (let column = j; column < size; column++) sum += line[column]! * inverse[column]![j]!;
      return sum;
    }),
  );
  const covariance = inverse.map(() => new Float64Array(size));
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = 0;
      for (let column = i; column < size; column++) sum += inverse[column]![i]! * half[column]![j]!;
      covariance[i]![j] = sum;
      covariance[j]![i] = sum;
    }
  }
  return covariance;
}

type Goodness = Pick<
  Estimate,
  'rSquared' | 'adjustedRSquared' | 'fStatistic' | 'fDegreesOfFreedom' | 'fPValue' | 'warnings'
>;

/**
 * In the basis the outcome's coordinates after the intercept's are the explained part: R² is their share of squares, and F
 * compares them with their covariance. Without an intercept all coordinates count, and R² is about zero, as in R.
 */
function goodnessOf(
  problem: Problem,
  fit: LeastSquares,
  kept: readonly DesignColumn[],
  errors: BasisCovariance,
  repaired: readonly Float64Array[] | null,
  degreesOfFreedom: number,
): Goodness {
  const intercept = kept[0]!.term === interceptName;
  const first = intercept ? 1 : 0;
  const explained = fit.projection.slice(first);
  const explainedSumOfSquares = explained.reduce((sum, value) => sum + value * value, 0);
  const total = explainedSumOfSquares + fit.residualSumOfSquares;
  const outcome = problem.response.high;
  const constant = intercept && outcome.every((value) => value === outcome[0]);
  const rSquared = constant || total === 0 ? NaN : explainedSumOfSquares / total;
  const meanDegrees = fit.residuals.length - (intercept || problem.absorbed > 0 ? 1 : 0);
  const warnings: string[] = [];
  if (constant)
    warnings.push('The outcome is constant: nothing is explained, and R squared, F and p-values mean nothing.');
  else if (fit.residualSumOfSquares <= 1e-28 * total)
    warnings.push('The fit is perfect but for rounding: standard errors, F and p-values mean nothing.');
  // A repaired covariance is one of the coefficients, not of the coordinates.
  const tested = repaired === null ? explained : fit.coefficients.slice(first);
  const solved =
    explained.length === 0 || constant
      ? null
      : solvePositive(
          (repaired ?? errors.matrix).slice(first).map((row) => row.slice(first)),
          tested,
        );
  if (solved === null && explained.length > 0 && !constant) {
    warnings.push(
      `F is not available: the covariance of ${explained.length} coefficients is singular${errors.clusters === null ? '' : ` with ${errors.clusters.count} clusters`}.`,
    );
  }
  const fStatistic =
    solved === null ? NaN : tested.reduce((sum, value, i) => sum + value * solved[i]!, 0) / explained.length;
  return {
    rSquared,
    adjustedRSquared: 1 - ((1 - rSquared) * meanDegrees) / degreesOfFreedom,
    fStatistic,
    fDegreesOfFreedom: [explained.length, errors.degreesOfFreedom],
    fPValue: Number.isNaN(fStatistic) ? NaN : fUpperTail(fStatistic, explained.length, errors.degreesOfFreedom),
    warnings,
  };
}
