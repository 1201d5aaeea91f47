import { assertThat, requireOptions, type Data } from '@indexlab/core';
import { chiSquaredUpperTail } from '../distributions/index.js';
import { completeColumns, type FactorColumns } from './complete-columns.js';
import { leastUniqueness, type MostLikely, mostLikely } from './most-likely.js';
import { symmetricEigen } from '../linear-algebra/symmetric-eigen.js';
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
  /** What was minimised, at its minimum. */
  readonly criterion: number;
  /** How many starts the search had, how many ended at this minimum, and the slope that is left there. */
  readonly search: { readonly starts: number; readonly reached: number; readonly slope: number };
  readonly n: number;
  readonly warnings: string[];
}

/** How {@link factorAnalysis} goes about it. */
export interface FactorAnalysisOptions extends FactorColumns {
  readonly factors: number;
  /** `varimax` by default. */
  readonly rotation?: 'varimax' | 'none';
}

/** A slope above this is more than rounding leaves of zero. */
const largestSlope = 1e-5;

/**
 * Factor analysis of correlations by maximum likelihood, rotated by {@link varimax}.
 *
 * Uniquenesses minimise `sum over the eigenvalues e past the factors of (e - log(e) - 1)` of the correlations scaled by them
 * (Lawley and Maxwell 1971), within [0.005, 1] as in R. That criterion has several minima: the search starts from many points,
 * the same ones each time, and the least minimum counts. Factors come in descending order of explained sum of
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
  assertThat(
    typeof options === 'object' && options !== null,
    'factorAnalysis requires options with the number of factors, such as { factors: 2 }, got none',
  );
  requireOptions(options, 'factorAnalysis', {
    columns: 'an array of texts',
    factors: 'a number',
    rotation: ['varimax', 'none'],
  });
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
  const { uniquenesses, criterion, slope, starts, reached } = best;
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
    criterion,
    search: { starts, reached, slope },
    n,
    warnings: [
      ...warnings,
      ...(improper.length > 0
        ? [`Nothing of ${improper.join(', ')} is left unexplained (a Heywood case): fewer factors may do.`]
        : []),
      ...(slope > largestSlope
        ? [`The search ended where the criterion still falls (slope ${slope.toPrecision(2)}): take loadings with care.`]
        : []),
    ],
  };
}

function loadingsOf({ uniquenesses, eigen }: MostLikely, factors: number): number[][] {
  return uniquenesses.map((uniqueness, i) =>
    Array.from({ length: factors }, (_, factor) => {
      const explained = Math.max(0, eigen.values[factor]! - 1);
      return Math.sqrt(uniqueness * explained) * eigen.vectors[factor]![i]!;
    }),
  );
}
