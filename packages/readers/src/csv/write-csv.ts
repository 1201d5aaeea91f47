import { assertThat, type Column, csvCell, type Table } from '@indexlab/core';
import { missingMarks } from '../columns/cells.js';
import { parseNumber } from '../columns/parse-number.js';
import { printedCell, printedName } from '../columns/printed-cell.js';

/** How `writeCsv` writes. */
export interface WriteCsvOptions {
  /** A comma when left out; a semicolon, a bar or a tab. */
  readonly delimiter?: string;
  /** A byte order mark in front, by which Excel knows UTF-8. */
  readonly byteOrderMark?: boolean;
}

/**
 * Writes a table as CSV (RFC 4180, lines ended by a line feed) that `readCsv` reads back as the same table.
 *
 * Numbers are written with their printed decimals, units in brackets behind the names, missing cells empty. Texts that
 * look like numbers or missing marks stand in quotes. A text that a sheet would run as a formula (it starts with =, +, -,
 * @, a tab or a line end) gets an apostrophe in front, which `readCsv` takes off again.
 *
 * @throws IndexlabError when a number is infinite, or the delimiter is another
 *
 * @example
 * writeCsv(readCsv('place,index\n北京,25.80\n').table) // => 'place,index\n北京,25.80\n'
 */
export function writeCsv(table: Table, options: WriteCsvOptions = {}): string {
  const { delimiter = ',', byteOrderMark = false } = options;
  assertThat(
    /^[,;|\t]$/.test(delimiter),
    () => `writeCsv requires a comma, semicolon, bar or tab as delimiter, got ${JSON.stringify(delimiter)}`,
  );
  const columns = table.columns.map((name) => table.column(name));
  const lines = [columns.map((column) => textCell(printedName(column), delimiter)).join(delimiter)];
  for (let row = 0; row < table.rowCount; row += 1)
    lines.push(columns.map((column) => cell(column, row, delimiter)).join(delimiter));
  return columns.length === 0 ? '' : `${byteOrderMark ? '\ufeff' : ''}${lines.join('\n')}\n`;
}

function cell(column: Column, row: number, delimiter: string): string {
  if (column.type === 'number') return printedCell(column, row, 'writeCsv') ?? '';
  const text = column.values[row] ?? null;
  return text === null ? '' : textCell(text, delimiter);
}

/** A text that reads as a number or a missing mark stands in quotes, by which it stays a text. */
function textCell(text: string, delimiter: string): string {
  return csvCell(text, delimiter, text === '' || looksLikeNumber(text));
}

const marks = new Set(missingMarks);

function looksLikeNumber(text: string): boolean {
  return marks.has(text) || parseNumber(text, '.') !== null || parseNumber(text, ',') !== null;
}
