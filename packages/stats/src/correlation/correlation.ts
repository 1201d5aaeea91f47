import { assertThat, requireOptions } from '@indexlab/core';
import { ranksOf } from '../descriptive/ranks.js';
import { deviations } from '../descriptive/precise.js';
import { inScale } from '../descriptive/scale.js';
import { completeRows } from '../descriptive/values.js';
import { normalUpperQuantile, tTwoSided } from '../distributions/index.js';
import { divide, multiply, subtract } from '../linear-algebra/double-double.js';
import { dot } from '../linear-algebra/double-column.js';
import type { TestResult } from '../regression/diagnostics/test-result.js';
import { requireLevel } from '../hypothesis-tests/test-row.js';
import { fisherInterval, fisherVariance } from './fisher-interval.js';
import { kendall, rankedVariable } from './kendall.js';

/** Which correlation: Pearson's r, Spearman's rho or Kendall's tau-b. */
export type CorrelationMethod = 'pearson' | 'spearman' | 'kendall';

/** A correlation with its test against zero and its interval. */
export interface Correlation extends TestResult {
  readonly estimate: number;
  readonly lower: number;
  readonly upper: number;
  /** Complete pairs. */
  readonly n: number;
}

/**
 * The correlation of two variables, its p-value and its confidence interval.
 *
 * - `pearson`: t = `r sqrt((n - 2) / (1 - r^2))` with n - 2 degrees of freedom.
 * - `spearman`: the same of the average ranks.
 * - `kendall`: tau-b, `(concordant - discordant) / sqrt(pairs not tied in x * pairs not tied in y)`; the p-value is exact
 *   below 50 pairs without ties (the statistic is then the number of concordant pairs), otherwise normal with the
 *   variance corrected for ties.
 *
 * P-values are two-sided and computed in the upper tail, so that small ones keep their digits. Intervals are symmetric
 * in `atanh(estimate)`, with variance `1 / (n - 3)` for Pearson, `(1 + estimate^2 / 2) / (n - 3)` for Spearman (Bonett
 * and Wright 2000) and `0.437 / (n - 4)` for Kendall (Fieller, Hartley and Pearson 1957). Pairs with a missing value
 * (`NaN`) are left out.
 *
 * @throws IndexlabError when lengths differ, fewer than three pairs are left, or a variable is constant
 *
 * @example
 * const { estimate, pValue } = correlation([1, 2, 3, 4, 5], [2, 1, 4, 3, 5]);
 * [estimate.toFixed(4), pValue.toFixed(4)] // => ['0.8000', '0.1041']
 * @example
 * correlation([1, 2, 3, 4, 5], [2, 1, 4, 3, 5], { method: 'kendall' }).estimate.toFixed(4) // => '0.6000'
 *
 * Reference: `cor.test(x, y, method = method)` in R (with `exact = FALSE` for Spearman).
 */
export function correlation(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  options: { method?: CorrelationMethod; level?: number } = {},
): Correlation {
  requireOptions(options, 'correlation', { method: ['pearson', 'spearman', 'kendall'], level: 'a number' });
  const { method = 'pearson', level = 0.95 } = options;
  requireLevel(level, 'correlation');
  requireMethod(method, 'correlation');
  const [a, b] = completeRows([x, y], 'correlation', 3, ['x', 'y']) as [Float64Array, Float64Array];
  const n = a.length;
  for (const [name, values] of [
    ['x', a],
    ['y', b],
  ] as const) {
    assertThat(
      values.some((value) => value !== values[0]),
      () => `correlation requires variables that vary, got ${n} times ${values[0]} (${name})`,
    );
  }
  const width = (estimate: number): number =>
    normalUpperQuantile((1 - level) / 2) * Math.sqrt(fisherVariance[method](estimate, n));
  const intervalOf = (estimate: number): { lower: number; upper: number } => {
    const [lower, upper] = fisherInterval(estimate, width(estimate));
    return { lower, upper };
  };
  if (method === 'kendall') {
    const { estimate, statistic, pValue, distribution } = kendall(rankedVariable(a), rankedVariable(b));
    return {
      method: `Kendall (${distribution})`,
      estimate,
      statistic,
      degreesOfFreedom: null,
      pValue,
      ...intervalOf(estimate),
      n,
    };
  }
  const ranked = method === 'spearman';
  const { estimate, complement } = preciseCorrelation(
    ranked ? ranksOf(a, 'average') : a,
    ranked ? ranksOf(b, 'average') : b,
  );
  const statistic = estimate * Math.sqrt((n - 2) / complement);
  return {
    method: ranked ? 'Spearman' : 'Pearson',
    estimate,
    statistic,
    degreesOfFreedom: n - 2,
    pValue: complement === 0 ? 0 : tTwoSided(statistic, n - 2),
    ...intervalOf(estimate),
    n,
  };
}

/** Pearson's r of two variables that vary, and 1 - r^2 without cancellation, from sums in about 32 digits. */
export function preciseCorrelation(x: Float64Array, y: Float64Array): { estimate: number; complement: number } {
  const [dx, dy] = [deviations(inScale(x)), deviations(inScale(y))];
  const [xx, yy, xy] = [dot(dx, dx), dot(dy, dy), dot(dx, dy)];
  const squares = multiply(xx, yy);
  // What 32 digits leave of an exact relation is not a departure from it.
  const complement = divide(subtract(squares, multiply(xy, xy)), squares)[0];
  const exact = complement < 1e-28;
  const estimate = exact ? Math.sign(xy[0]) : xy[0] / Math.sqrt(xx[0]) / Math.sqrt(yy[0]);
  return { estimate: Math.max(-1, Math.min(1, estimate)), complement: exact ? 0 : complement };
}

/** Checks a method, which a notebook may pass as any text. */
export function requireMethod(method: CorrelationMethod, caller: string): void {
  assertThat(
    method in fisherVariance,
    () => `${caller} requires the method pearson, spearman or kendall, got ${JSON.stringify(method)}`,
  );
}
