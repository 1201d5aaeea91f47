import type { TermRow } from '../regression/results.js';

/** What a table shows of a model; regressions, panels and logits are such. */
export interface TableModel {
  readonly outcome: string;
  readonly terms: readonly TermRow[];
  readonly n: number;
  readonly level?: number;
  readonly errors?: string;
  readonly dropped: readonly string[];
  readonly rSquared?: number;
  readonly adjustedRSquared?: number;
  readonly withinRSquared?: number | null;
  readonly pseudoRSquared?: number;
  readonly residualStandardError?: number;
  readonly fStatistic?: number;
  readonly logLikelihood?: number;
  readonly method?: string;
  readonly entities?: number;
}

/** A table of texts, before it takes a form. */
export interface TableLayout {
  readonly title: string | null;
  /** The models' names and, below them, their outcomes. */
  readonly heads: readonly string[];
  readonly outcomes: readonly string[];
  readonly coefficients: readonly CoefficientRow[];
  readonly statistics: readonly { readonly label: string; readonly cells: readonly string[] }[];
  readonly notes: readonly string[];
}

export interface CoefficientRow {
  readonly label: string;
  /** Estimate, stars and what stands below, per model; null where the model has no such term. */
  readonly cells: readonly (Cell | null)[];
}

export interface Cell {
  readonly estimate: string;
  readonly stars: string;
  readonly below: string;
}

export interface LayoutOptions {
  readonly names: readonly string[];
  readonly title: string | null;
  readonly labels: Readonly<Record<string, string>>;
  readonly decimals: number;
  readonly below: 'standard error' | 'statistic' | 'interval' | 'p-value';
  readonly stars: boolean;
}

/** Writes the numbers of a table: terms in the order of their first appearance, the intercept last. */
export function layOut(models: readonly TableModel[], options: LayoutOptions): TableLayout {
  const intercept = '(Intercept)';
  const terms = [...new Set(models.flatMap((model) => model.terms.map((row) => row.term)))];
  const ordered = [...terms.filter((term) => term !== intercept), ...terms.filter((term) => term === intercept)];
  return {
    title: options.title,
    heads: options.names,
    outcomes: models.map((model) => model.outcome),
    coefficients: ordered.map((term) => coefficientRow(term, models, options)),
    statistics: statisticRows(models, options.decimals),
    notes: notesOf(models, options),
  };
}

function coefficientRow(term: string, models: readonly TableModel[], options: LayoutOptions): CoefficientRow {
  const rows = models.map((model) => model.terms.find((row) => row.term === term) ?? null);
  // Two significant digits of the smallest standard error.
  const errors = rows.flatMap((row) => (row === null || !(row.standardError > 0) ? [] : [row.standardError]));
  const needed = errors.length === 0 ? 0 : 1 - Math.floor(Math.log10(Math.min(...errors)));
  const decimals = Math.min(12, Math.max(options.decimals, needed));
  return {
    label: options.labels[term] ?? term,
    cells: rows.map((row) =>
      row === null
        ? null
        : {
            estimate: row.estimate.toFixed(decimals),
            stars: options.stars ? starsOf(row.pValue) : '',
            below: belowOf(row, options.below, decimals),
          },
    ),
  };
}

function belowOf(row: TermRow, below: LayoutOptions['below'], decimals: number): string {
  if (below === 'interval') return `[${row.lower.toFixed(decimals)}, ${row.upper.toFixed(decimals)}]`;
  if (below === 'p-value') return `[${row.pValue < 0.0005 ? '<0.001' : row.pValue.toFixed(3)}]`;
  return `(${below === 'statistic' ? row.statistic.toFixed(2) : row.standardError.toFixed(decimals)})`;
}

function starsOf(pValue: number): string {
  return pValue < 0.01 ? '***' : pValue < 0.05 ? '**' : pValue < 0.1 ? '*' : '';
}

function statisticRows(models: readonly TableModel[], decimals: number): TableLayout['statistics'] {
  const number = (value: number | undefined): string =>
    value === undefined || !Number.isFinite(value) ? '' : value.toFixed(decimals);
  const rows: [string, (model: TableModel) => string][] = [
    ['Method', (model) => model.method ?? ''],
    ['Observations', (model) => String(model.n)],
    ['Entities', (model) => (model.entities === undefined ? '' : String(model.entities))],
    ['R squared', (model) => number(model.rSquared)],
    ['Adjusted R squared', (model) => number(model.adjustedRSquared)],
    ['Within R squared', (model) => number(model.withinRSquared ?? undefined)],
    ['Pseudo R squared', (model) => number(model.pseudoRSquared)],
    ['Residual standard error', (model) => number(model.residualStandardError)],
    ['F', (model) => number(model.fStatistic)],
    ['Log likelihood', (model) => (model.pseudoRSquared === undefined ? '' : number(model.logLikelihood))],
    ['Standard errors', (model) => errorsOf(model).split(/ \(|; /)[0]!],
  ];
  return rows
    .map(([label, write]) => ({ label, cells: models.map(write) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
}

function notesOf(models: readonly TableModel[], options: LayoutOptions): string[] {
  const levels = [...new Set(models.map((model) => `${Number(((model.level ?? 0.95) * 100).toPrecision(6))}%`))].join(
    ', ',
  );
  const below = {
    'standard error': 'Standard errors in parentheses.',
    statistic: 'Estimates over their standard errors in parentheses.',
    interval: `Confidence intervals (${levels}) in brackets.`,
    'p-value': 'p-values in brackets.',
  }[options.below];
  const errors = models.map((model, i) => `${options.names[i]} ${errorsOf(model).replace('; ', ', ')}`);
  const dropped = models.flatMap((model, i) =>
    model.dropped.length === 0 ? [] : [`Dropped as collinear in ${options.names[i]}: ${model.dropped.join(', ')}.`],
  );
  return [
    `${below}${options.stars ? ' * p < 0.1, ** p < 0.05, *** p < 0.01.' : ''}`,
    `${errors.join('; ')}.`,
    ...dropped,
  ];
}

function errorsOf(model: TableModel): string {
  return model.errors ?? 'maximum likelihood; z from the normal distribution';
}
