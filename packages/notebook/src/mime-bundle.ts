import { inspect } from 'node:util';
import type { Data } from '@indexlab/core';
import {
  type ChartFigure,
  type Figure,
  tableFigure,
  type TableFigure,
  type TableFigureOptions,
  tableHtml,
  tableText,
} from '@indexlab/figures';
import { renderPng } from '@indexlab/render';
import { isWarning, type ReadingResult, readingNotes } from './reading-notes.js';

/** One output in several forms, of which a reader shows the richest that it knows. */
export interface MimeBundle {
  readonly data: Readonly<Record<string, unknown>>;
  readonly metadata: Readonly<Record<string, unknown>>;
}

/** The forms in which a value is shown; see `show`. */
export async function mimeBundle(value: unknown, options: TableFigureOptions = {}): Promise<MimeBundle> {
  if (isFigure(value)) return value.kind === 'chart' ? chartBundle(value) : tableBundle(value);
  if (isReading(value)) return readingBundle(value, options);
  const data = tabular(value);
  return data
    ? tableBundle(tableFigure(data, options))
    : textBundle(typeof value === 'string' ? value : inspected(value));
}

export function textBundle(text: string): MimeBundle {
  return { data: { 'text/plain': text }, metadata: {} };
}

function tableBundle(table: TableFigure): MimeBundle {
  return { data: { 'text/html': tableHtml(table), 'text/plain': tableText(table) }, metadata: {} };
}

/** The table that was read, and the notes of consequence below it. */
function readingBundle(result: ReadingResult, options: TableFigureOptions): MimeBundle {
  const figures = [tableFigure(result.table, options)];
  const notes = result.report.notes.filter(isWarning);
  if (notes.length > 0) figures.push(readingNotes({ ...result, report: { ...result.report, notes } }));
  return {
    data: { 'text/html': figures.map(tableHtml).join('\n'), 'text/plain': figures.map(tableText).join('\n\n') },
    metadata: {},
  };
}

function isReading(value: unknown): value is ReadingResult {
  const report = isObject(value) ? value['report'] : undefined;
  return isObject(report) && Array.isArray(report['notes']) && tabular((value as ReadingResult).table) !== undefined;
}

/**
 * The specification for readers that run Vega-Lite (they know its version 5, which reads these specifications as well),
 * the picture for the others. No SVG: nbconvert prefers it to the picture and then empties it.
 */
async function chartBundle(figure: ChartFigure): Promise<MimeBundle> {
  const { bytes, width, height } = await renderPng(figure);
  return {
    data: {
      'application/vnd.vegalite.v5+json': {
        ...figure.spec,
        $schema: 'https://vega.github.io/schema/vega-lite/v5.json',
      },
      'image/png': Buffer.from(bytes).toString('base64'),
      'text/plain': [figure.title, figure.subtitle].filter((line) => line !== '').join('\n'),
    },
    metadata: { 'image/png': { width, height } },
  };
}

function isFigure(value: unknown): value is Figure {
  return (
    isObject(value) &&
    (value['kind'] === 'chart' ? isObject(value['spec']) : value['kind'] === 'table' && Array.isArray(value['rows']))
  );
}

/** The value as a table's data, when it has columns: a source such as a table or a frame, a series, rows, or columns. */
function tabular(value: unknown): Data | undefined {
  if (!isObject(value)) return undefined;
  if (Array.isArray(value)) return value.length > 0 && value.every(isPlain) ? value : undefined;
  if (Array.isArray(value['columns']) && typeof value['column'] === 'function')
    return withRowNames(value as unknown as Frame);
  if (isSeries(value)) return withRowNames({ index: value.index, columns: value.columns, column: () => value });
  const columns = Object.values(value);
  const lengths = new Set(columns.map((column) => (isColumn(column) ? column.length : NaN)));
  return isPlain(value) && lengths.size === 1 && !lengths.has(NaN) ? (value as Data) : undefined;
}

/** What tables and danfojs frames have in common; only frames have an index. */
interface Frame {
  readonly index?: readonly unknown[];
  readonly columns: readonly string[];
  column(name: string): { readonly values: ArrayLike<unknown> };
}

/** A frame with names for its rows, as `describe()` gives, shows them in a first column; row numbers it does not. */
function withRowNames(frame: Frame): Data {
  const { index, columns } = frame;
  if (index === undefined || !index.some((name) => typeof name === 'string')) return frame;
  return { columns: ['', ...columns], column: (name) => (name === '' ? { values: index } : frame.column(name)) };
}

function isSeries(value: object): value is { index: unknown[]; columns: string[]; values: unknown[] } {
  return (
    'dtypes' in value &&
    'index' in value &&
    'columns' in value &&
    Array.isArray(value.columns) &&
    'values' in value &&
    Array.isArray(value.values)
  );
}

function isColumn(value: unknown): value is ArrayLike<unknown> {
  return Array.isArray(value)
    ? !value.some((cell) => isPlain(cell) || isColumn(cell))
    : ArrayBuffer.isView(value) && !(value instanceof DataView);
}

function isPlain(value: unknown): boolean {
  return isObject(value) && Object.getPrototypeOf(value) === Object.prototype;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** A result as it is written in TypeScript, whole up to fifty entries of each list. */
function inspected(value: unknown): string {
  return inspect(value, { depth: 8, breakLength: 100, maxArrayLength: 50, maxStringLength: 10_000, colors: false });
}
