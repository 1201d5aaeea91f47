import { assertThat, cellToken, type Data, dataSource, Table } from '@indexlab/core';
import type { TableFigure } from './figure.js';
import { formatNumbers } from './format-numbers.js';

/** How one column is printed. */
export interface TableColumnOptions {
  readonly name: string;
  /** Heading; by default the column's name. */
  readonly title?: string;
  /** Decimals of every number; by default those printed, or else those needed, at most four. */
  readonly decimals?: number;
}

export interface TableFigureOptions {
  readonly title?: string;
  /** The columns to print and their order; by default all. */
  readonly columns?: readonly (string | TableColumnOptions)[];
  /** At most so many rows, from the top; 20 by default. */
  readonly limit?: number;
}

/** What a missing cell prints. */
const missing = '–';

/**
 * Makes a table for print: numbers right-aligned with one number of decimals per column, texts left-aligned,
 * a missing cell as a dash.
 *
 * Numbers of a `Table` that carry printed digits are printed with those. Otherwise a column has the decimals that
 * its numbers need, at most four; a number that would then read as zero is printed as in 3.21e-6.
 *
 * @param data a table, a frame, rows, or a record of columns
 * @throws IndexlabError when a column is missing or decimals are asked for a column of texts
 *
 * @example
 * tableFigure({ city: ['北京', '上海'], score: [9.5, null] }).rows // => [['北京', '9.5'], ['上海', '–']]
 * @example
 * tableFigure({ score: [1, 2.25] }, { limit: 1 }) // => { kind: 'table', title: '', columns: [{ title: 'score', align: 'right' }], rows: [['1.00']], omitted: 1 }
 */
export function tableFigure(data: Data, options: TableFigureOptions = {}): TableFigure {
  const { title = '', limit = 20 } = options;
  const source = dataSource(data);
  const chosen = (options.columns ?? source.columns).map((column) =>
    typeof column === 'string' ? { name: column } : column,
  );
  const columns = chosen.map((column) => {
    // numbersOf and textsOf would coerce; a table prints what it is given.
    const values = Array.from(source.column(column.name).values);
    const cells = values.slice(0, limit);
    const numeric =
      values.some((value) => !isMissing(value)) &&
      values.every((value) => isMissing(value) || typeof value === 'number');
    assertThat(
      column.decimals === undefined || numeric,
      () => `tableFigure requires numbers where decimals are given, got texts (column "${column.name}")`,
    );
    return {
      heading: { title: column.title ?? column.name, align: numeric ? ('right' as const) : ('left' as const) },
      texts: numeric ? printedNumbers(data, column, values as (number | null)[]).slice(0, limit) : cells.map(cellText),
      count: values.length,
    };
  });
  const count = columns[0]?.count ?? 0;
  return {
    kind: 'table',
    title,
    columns: columns.map((column) => column.heading),
    rows: Array.from({ length: Math.min(limit, count) }, (_, row) => columns.map((column) => column.texts[row]!)),
    omitted: Math.max(0, count - limit),
  };
}

function printedNumbers(data: Data, column: TableColumnOptions, values: readonly (number | null)[]): string[] {
  const printed = data instanceof Table ? data.column(column.name) : undefined;
  if (column.decimals === undefined && printed?.type === 'number' && printed.decimals) {
    return values.map((value, row) => (isMissing(value) ? missing : cellToken(printed, row)));
  }
  return formatNumbers(
    values.map((value) => value ?? NaN),
    column.decimals,
  ).map((text) => (text === '' ? missing : text));
}

function isMissing(value: unknown): boolean {
  return value === null || value === undefined || Number.isNaN(value);
}

function cellText(value: unknown): string {
  if (isMissing(value)) return missing;
  const plain =
    typeof value === 'object' && (Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype);
  return plain ? JSON.stringify(value) : String(value);
}
