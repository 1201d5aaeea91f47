import { assertThat, requireRows } from '@indexlab/core';
import { ranksOf, tieSizes } from '../descriptive/ranks.js';
import { completeRows } from '../descriptive/values.js';
import { chiSquaredUpperTail, fUpperTail } from '../distributions/index.js';
import type { TestResult } from '../regression/diagnostics/test-result.js';
import { tieTerm } from '../hypothesis-tests/rank-tests.js';

/** How far several rankings agree, and two tests that they do not agree at all. */
export interface KendallW {
  /** From 0, no agreement, to 1, the same ranking throughout. */
  readonly estimate: number;
  readonly rankings: number;
  /** Items that all rankings rank. */
  readonly n: number;
  readonly chiSquared: TestResult;
  readonly f: TestResult;
}

/**
 * Kendall's coefficient of concordance W of m rankings of n items, corrected for ties.
 *
 * `W = 12 S / (m^2 (n^3 - n) - m T)` with S the sum of squares of the items' rank sums about their mean `m (n + 1) / 2`, ranks
 * averaged over ties, and T the sum of `t^3 - t` over all ties of all rankings. The tests are of independent rankings:
 * `m (n - 1) W` is about chi-squared with n - 1 degrees of freedom (Friedman's test, for n above 7 or so), and
 * `(m - 1) W / (1 - W)` about F with `n - 1 - 2 / m` and `m - 1` times as many, which is closer for small n.
 * Items that a ranking misses (`NaN`) are left out of all.
 *
 * @param rankings one array of ranks, or of scores, per ranking; items in the same order, and all rankings in the same direction
 * @throws IndexlabError for fewer than two rankings or three complete items, lengths that differ, or a ranking that ties all items
 *
 * @example
 * kendallW([[1, 2, 3, 4], [1, 2, 3, 4], [2, 1, 3, 4]]).estimate.toFixed(6) // => (41 / 45).toFixed(6)
 * @example
 * kendallW([[1, 2, 3], [1, 2, 3]]).f.pValue // => 0
 *
 * @see R `irr::kendall(ratings, correct = TRUE)`, `vegan::kendall.global`, `friedman.test`
 */
export function kendallW(rankings: readonly ArrayLike<number>[]): KendallW {
  requireRows(rankings, 'kendallW', 'ranking');
  const m = rankings.length;
  assertThat(m >= 2, () => `kendallW requires at least two rankings, got ${m}`);
  const complete = completeRows(
    rankings,
    'kendallW',
    3,
    rankings.map((_, i) => `ranking ${i + 1}`),
  );
  const n = complete[0]!.length;
  const ties = complete.map(tieSizes);
  const flat = ties.findIndex((sizes) => sizes.length === 1);
  assertThat(
    flat < 0,
    () =>
      `kendallW requires rankings that tell items apart, got ${n} times ${complete[flat]![0]} (ranking ${flat + 1})`,
  );
  const ranks = complete.map((values) => ranksOf(values, 'average'));
  const centre = (m * (n + 1)) / 2;
  // Sums of halves are exact, and so is what is left of 1 - W.
  const squares = Array.from({ length: n }, (_, item) => ranks.reduce((sum, own) => sum + own[item]!, -centre) ** 2);
  const agreement = 12 * squares.reduce((sum, square) => sum + square, 0);
  const most = m * m * (n ** 3 - n) - m * ties.reduce((sum, sizes) => sum + tieTerm(sizes), 0);
  const estimate = agreement / most;
  const chiSquared = m * (n - 1) * estimate;
  const f = ((m - 1) * agreement) / (most - agreement);
  const between = n - 1 - 2 / m;
  const within = (m - 1) * between;
  return {
    estimate,
    rankings: m,
    n,
    chiSquared: {
      method: "Kendall's W (chi-squared)",
      statistic: chiSquared,
      degreesOfFreedom: n - 1,
      pValue: chiSquaredUpperTail(chiSquared, n - 1),
    },
    f: {
      method: "Kendall's W (F)",
      statistic: f,
      degreesOfFreedom: [between, within],
      pValue: fUpperTail(f, between, within),
    },
  };
}
