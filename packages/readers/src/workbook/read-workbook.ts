import { type ReadResult, withRows } from '../import-result.js';
import { NoteList } from '../import-report.js';
import { readRows } from '../layout/read-rows.js';
import type { ReadOptions } from '../read-options.js';
import { chooseSheet } from './choose-sheet.js';
import { noteCells } from './note-cells.js';
import { gridOf } from './sheet-grid.js';
import type { Workbook } from './workbook.js';

/** What a user may say about a workbook. */
export interface XlsxOptions extends ReadOptions {
  /** The sheet's name, or its number from 1; the first one that holds something when left out. */
  readonly sheet?: string | number;
  /** The cells to read, such as "B3:F40". */
  readonly range?: string;
}

/** Reads a table from an open workbook, whatever its format. */
export function readWorkbook(
  workbook: Workbook,
  format: 'xlsx' | 'xls' | 'ods',
  options: XlsxOptions,
  caller: string,
): ReadResult {
  const notes = new NoteList();
  const sheet = chooseSheet(workbook, options.sheet, notes, caller);
  const { rows, firstRow, firstColumn, rowsLeft } = gridOf(
    sheet,
    options.range,
    options.layout === 'plain',
    notes,
    caller,
  );
  if (rows.length === 0)
    notes.count({ rule: 'empty', line: null, column: null, value: null, message: 'the sheet is empty' });
  const source = {
    caller,
    format,
    width: rows[0]?.length ?? 0,
    rowCount: rows.length,
    row: (index: number) => rows[index]!,
    rowOffset: firstRow,
    named: false,
  };
  const { result, layout, rowOf, columnOffset } = readRows(source, options, new NoteList());
  noteCells(sheet, layout, { firstRow, firstColumn: firstColumn + columnOffset, rows: rows.length }, notes, caller);
  const { report } = result;
  return {
    ...result,
    report: {
      ...report,
      rowsIn: report.rowsIn + rowsLeft,
      rowsDropped: report.rowsDropped + rowsLeft,
      notes: [...withRows(notes.all(), rowOf), ...report.notes],
    },
  };
}
