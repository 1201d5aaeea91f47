import { assertThat, requireObject } from '@indexlab/core';
import { choleskyDeterminant } from '../../linear-algebra/positive-definite.js';
import { interceptName } from '../design/design-matrix.js';
import type { Regression } from '../regress.js';

export interface VarianceInflation {
  /** A term of the formula; categories and polynomials have one row for all their columns. */
  readonly term: string;
  /** By how much collinearity inflates the variance (of the joint region, for several columns). */
  readonly vif: number;
  readonly degreesOfFreedom: number;
  /** vif^(1 / (2 degrees of freedom)): by how much an interval is longer; comparable between terms. */
  readonly perCoefficient: number;
}

/**
 * Variance inflation factors: 1 / (1 - R²) of each term on the others, and Fox and Monette's generalised factor for a term of
 * several columns. About the mean where the model has an intercept.
 *
 * @throws IndexlabError when the model has no term besides the intercept
 *
 * @example
 * const data = { a: [1, 2, 3, 4], b: [1, -1, -1, 1], y: [2, 1, 4, 3] };
 * varianceInflation(regress('y ~ a + b', data)).map((row) => row.vif.toFixed(12)) // => ['1.000000000000', '1.000000000000']
 *
 * @see R `car::vif`
 */
export function varianceInflation(regression: Regression): VarianceInflation[] {
  requireObject(regression, 'varianceInflation', 'regression', ['fit', 'model']);
  const { fit, model } = regression;
  const roots = model.weights?.map(Math.sqrt) ?? null;
  const intercept = model.columns[0]!.term === interceptName;
  const members = new Map<string, number[]>();
  model.columns.forEach(({ of }, index) => {
    if (of !== interceptName) members.set(of, [...(members.get(of) ?? []), index]);
  });
  assertThat(members.size > 0, 'varianceInflation requires a term besides the intercept');
  const columns = model.columns.map(({ values }) =>
    roots === null ? values.high : values.high.map((value, row) => value * roots[row]!),
  );
  const centred = columns.map((column) => {
    // The first vector of the basis is the intercept's.
    const share = intercept ? dot(column, fit.basis[0]!) : 0;
    return intercept ? column.map((value, row) => value - share * fit.basis[0]![row]!) : column;
  });
  const inverseEntry = (i: number, j: number): number =>
    fit.inverse.reduce((sum, column) => sum + (column[i] ?? 0) * (column[j] ?? 0), 0);
  return [...members].map(([term, indices]) => {
    // det of the centred cross products times det of the inverse's block; each scaled to a diagonal of about one.
    const lengths = indices.map((i) => Math.sqrt(dot(centred[i]!, centred[i]!)));
    const block = (entry: (i: number, j: number) => number): number =>
      choleskyDeterminant(indices.map((i) => Float64Array.from(indices, (j) => entry(i, j))));
    const scale = (i: number): number => lengths[indices.indexOf(i)]!;
    const vif =
      block((i, j) => dot(centred[i]!, centred[j]!) / (scale(i) * scale(j))) *
      block((i, j) => inverseEntry(i, j) * scale(i) * scale(j));
    return { term, vif, degreesOfFreedom: indices.length, perCoefficient: vif ** (1 / (2 * indices.length)) };
  });
}

function dot(a: Float64Array, b: Float64Array): number {
  return a.reduce((sum, value, i) => sum + value * b[i]!, 0);
}
