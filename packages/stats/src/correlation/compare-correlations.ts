import { assertThat, type Data, numbersOf, requireArray, requireObject } from '@indexlab/core';
import { completeRows } from '../descriptive/values.js';
import { normalTwoSided, tTwoSided } from '../distributions/index.js';
import type { TestResult } from '../regression/diagnostics/test-result.js';
import { preciseCorrelation } from './correlation.js';

/** A correlation and the number of pairs behind it. */
export interface CountedCorrelation {
  readonly r: number;
  readonly n: number;
}

/** A test of two correlations against each other. */
export interface CorrelationDifference extends TestResult {
  readonly first: number;
  readonly second: number;
  readonly difference: number;
}

/**
 * Whether two correlations of different units differ: of two bands of ranks, or two countries. Fisher's transforms,
 * `z = (atanh(r1) - atanh(r2)) / sqrt(1 / (n1 - 3) + 1 / (n2 - 3))`.
 *
 * For correlations of the same units take {@link dependentCorrelations}: they are not independent.
 *
 * @throws IndexlabError when a correlation is not between -1 and 1, or rests on fewer than four pairs
 *
 * @example
 * independentCorrelations({ r: 0.5, n: 103 }, { r: 0.2, n: 103 }).pValue.toFixed(4) // => '0.0143'
 *
 * @see R `psych::r.test(n, r12, r34, n2)`
 */
export function independentCorrelations(first: CountedCorrelation, second: CountedCorrelation): CorrelationDifference {
  const caller = 'independentCorrelations';
  for (const [name, one] of Object.entries({ first, second })) {
    requireObject(one, caller, name, ['r', 'n']);
    assertThat(Math.abs(one.r) < 1, () => `${caller} requires correlations between -1 and 1, got ${one.r} (${name})`);
    assertThat(one.n > 3 && one.n < Infinity, () => `${caller} requires at least four pairs, got ${one.n} (${name})`);
  }
  const error = Math.sqrt(1 / (first.n - 3) + 1 / (second.n - 3));
  const statistic = (Math.atanh(first.r) - Math.atanh(second.r)) / error;
  return {
    method: 'Fisher z of independent correlations',
    first: first.r,
    second: second.r,
    difference: first.r - second.r,
    statistic,
    degreesOfFreedom: null,
    pValue: normalTwoSided(statistic),
  };
}

/**
 * Whether two correlations of the same units differ. Where they share a column, such as r(x, y) and r(x, z), Williams' t with n - 3
 * degrees of freedom; where they do not, such as x with y in one year and in another, Steiger's z with the correlations pooled.
 *
 * Rows with a missing value in any of the columns are left out, so that both correlations are of the same units.
 *
 * @param pairs the columns of the `first` correlation, and of the `second`
 * @throws IndexlabError for an unknown column, the same pair twice, fewer than four complete rows, or columns that determine one another
 *
 * @example
 * const data = { x: [1, 2, 3, 4, 5, 6], y: [1, 3, 2, 5, 4, 6], z: [3, 1, 2, 6, 4, 5] };
 * const { first, second, degreesOfFreedom } = dependentCorrelations(data, { first: ['x', 'y'], second: ['x', 'z'] });
 * [first.toFixed(3), second.toFixed(3), degreesOfFreedom] // => ['0.886', '0.657', 3]
 *
 * @see Steiger (1980), Tests for comparing elements of a correlation matrix; R `psych::r.test`
 */
export function dependentCorrelations(
  data: Data,
  pairs: { readonly first: readonly [string, string]; readonly second: readonly [string, string] },
): CorrelationDifference {
  const caller = 'dependentCorrelations';
  requireObject(pairs, caller, 'pairs', ['first', 'second']);
  requireArray(pairs.first, caller, 'first');
  requireArray(pairs.second, caller, 'second');
  assertThat(
    pairs.first.length === 2 && pairs.second.length === 2,
    () => `${caller} requires pairs of columns, got ${pairs.first.length} and ${pairs.second.length} names`,
  );
  const names = [...new Set([...pairs.first, ...pairs.second])];
  assertThat(
    names.length >= 3 && pairs.first[0] !== pairs.first[1] && pairs.second[0] !== pairs.second[1],
    () =>
      `${caller} requires two different pairs of different columns, got ${[...pairs.first, ...pairs.second].join(', ')}`,
  );
  const columns = completeRows(
    names.map((name) => numbersOf(data, name, caller)),
    caller,
    4,
    names,
  );
  columns.forEach((values, at) =>
    assertThat(
      values.some((value) => value !== values[0]),
      () => `${caller} requires variables that vary, got ${values.length} times ${values[0]} (${names[at]})`,
    ),
  );
  const n = columns[0]!.length;
  const of = (a: string, b: string): number =>
    preciseCorrelation(columns[names.indexOf(a)]!, columns[names.indexOf(b)]!).estimate;
  const [first, second] = [of(...pairs.first), of(...pairs.second)];
  const shared = pairs.first.find((name) => pairs.second.includes(name));
  const { statistic, degreesOfFreedom, method } =
    shared === undefined ? steiger(pairs, of, n) : williams(pairs, shared, of, n);
  assertThat(
    Number.isFinite(statistic),
    () => `${caller} requires columns that do not determine one another, got correlations of ${first} and ${second}`,
  );
  const pValue = degreesOfFreedom === null ? normalTwoSided(statistic) : tTwoSided(statistic, degreesOfFreedom);
  return { method, first, second, difference: first - second, statistic, degreesOfFreedom, pValue };
}

type Pairs = Parameters<typeof dependentCorrelations>[1];
type Of = (a: string, b: string) => number;
type Statistic = Pick<TestResult, 'method' | 'statistic'> & { readonly degreesOfFreedom: number | null };

function williams({ first, second }: Pairs, shared: string, of: Of, n: number): Statistic {
  const [a, b] = [first, second].map((pair) => pair.find((name) => name !== shared)!) as [string, string];
  const [ra, rb, between] = [of(shared, a), of(shared, b), of(a, b)];
  const determinant = 1 - ra * ra - rb * rb - between * between + 2 * ra * rb * between;
  const scale = (2 * determinant * (n - 1)) / (n - 3) + ((ra + rb) / 2) ** 2 * (1 - between) ** 3;
  return {
    method: `Williams (both with ${shared})`,
    statistic: (ra - rb) * Math.sqrt(((n - 1) * (1 + between)) / scale),
    degreesOfFreedom: n - 3,
  };
}

function steiger({ first: [a, b], second: [c, d] }: Pairs, of: Of, n: number): Statistic {
  const pooled = (of(a, b) + of(c, d)) / 2;
  const [ac, ad, bc, bd] = [of(a, c), of(a, d), of(b, c), of(b, d)];
  const covariance =
    ((ac - pooled * bc) * (bd - bc * pooled) +
      (ad - ac * pooled) * (bc - ac * pooled) +
      (ac - ad * pooled) * (bd - ad * pooled) +
      (ad - pooled * bd) * (bc - bd * pooled)) /
    2 /
    (1 - pooled ** 2) ** 2;
  return {
    method: 'Steiger (no column shared)',
    statistic: ((Math.atanh(of(a, b)) - Math.atanh(of(c, d))) * Math.sqrt(n - 3)) / Math.sqrt(2 * (1 - covariance)),
    degreesOfFreedom: null,
  };
}
