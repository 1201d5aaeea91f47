import { assertThat, type Data } from '@indexlab/core';
import { inverse, solve } from 'ml-matrix';
import { chiSquaredUpperTail } from '../distributions/index.js';
import { completeColumns, type FactorColumns } from './complete-columns.js';
import { symmetricEigen } from './symmetric-eigen.js';
import { canonicalFactors, varimax } from './varimax.js';

/** A maximum-likelihood factor analysis. */
export interface FactorAnalysis {
  readonly factors: number;
  readonly rotation: 'varimax' | 'none';
  /** One row per column: its loading on each factor, what the factors explain of it and what they do not; the two add up to one. */
  readonly loadings: {
    readonly column: string;
    readonly values: number[];
    readonly communality: number;
    readonly uniqueness: number;
  }[];
  /** For each factor the sum of squared loadings, and its share in the number of columns. */
  readonly explained: { readonly factor: number; readonly sumOfSquares: number; readonly proportion: number }[];
  /** The test that so many factors suffice, with Bartlett's correction; `null` without degrees of freedom. */
  readonly test: { readonly statistic: number; readonly degreesOfFreedom: number; readonly pValue: number } | null;
  readonly n: number;
  readonly warnings: string[];
}

/** How {@link factorAnalysis} goes about it. */
export interface FactorAnalysisOptions extends FactorColumns {
  readonly factors: number;
  /** `varimax` by default. */
  readonly rotation?: 'varimax' | 'none';
}

/** No column is explained beyond this, as in R: less uniqueness is an improper (Heywood) solution. */
const leastUniqueness = 0.005;

/**
 * Factor analysis of correlations by maximum likelihood, rotated by {@link varimax}.
 *
 * Uniquenesses minimise `sum over the eigenvalues e past the factors of (e - log(e) - 1)` of the correlations scaled by them
 * (Lawley and Maxwell 1971), by Newton's method, none below 0.005. Factors come in descending order of explained sum of
 * squares, with loadings that add up to a positive number. Rows with a missing value are left out.
 *
 * @throws IndexlabError when a column is unknown or constant, there are too few columns for the factors (fewer degrees of
 * freedom than none), or columns are linear combinations of others
 *
 * @example
 * const data = { a: [1, 2, 3, 4, 5, 6], b: [1, 3, 2, 4, 6, 5], c: [2, 1, 3, 5, 4, 6] };
 * factorAnalysis(data, { factors: 1 }).loadings.map((row) => row.communality.toFixed(4)) // => ['0.9950', '0.7837', '0.7837']
 *
 * Reference: `factanal(data, factors)` in R.
 */
export function factorAnalysis(data: Data, options: FactorAnalysisOptions): FactorAnalysis {
  const { factors, rotation = 'varimax' } = options;
  const { names, correlations, n, warnings } = completeColumns(data, options, 'factorAnalysis', 3);
  const p = names.length;
  assertThat(
    Number.isInteger(factors) && factors >= 1,
    () => `factorAnalysis requires a whole number of factors, at least 1, got ${factors}`,
  );
  const degreesOfFreedom = ((p - factors) ** 2 - p - factors) / 2;
  assertThat(
    degreesOfFreedom >= 0,
    () => `factorAnalysis requires more columns for ${factors} factors, got ${p}`,
    'Ask for fewer factors.',
  );
  const independent = symmetricEigen(correlations).values.at(-1)! > 1e-12;
  assertThat(
    independent && n > p,
    () =>
      `factorAnalysis requires more rows than columns, and no column that others make up, got ${n} rows of ${p} columns`,
    'Leave out columns that are sums of others, such as totals.',
  );
  const best = mostLikely(correlations, factors);
  const { uniquenesses, criterion } = best;
  const raw = loadingsOf(best, factors);
  const rotated = rotation === 'varimax' && factors > 1 ? varimax(raw) : canonicalFactors(raw);
  const statistic = (n - 1 - (2 * p + 5) / 6 - (2 * factors) / 3) * criterion;
  const improper = names.filter((_, i) => uniquenesses[i] === leastUniqueness);
  return {
    factors,
    rotation,
    loadings: names.map((column, i) => ({
      column,
      values: rotated[i]!,
      communality: 1 - uniquenesses[i]!,
      uniqueness: uniquenesses[i]!,
    })),
    explained: Array.from({ length: factors }, (_, factor) => {
      const sumOfSquares = rotated.reduce((sum, row) => sum + row[factor]! ** 2, 0);
      return { factor: factor + 1, sumOfSquares, proportion: sumOfSquares / p };
    }),
    test:
      degreesOfFreedom > 0
        ? { statistic, degreesOfFreedom, pValue: chiSquaredUpperTail(Math.max(0, statistic), degreesOfFreedom) }
        : null,
    n,
    warnings: [
      ...warnings,
      ...(improper.length > 0
        ? [`Nothing of ${improper.join(', ')} is left unexplained (a Heywood case): fewer factors may do.`]
        : []),
    ],
  };
}

/** A point of the search: uniquenesses, the eigenvalues of the correlations scaled by them, and the criterion with its slope. */
interface Trial {
  readonly uniquenesses: readonly number[];
  readonly eigen: ReturnType<typeof symmetricEigen>;
  readonly criterion: number;
  readonly gradient: readonly number[];
  /** The columns not held at their bound. */
  readonly free: readonly number[];
  readonly slope: number;
}

function trialAt(correlations: number[][], uniquenesses: readonly number[], factors: number): Trial {
  const roots = uniquenesses.map(Math.sqrt);
  const eigen = symmetricEigen(correlations.map((row, i) => row.map((r, j) => r / (roots[i]! * roots[j]!))));
  const rest = eigen.values.slice(factors);
  const gradient = uniquenesses.map((_, i) =>
    rest.reduce((sum, value, m) => sum + (1 - value) * eigen.vectors[factors + m]![i]! ** 2, 0),
  );
  const free = uniquenesses.flatMap((value, i) => (value === leastUniqueness && gradient[i]! >= 0 ? [] : [i]));
  return {
    uniquenesses,
    eigen,
    criterion: rest.reduce((sum, value) => sum + value - Math.log(value) - 1, 0),
    gradient,
    free,
    slope: Math.max(0, ...free.map((i) => Math.abs(gradient[i]!))),
  };
}

/** Newton's method on the logarithms of the uniquenesses, held at their bound where they would pass it. */
function mostLikely(correlations: number[][], factors: number): Trial {
  const diagonal = inverse(correlations).diagonal();
  const start = diagonal.map((value) => Math.max(leastUniqueness, (1 - (0.5 * factors) / correlations.length) / value));
  let trial = trialAt(correlations, start, factors);
  for (let round = 0; round < 500 && trial.slope > 1e-13; round += 1) {
    const better = nextTrial(correlations, factors, trial);
    if (better === null) break;
    trial = better;
  }
  return trial;
}

/** A step along Newton's direction, halved until it helps; `null` where rounding leaves none. */
function nextTrial(correlations: number[][], factors: number, trial: Trial): Trial | null {
  const { uniquenesses, eigen, free, gradient } = trial;
  const rest = eigen.vectors.slice(factors);
  // The expected curvature is singular where a column is explained entirely: a trace on the diagonal keeps the step finite.
  const curvature = free.map((i) =>
    free.map((j) => rest.reduce((sum, vector) => sum + vector[i]! * vector[j]!, 0) ** 2 + (i === j ? 1e-10 : 0)),
  );
  const steps = solve(
    curvature,
    free.map((i) => [gradient[i]!]),
  ).to1DArray();
  for (let length = 1; length > 1e-10; length /= 2) {
    const next = [...uniquenesses];
    free.forEach((i, at) => {
      next[i] = Math.max(leastUniqueness, next[i]! * Math.exp(-length * Math.max(-2, Math.min(2, steps[at]!))));
    });
    const tried = trialAt(correlations, next, factors);
    // At the bottom the criterion has no digits left to fall by: the slope has.
    const level = tried.criterion <= trial.criterion + 1e-13 * (1 + trial.criterion);
    if (tried.criterion < trial.criterion - 1e-13 * (1 + trial.criterion) || (level && tried.slope < trial.slope))
      return tried;
  }
  return null;
}

function loadingsOf({ uniquenesses, eigen }: Trial, factors: number): number[][] {
  return uniquenesses.map((uniqueness, i) =>
    Array.from({ length: factors }, (_, factor) => {
      const explained = Math.max(0, eigen.values[factor]! - 1);
      return Math.sqrt(uniqueness * explained) * eigen.vectors[factor]![i]!;
    }),
  );
}
