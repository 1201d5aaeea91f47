import { assertThat } from '@indexlab/core';
import { ranksOf, tieSizes } from '../descriptive/ranks.js';
import { chiSquaredUpperTail } from '../distributions/index.js';
import type { TestResult } from '../regression/diagnostics/test-result.js';
import { type Groups, namedGroups } from './groups.js';
import { tieTerm } from './rank-tests.js';

/**
 * The test of Kruskal and Wallis that groups have one distribution, on average ranks.
 *
 * `H = (12 sum of R(group)^2 / n(group) / (n (n + 1)) - 3 (n + 1)) / (1 - sum of (t^3 - t) / (n^3 - n))` with rank sums R
 * and tie sizes t, chi-squared with groups - 1 degrees of freedom. Missing values (`NaN`) are left out.
 *
 * @throws IndexlabError when there are fewer than two groups, one is empty, or all values are equal
 *
 * @example
 * kruskalWallis([[1, 2, 3], [4, 5, 6]]).statistic.toFixed(6) // => (27 / 7).toFixed(6)
 *
 * Reference: `kruskal.test(list(a, b))` in R.
 */
export function kruskalWallis(groups: Groups): TestResult {
  const named = namedGroups(groups, 'kruskalWallis');
  const joined = Float64Array.from(named.flatMap(({ values }) => [...values]));
  const n = joined.length;
  const ties = tieSizes(joined);
  assertThat(ties.length > 1, () => `kruskalWallis requires values that differ, got ${n} times ${joined[0]}`);
  const ranks = ranksOf(joined, 'average');
  let start = 0;
  let between = 0;
  for (const { values } of named) {
    const own = ranks.subarray(start, start + values.length);
    // Sums of halves are exact; from the mean rank, so that nothing cancels.
    const departure = own.reduce((sum, rank) => sum + rank - (n + 1) / 2, 0);
    between += departure ** 2 / values.length;
    start += values.length;
  }
  const statistic = (12 * between) / (n * (n + 1)) / (1 - tieTerm(ties) / (n * (n * n - 1)));
  const degreesOfFreedom = named.length - 1;
  return {
    method: 'Kruskal-Wallis',
    statistic,
    degreesOfFreedom,
    pValue: chiSquaredUpperTail(statistic, degreesOfFreedom),
  };
}
