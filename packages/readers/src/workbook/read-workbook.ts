import { missingMarks } from '../columns/cells.js';
import { planColumns } from '../columns/column-plan.js';
import { importResult, type ReadResult } from '../import-result.js';
import { NoteList } from '../import-report.js';
import { findLayout } from '../layout/layout.js';
import { checkColumnOptions, type ReadOptions } from '../read-options.js';
import { buildTable } from '../columns/table-builder.js';
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

const sampleRows = 100;

/** Reads a table from an open workbook, whatever its format. */
export function readWorkbook(
  workbook: Workbook,
  format: 'xlsx' | 'xls' | 'ods',
  options: XlsxOptions,
  caller: string,
): ReadResult {
  const plain = options.layout === 'plain';
  const notes = new NoteList();
  const sheet = chooseSheet(workbook, options.sheet, notes, caller);
  const { rows, firstRow, firstColumn, rowsLeft } = gridOf(sheet, options.range, plain, notes, caller);
  const marks = new Set(plain ? options.missing : [...missingMarks, ...(options.missing ?? [])]);
  const usualCells = rows[0]?.length ?? 0;
  const sample = rows.slice(0, sampleRows);
  if (rows.length === 0)
    notes.count({ rule: 'empty', row: null, column: null, value: null, message: 'the sheet is empty' });
  const layout = findLayout({ rows: sample, mark: '.', marks, rowOffset: firstRow }, usualCells, options, notes);
  checkColumnOptions(caller, layout.names, options);
  const body = sample.slice(layout.firstRow).map((cells) => ({ cells }));
  const plans = planColumns(layout.names, layout.header, body, {
    options,
    mark: '.',
    marks,
    quotesMean: false,
    textIsText: plain,
  });
  const settings = {
    caller,
    options,
    plain,
    mark: '.' as const,
    marks,
    guarded: false,
    textIsText: plain,
    usualCells,
    comment: null,
    expectedRows: rows.length,
    rowOffset: firstRow,
  };
  const built = buildTable(layout, plans, settings, (builder) => {
    for (let row = layout.firstRow; row < rows.length; row += 1) builder.addRow(rows[row]!);
    options.onProgress?.(rows.length, rows.length);
  });
  noteCells(sheet, layout, { firstRow, firstColumn, rows: rows.length }, notes, caller);
  return importResult(format, { ...built, rowsIn: built.rowsIn + rowsLeft }, layout, notes);
}
