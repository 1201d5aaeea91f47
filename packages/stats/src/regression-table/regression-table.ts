import { assertThat, IndexlabError, requireArray, requireObject, requireOptions } from '@indexlab/core';
import { csvTable } from './csv-table.js';
import { htmlTable } from './html-table.js';
import { latexTable } from './latex-table.js';
import { type LayoutOptions, layOut, type TableModel } from './table-layout.js';
import { textTable } from './text-table.js';

export interface RegressionTableOptions {
  /** `text` unless told. */
  readonly format?: 'text' | 'html' | 'latex' | 'csv';
  /** The models' names; (1), (2), … unless told. */
  readonly names?: readonly string[];
  readonly title?: string;
  /** Other words for terms. */
  readonly labels?: Readonly<Record<string, string>>;
  /** At least so many decimals, 3 unless told; a row has more where its smallest standard error needs them for two digits. */
  readonly decimals?: number;
  /** What stands below an estimate; `standard error` unless told. */
  readonly below?: 'standard error' | 'statistic' | 'interval' | 'p-value';
  /** Stars for p-values below 0.1, 0.05 and 0.01; true unless told. */
  readonly stars?: boolean;
}

/**
 * Several models side by side, as journals print them: estimates with what tells their precision below, observations, R squared,
 * F, the kind of standard errors of each model with its rule for degrees of freedom, and the terms dropped.
 *
 * @param models results of `regress`, `panel`, `moderate` or `logit`
 * @throws IndexlabError when there is no model, or as many names as models are not given
 *
 * @example
 * const data = { x: [1, 2, 3, 4], y: [3, 5, 7, 10] };
 * regressionTable([regress('y ~ x', data)], { stars: false }).split('\n')[4]
 * // => 'x                            2.300'
 *
 * @see R `modelsummary::modelsummary`, Stata `esttab`
 */
export function regressionTable(models: readonly TableModel[], options: RegressionTableOptions = {}): string {
  requireArray(models, 'regressionTable', 'models');
  models.forEach((model, i) => requireObject(model, 'regressionTable', `model ${i + 1}`, ['terms']));
  requireOptions(options, 'regressionTable', {
    format: ['text', 'html', 'latex', 'csv'],
    names: 'an array of texts',
    title: 'a text',
    labels: 'an object',
    decimals: 'a number',
    below: ['standard error', 'statistic', 'interval', 'p-value'],
    stars: 'true or false',
  });
  const { format = 'text', names = models.map((_, i) => `(${i + 1})`) } = options;
  assertThat(models.length > 0, 'regressionTable requires at least one model, got none');
  assertThat(
    names.length === models.length,
    () => `regressionTable requires a name for each model, got ${names.length} names and ${models.length} models`,
  );
  const { title = null, labels = {}, decimals = 3, below = 'standard error', stars = true } = options;
  assertThat(
    Number.isInteger(decimals) && decimals >= 0 && decimals <= 12,
    () => `regressionTable requires 0 to 12 decimals, got ${decimals}`,
  );
  const layout = layOut(models, { names, title, labels, decimals, below, stars } satisfies LayoutOptions);
  switch (format) {
    case 'text':
      return textTable(layout);
    case 'html':
      return htmlTable(layout);
    case 'latex':
      return latexTable(layout);
    case 'csv':
      return csvTable(layout);
    default:
      throw new IndexlabError(`regressionTable requires a format of text, html, latex or csv, got "${String(format)}"`);
  }
}
