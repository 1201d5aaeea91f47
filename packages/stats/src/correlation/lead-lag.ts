import { assertThat, requireOptions } from '@indexlab/core';
import { allValues } from '../descriptive/values.js';
import { correlation } from './correlation.js';

/** The correlation of x with y so many steps later. */
export interface LeadLagRow {
  /** Steps by which x leads y; negative where it follows. */
  readonly lag: number;
  readonly n: number;
  readonly estimate: number | null;
  readonly pValue: number | null;
}

/**
 * Whether one series leads another: correlations of `x[t]` with `y[t + lag]` for each lag with at least four pairs.
 *
 * The best of several lags is best by chance, too; and series that both rise correlate at every lag. On six points a lag of two
 * leaves four pairs, where only r above 0.95 in size would be told from none: such data can show no lead. Where one is constant, or too
 * few pairs are left, there is no estimate (`null`).
 *
 * @param x one value per step, without gaps
 * @param y the other series at the same steps
 * @param options `most`, the largest lag either way; 2 by default. `differences`: of the changes from step to step, which takes common trends out
 * @throws IndexlabError when lengths differ, a value is missing, or fewer than four steps are there
 *
 * @example
 * leadLag([1, 5, 2, 6, 3, 7], [0, 1, 5, 2, 6, 3], { most: 1 }).map(({ lag, n }) => [lag, n]) // => [[-1, 5], [0, 6], [1, 5]]
 * @example
 * leadLag([1, 5, 2, 6, 3, 7], [0, 1, 5, 2, 6, 3], { most: 1 })[2].estimate.toFixed(6) // => '1.000000'
 *
 * @see R `ccf(y, x)`, which divides by n at every lag
 */
export function leadLag(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  options: { readonly most?: number; readonly differences?: boolean } = {},
): LeadLagRow[] {
  const caller = 'leadLag';
  requireOptions(options, caller, { most: 'a number', differences: 'true or false' });
  const { most = 2, differences = false } = options;
  assertThat(Number.isInteger(most) && most >= 0, () => `${caller} requires a whole largest lag, got ${String(most)}`);
  const [first, second] = [allValues(x, caller, 'x'), allValues(y, caller, 'y')];
  assertThat(
    first.length === second.length,
    () => `${caller} requires variables of one length, got ${first.length} and ${second.length}`,
  );
  const changes = (values: Float64Array): Float64Array => values.slice(1).map((value, at) => value - values[at]!);
  const [a, b] = differences ? [changes(first), changes(second)] : [first, second];
  assertThat(a.length >= 4, () => `${caller} requires at least four steps, got ${a.length}`);
  return Array.from({ length: 2 * most + 1 }, (_, place) => {
    const lag = place - most;
    const n = Math.max(0, a.length - Math.abs(lag));
    const [own, later] = [
      a.slice(Math.max(0, -lag), Math.max(0, -lag) + n),
      b.slice(Math.max(0, lag), Math.max(0, lag) + n),
    ];
    const varies = [own, later].every((values) => values.some((value) => value !== values[0]));
    if (n < 4 || !varies) return { lag, n, estimate: null, pValue: null };
    const { estimate, pValue } = correlation(own, later);
    return { lag, n, estimate, pValue };
  });
}
