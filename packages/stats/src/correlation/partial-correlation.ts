import { assertThat, type Data, listNames, numbersOf, requireOptions } from '@indexlab/core';
import { ranksOf } from '../descriptive/ranks.js';
import { inScale } from '../descriptive/scale.js';
import { completeRows } from '../descriptive/values.js';
import { normalUpperQuantile, tTwoSided } from '../distributions/index.js';
import { exactColumn } from '../linear-algebra/double-column.js';
import { leastSquares } from '../linear-algebra/least-squares.js';
import { requireLevel } from '../hypothesis-tests/test-row.js';
import { type Correlation, preciseCorrelation } from './correlation.js';
import { fisherInterval } from './fisher-interval.js';

/** What {@link partialCorrelation} relates. */
export interface PartialCorrelationOptions {
  readonly a: string;
  readonly b: string;
  /** The columns held fixed, at least one. */
  readonly controls: readonly string[];
  /** `pearson` by default; `spearman` takes average ranks of all columns first. */
  readonly method?: 'pearson' | 'spearman';
  /** The level of the interval, 0.95 by default. */
  readonly level?: number;
}

/**
 * The partial correlation of two columns: that of what least squares on the controls leaves of each.
 *
 * With g controls, less those that are linear combinations of others, t = `r sqrt((n - 2 - g) / (1 - r^2))` has n - 2 - g
 * degrees of freedom, and `atanh(r)` the variance `1 / (n - 3 - g)`. Rows with a missing value are left out.
 *
 * @throws IndexlabError when a column is unknown, too few rows are left, or the controls explain a column entirely
 *
 * @example
 * const data = { a: [1, 2, 3, 4, 5, 6], b: [2, 1, 4, 3, 6, 5], c: [1, 1, 2, 2, 3, 3] };
 * partialCorrelation(data, { a: 'a', b: 'b', controls: ['c'] }).estimate.toFixed(6) // => '-1.000000'
 *
 * Reference: `ppcor::pcor.test(a, b, controls)` in R.
 */
export function partialCorrelation(data: Data, options: PartialCorrelationOptions): Correlation {
  requireOptions(
    options,
    'partialCorrelation',
    { a: 'a text', b: 'a text', controls: 'an array of texts', method: ['pearson', 'spearman'], level: 'a number' },
    ['controls'],
  );
  const { a, b, controls, method = 'pearson', level = 0.95 } = options;
  requireLevel(level, 'partialCorrelation');
  assertThat(
    controls.length > 0,
    'partialCorrelation requires at least one control, got none',
    'Without controls use correlation.',
  );
  const names = [a, b, ...controls];
  const complete = completeRows(
    names.map((name) => inScale(numbersOf(data, name, 'partialCorrelation'))),
    'partialCorrelation',
    3,
    names.map((name) => `column "${name}"`),
  );
  const [x, y, ...fixed] = method === 'spearman' ? complete.map((values) => ranksOf(values, 'average')) : complete;
  const n = x!.length;
  const design = [new Float64Array(n).fill(1), ...fixed].map((values) => exactColumn(values));
  const residuals = [x!, y!].map((values, i) => {
    const fit = leastSquares(design, exactColumn(values));
    const total = leastSquares(design.slice(0, 1), exactColumn(values)).residualSumOfSquares;
    assertThat(
      fit.residualSumOfSquares > 1e-24 * total && total > 0,
      () =>
        `partialCorrelation requires columns that the controls leave something of, got none of "${names[i]}" (controls ${listNames(controls)})`,
    );
    return { residuals: fit.residuals, held: fit.kept.length - 1 };
  });
  const { held } = residuals[0]!;
  const degreesOfFreedom = n - 2 - held;
  assertThat(degreesOfFreedom > 0, () => `partialCorrelation requires more than ${held + 2} complete rows, got ${n}`);
  const { estimate, complement } = preciseCorrelation(residuals[0]!.residuals, residuals[1]!.residuals);
  const statistic = estimate * Math.sqrt(degreesOfFreedom / complement);
  const width = normalUpperQuantile((1 - level) / 2) / Math.sqrt(Math.max(0, n - 3 - held));
  const [lower, upper] = fisherInterval(estimate, width);
  return {
    method: `${method === 'spearman' ? 'Spearman' : 'Pearson'}, given ${controls.join(', ')}`,
    estimate,
    statistic,
    degreesOfFreedom,
    pValue: complement === 0 ? 0 : tTwoSided(statistic, degreesOfFreedom),
    lower,
    upper,
    n,
  };
}
