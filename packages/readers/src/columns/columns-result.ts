import { type Column, Table, type TextColumn } from '@indexlab/core';
import type { ReadResult } from '../import-result.js';
import { statedMark, statedMarkMessage, statedMissing } from '../evidence/stated-missing.js';
import { type ImportReport, type NoteList } from '../import-report.js';
import { type ReadOptions, withOwnNames } from '../read-options.js';
import { statedType } from './column-plan.js';
import { numbersFromTexts } from './numbers-from-texts.js';
import { printedCell } from './printed-cell.js';
import { withStatedDigits } from './stated-digits.js';

/**
 * The result of reading a format whose columns are taken at their word: every row is data. What the user states about
 * columns (types, decimals, exactness, missing marks) holds here as it does elsewhere.
 *
 * @param caller the function that errors name
 * @throws IndexlabError when an option names a column that is not there
 *
 * @example
 * columnsResult('read', 'json-stat', [{ type: 'text', name: 'city', values: ['A', 'B'] }], new NoteList(), {}).report.rowsKept // => 2
 */
export function columnsResult(
  caller: string,
  format: ImportReport['format'],
  columns: readonly Column[],
  notes: NoteList,
  stated: ReadOptions,
): ReadResult {
  const names = columns.map(({ name }) => name);
  const units = columns.map((column) => (column.type === 'number' ? column.unit : undefined));
  const options = withOwnNames(caller, names, units, stated);
  const table = new Table(
    columns.map((column) =>
      withStatedDigits(withoutMissing(withStatedType(column, options, caller), options, notes), options, caller),
    ),
  );
  return {
    table,
    report: { format, rowsIn: table.rowCount, rowsKept: table.rowCount, rowsDropped: 0, notes: notes.all() },
  };
}

/** Numbers that the user states to be missing are so; each column notes how many. */
function withoutMissing(column: Column, options: ReadOptions, notes: NoteList): Column {
  if (column.type === 'text') return withoutMarks(column, options, notes);
  const isMissing = statedMissing(options);
  if (!isMissing) return column;
  const first = column.values.findIndex(isMissing);
  if (first < 0) return column;
  const { name, values } = column;
  const where = { row: first + 1, line: null, column: name, value: String(values[first]) };
  const message = 'a mark that stands for a missing number';
  notes.count({ rule: 'missing', ...where, message }, values.filter(isMissing).length);
  return { ...column, values: values.map((value) => (isMissing(value) ? NaN : value)) };
}

/** Texts that the user states to be missing are so; each column notes how many. */
function withoutMarks(column: TextColumn, options: ReadOptions, notes: NoteList): TextColumn {
  const isMark = statedMark(options);
  const isMissing = (text: string | null): boolean => text !== null && isMark !== null && isMark(text);
  const first = column.values.findIndex(isMissing);
  if (first < 0) return column;
  const { name, values } = column;
  const where = { row: first + 1, line: null, column: name, value: values[first]! };
  notes.count({ rule: 'missing', ...where, message: statedMarkMessage }, values.filter(isMissing).length);
  return { ...column, values: values.map((text) => (isMissing(text) ? null : text)) };
}

function withStatedType(column: Column, options: ReadOptions, caller: string): Column {
  const type = statedType(column.name, options);
  if (type === undefined || type === column.type) return column;
  if (column.type === 'text') return numbersFromTexts(column, options, caller);
  const values = Array.from(column.values, (_, row) => printedCell(column, row, caller));
  return { type: 'text', name: column.name, values };
}
