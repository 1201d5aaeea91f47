import { assertThat, type Data, numbersOf, requireArray, requireOptions } from '@indexlab/core';
import { completeRows, sorted } from '../descriptive/values.js';
import { quantileOfSorted } from '../descriptive/quantile.js';
import { permuted } from '../resampling/permutation-test.js';
import { correlation } from './correlation.js';
import { partialCorrelation } from './partial-correlation.js';

/** What {@link ratioCorrelation} relates. */
export interface RatioCorrelationOptions {
  /** The numerator and the denominator of the first ratio, columns above zero. */
  readonly x: readonly [numerator: string, denominator: string];
  readonly y: readonly [numerator: string, denominator: string];
  /** 999 by default. */
  readonly permutations?: number;
  readonly seed?: number;
}

/** A correlation of ratios beside what their components alone would make of it. */
export interface RatioCorrelation {
  readonly estimate: number;
  /** The component that both share; `null` where none is. */
  readonly shared: string | null;
  /** Correlations of the same ratios with each component shuffled over the units by itself: mean, 2.5 and 97.5 %. */
  readonly mechanical: { readonly mean: number; readonly lower: number; readonly upper: number };
  /** How rarely a shuffle is as far from the shuffles' mean as the estimate, which counts as one. */
  readonly pValue: number;
  /** The correlation of the logs of the ratios with the log of the shared component held fixed; `null` where none is shared. */
  readonly heldFixed: number | null;
  readonly n: number;
  readonly permutations: number;
  readonly seed: number;
}

/**
 * The correlation of two ratios, and how much of it a shared component makes by itself (Pearson 1897): links over population correlates
 * with interactions over links because links stand in both, upside down in one.
 *
 * Each component is shuffled over the units by itself, the shared one once for both ratios; then only the shared component relates them.
 * An estimate among these correlations says nothing beyond the arithmetic. The same seed gives the same shuffles; rows with a
 * missing value are left out.
 *
 * @throws IndexlabError for an unknown column, a component that is not positive, or fewer than four complete rows
 *
 * @example
 * const data = { links: [1, 4, 2, 8, 5], people: [2, 3, 4, 5, 6], talks: [5, 6, 7, 9, 8] };
 * const { shared, estimate } = ratioCorrelation(data, { x: ['links', 'people'], y: ['talks', 'links'], permutations: 99 });
 * [shared, estimate.toFixed(2)] // => ['links', '-0.84']
 *
 * @see Pearson (1897), On a form of spurious correlation; Kronmal (1993)
 */
export function ratioCorrelation(data: Data, options: RatioCorrelationOptions): RatioCorrelation {
  const caller = 'ratioCorrelation';
  requireOptions(
    options,
    caller,
    { x: 'an array of texts', y: 'an array of texts', permutations: 'a number', seed: 'a number' },
    ['x', 'y'],
  );
  const { x, y, permutations = 999, seed = 1 } = options;
  requireArray(x, caller, 'x');
  requireArray(y, caller, 'y');
  assertThat(
    x.length === 2 && y.length === 2,
    () => `${caller} requires a numerator and a denominator for each ratio, got ${x.length} and ${y.length} names`,
  );
  assertThat(
    Number.isInteger(permutations) && permutations >= 1,
    () => `${caller} requires at least one permutation, got ${permutations}`,
  );
  const names = [...new Set([...x, ...y])];
  const columns = completeRows(
    names.map((name) => numbersOf(data, name, caller)),
    caller,
    4,
    names,
  );
  columns.forEach((values, at) => {
    const wrong = values.find((value) => value <= 0);
    assertThat(wrong === undefined, () => `${caller} requires components above zero, got ${wrong} (${names[at]})`);
  });
  const n = columns[0]!.length;
  const of = (used: readonly Float64Array[]): number => {
    const [a, b] = [x, y].map(([numerator, denominator]) => {
      const [above, below] = [used[names.indexOf(numerator)]!, used[names.indexOf(denominator)]!];
      return above.map((value, row) => value / below[row]!);
    }) as [Float64Array, Float64Array];
    return correlation(a, b).estimate;
  };
  const estimate = of(columns);
  const draws = Float64Array.from({ length: permutations }, (_, draw) =>
    of(columns.map((values, at) => permuted(values, seed, draw * columns.length + at))),
  );
  const mean = draws.reduce((sum, value) => sum + value, 0) / permutations;
  const ordered = sorted(draws);
  const asFar = draws.filter((value) => Math.abs(value - mean) >= Math.abs(estimate - mean) - 1e-12).length;
  const shared = x.find((name) => y.includes(name)) ?? null;
  return {
    estimate,
    shared,
    mechanical: { mean, lower: quantileOfSorted(ordered, 0.025), upper: quantileOfSorted(ordered, 0.975) },
    pValue: (1 + asFar) / (1 + permutations),
    heldFixed: shared === null || n < 5 ? null : heldFixed(columns, names, options, shared),
    n,
    permutations,
    seed,
  };
}

function heldFixed(
  columns: readonly Float64Array[],
  names: readonly string[],
  { x, y }: RatioCorrelationOptions,
  shared: string,
): number | null {
  const log = (name: string): Float64Array => columns[names.indexOf(name)]!.map(Math.log);
  const [a, b] = [x, y].map(([numerator, denominator]) => {
    const below = log(denominator);
    return log(numerator).map((value, row) => value - below[row]!);
  });
  const spread = (values: Float64Array): boolean => values.some((value) => value !== values[0]);
  const control = log(shared);
  if (![a!, b!, control].every(spread)) return null;
  return partialCorrelation({ a: a!, b: b!, control }, { a: 'a', b: 'b', controls: ['control'] }).estimate;
}
