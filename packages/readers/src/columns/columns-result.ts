import { type Column, Table } from '@indexlab/core';
import type { ReadResult } from '../import-result.js';
import { type ImportReport, type NoteList } from '../import-report.js';
import { checkColumnOptions, type ReadOptions } from '../read-options.js';
import { statedType } from './column-plan.js';
import { numbersFromTexts } from './numbers-from-texts.js';
import { printedCell } from './printed-cell.js';
import { withStatedDigits } from './table-builder.js';

/**
 * The result of reading a format whose columns are taken at their word: every row is data. What the user states about
 * columns (types, decimals, exactness, missing marks) holds here as it does elsewhere.
 */
export function columnsResult(
  caller: string,
  format: ImportReport['format'],
  columns: readonly Column[],
  notes: NoteList,
  options: ReadOptions,
): ReadResult {
  checkColumnOptions(
    caller,
    columns.map(({ name }) => name),
    options,
  );
  const table = new Table(
    columns.map((column) => withStatedDigits(withStatedType(column, options, caller), options, caller)),
  );
  return {
    table,
    report: { format, rowsIn: table.rowCount, rowsKept: table.rowCount, rowsDropped: 0, notes: notes.all() },
  };
}

function withStatedType(column: Column, options: ReadOptions, caller: string): Column {
  const type = statedType(column.name, options);
  if (type === undefined || type === column.type) return column;
  if (column.type === 'text') return numbersFromTexts(column, options, caller);
  const values = Array.from(column.values, (_, row) => printedCell(column, row, caller));
  return { type: 'text', name: column.name, values };
}
