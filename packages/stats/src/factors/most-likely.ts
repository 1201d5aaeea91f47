import { randomSource } from '@indexlab/core';
import { boundedMinimum, type BoundedMinimum } from './bounded-minimum.js';
import { inverseOf, symmetricEigen } from '../linear-algebra/symmetric-eigen.js';

/** No column is explained beyond this, as in R: less uniqueness is an improper (Heywood) solution. */
export const leastUniqueness = 0.005;

/** The uniquenesses of the least criterion that a search found. */
export interface MostLikely {
  readonly uniquenesses: readonly number[];
  readonly eigen: ReturnType<typeof symmetricEigen>;
  readonly criterion: number;
  readonly slope: number;
  readonly starts: number;
  /** How many of the starts ended at this criterion. */
  readonly reached: number;
}

/** What all starts together may cost, in multiplications: small problems have 50, one of 60 columns a handful. */
const budget = 4e5;

/**
 * The uniquenesses in [0.005, 1] that minimise `sum over the eigenvalues e past the factors of (e - log(e) - 1)` of the
 * correlations scaled by them.
 *
 * There are several minima, often with a column at the bound: the search starts from R's start, from it with each column in
 * turn explained entirely, and from random points (the source with seed 1).
 */
export function mostLikely(correlations: readonly (readonly number[])[], factors: number): MostLikely {
  const p = correlations.length;
  const starts = startsOf(correlations, factors, Math.max(6, Math.min(50 + p, Math.round(budget / p ** 2.5))));
  // On a logarithmic scale a column near its bound is as well conditioned as the others.
  const bounds = [Math.log(leastUniqueness), 0] as const;
  const evaluate = (logs: Float64Array): { value: number; gradient: Float64Array } =>
    criterionAt(correlations, logs, factors);
  const found = starts.map((start) => boundedMinimum(evaluate, start.map(Math.log), bounds, 1e-7));
  const best = found.reduce((least, next) => (next.value < least.value ? next : least));
  const settled = boundedMinimum(evaluate, best.point, bounds, 1e-12);
  const uniquenesses = Array.from(settled.point, (log) => (log === bounds[0] ? leastUniqueness : Math.exp(log)));
  return {
    uniquenesses,
    eigen: eigenAt(correlations, uniquenesses),
    criterion: settled.value,
    slope: settled.slope,
    starts: starts.length,
    reached: found.filter((end: BoundedMinimum) => end.value - settled.value <= 1e-8 * (1 + settled.value)).length,
  };
}

function startsOf(correlations: readonly (readonly number[])[], factors: number, count: number): Float64Array[] {
  const p = correlations.length;
  const precision = inverseOf(symmetricEigen(correlations));
  const usual = Float64Array.from(precision, (row, i) => (1 - (0.5 * factors) / p) / row[i]!);
  const improper = usual.map((_, column) => column).slice(0, Math.max(0, count - 2));
  return [
    usual,
    ...Array.from(improper, (column) => usual.map((value, i) => (i === column ? leastUniqueness : value))),
    ...Array.from({ length: Math.max(0, count - 1 - improper.length) }, (_, draw) => {
      const source = randomSource(1, draw);
      return usual.map(() => Math.max(leastUniqueness, source.uniform()));
    }),
  ];
}

function eigenAt(
  correlations: readonly (readonly number[])[],
  uniquenesses: ArrayLike<number>,
): ReturnType<typeof symmetricEigen> {
  const roots = Array.from(uniquenesses, Math.sqrt);
  return symmetricEigen(correlations.map((row, i) => row.map((r, j) => r / (roots[i]! * roots[j]!))));
}

/** The criterion and its slope in the logarithms of the uniquenesses. */
function criterionAt(
  correlations: readonly (readonly number[])[],
  logs: Float64Array,
  factors: number,
): { value: number; gradient: Float64Array } {
  const { values, vectors } = eigenAt(correlations, logs.map(Math.exp));
  const rest = values.slice(factors);
  return {
    value: rest.reduce((sum, value) => sum + value - Math.log(value) - 1, 0),
    gradient: logs.map((_, i) => rest.reduce((sum, value, m) => sum + (1 - value) * vectors[factors + m]![i]! ** 2, 0)),
  };
}
