import { assertThat, IndexlabError, listNames } from '@indexlab/core';
import { type Cell, isEmpty } from '../columns/cells.js';
import type { ReadResult } from '../import-result.js';
import { NoteList } from '../import-report.js';
import type { Layout } from '../layout/layout.js';
import { readRows } from '../layout/read-rows.js';
import type { ReadOptions } from '../read-options.js';
import { type MergedCells, openWorkbook, placeOf, type Sheet, type SheetCells, type Workbook } from './workbook.js';

/** What a user may say about a workbook. */
export interface XlsxOptions extends ReadOptions {
  /** The sheet's name, or its number from 1; the first one that holds something when left out. */
  readonly sheet?: string | number;
  /** The cells to read, such as "B3:F40". */
  readonly range?: string;
}

/** More empty cells than this are not gone through: a single far-off cell makes billions of them. */
const mostCells = 50_000_000;

/**
 * Reads a table from a sheet of a workbook (.xlsx).
 *
 * Header, types, totals, notes and missing marks are found out as by `readCsv`. Printed decimals are those of text cells
 * and of number formats with a fixed number of decimals; the general format shows no digits for certain, so such a column
 * carries none. A number shown with a percent sign counts in percent. Cells that are merged share their text; a merged
 * number stands in its first cell only, above the data in all. Dates become texts (2019-01-31). A formula is never run:
 * its cell gives the value saved with it.
 *
 * @throws IndexlabError when the bytes are no workbook or a hostile one, or an option does not fit it
 *
 * @example
 * readXlsx(writeXlsx(readCsv('place,index\n北京,25.80\n').table)).table.toRows() // => [{ place: '北京', index: 25.8 }]
 */
export function readXlsx(bytes: Uint8Array, options: XlsxOptions = {}): ReadResult {
  assertThat(
    bytes[0] === 0x50 && bytes[1] === 0x4b,
    () =>
      `readXlsx requires a workbook (.xlsx), got ${bytes[0] === 0xd0 && bytes[1] === 0xcf ? 'one of the old format (.xls) or with a password' : 'other bytes'}`,
    'Save it as .xlsx; delimited text is for readCsv.',
  );
  const plain = options.layout === 'plain';
  const notes = new NoteList();
  const workbook = openWorkbook(bytes, 'readXlsx');
  const sheet = chooseSheet(workbook, options, notes);
  const { rows, firstRow, firstColumn } = gridOf(sheet, options.range, plain);
  if (rows.length === 0)
    notes.count({ rule: 'empty', row: null, column: null, value: null, message: 'the sheet is empty' });
  const source = { caller: 'readXlsx', format: 'xlsx' as const, rows, rowOffset: firstRow, named: false };
  const { result, layout } = readRows(source, options, new NoteList());
  noteCells(sheet, layout, firstColumn, notes);
  const { table, report } = result;
  return { table, report: { ...report, notes: [...notes.all(), ...report.notes] } };
}

function chooseSheet(workbook: Workbook, { sheet: wanted }: XlsxOptions, notes: NoteList): Sheet {
  const { sheets } = workbook;
  const index = typeof wanted === 'number' ? wanted - 1 : sheets.findIndex(({ name }) => name === wanted);
  if (wanted !== undefined) {
    if (sheets[index]) return workbook.read(index);
    throw new IndexlabError(`readXlsx requires a sheet of the workbook, got ${JSON.stringify(wanted)}`, {
      remedy: `The sheets are: ${listNames(sheets.map(({ name }) => name))}.`,
    });
  }
  const order = [...sheets.keys()].sort((a, b) => Number(sheets[a]!.hidden) - Number(sheets[b]!.hidden));
  let empty: Sheet | undefined;
  for (const candidate of order) {
    const sheet = workbook.read(candidate);
    if (!sheet.cells.some((row) => row.some((cell) => !isEmpty(cell)))) empty ??= sheet;
    else {
      const { name } = sheets[candidate]!;
      if (sheets.length > 1)
        notes.count({
          rule: 'sheet',
          row: null,
          column: null,
          value: name,
          message: `the sheet ${JSON.stringify(name)} of ${sheets.length} is read`,
        });
      return sheet;
    }
  }
  if (empty) return empty;
  throw new IndexlabError('readXlsx requires a workbook with a sheet, got none');
}

/** The cells as full rows of one length, merged ones filled in; and where they begin in the sheet. */
function gridOf(
  { cells, merged }: Sheet,
  range: string | undefined,
  plain: boolean,
): { rows: Cell[][]; firstRow: number; firstColumn: number } {
  const bounds = range === undefined ? usedCells(cells, plain) : rangeOf(range);
  const { top, left, right } = bounds;
  const bottom = Math.min(bounds.bottom, cells.length - 1);
  const width = right - left + 1;
  if (top < 0 || bottom < top || width < 1) return { rows: [], firstRow: 0, firstColumn: 0 };
  const count = (bottom - top + 1) * width;
  assertThat(
    count <= mostCells,
    () => `readXlsx requires at most ${mostCells} cells, got ${bottom - top + 1} rows of ${width}`,
    'Give the cells to read with the option range.',
  );
  const rows = Array.from({ length: bottom - top + 1 }, (_, row) =>
    Array.from({ length: width }, (_, column): Cell => cells[top + row]?.[left + column] ?? null),
  );
  for (const merge of merged) fillMerged(rows, merge, top, left, width);
  return { rows, firstRow: top, firstColumn: left };
}

/** A title over the whole width stays one cell; a group name counts for each of its columns, a label for each of its rows. */
function fillMerged(
  rows: Cell[][],
  { top, left, bottom, right }: MergedCells,
  firstRow: number,
  firstColumn: number,
  width: number,
): void {
  const value = rows[top - firstRow]?.[left - firstColumn] ?? null;
  if (isEmpty(value) || right - left + 1 >= Math.max(2, width)) return;
  if (bottom > top && typeof value !== 'string') return;
  for (let row = Math.max(0, top - firstRow); row <= Math.min(rows.length - 1, bottom - firstRow); row += 1) {
    for (let column = Math.max(0, left - firstColumn); column <= Math.min(width - 1, right - firstColumn); column += 1)
      rows[row]![column] = value;
  }
}

/** Where the cells that hold something lie; at its word, a sheet also has empty texts, and rows without cells at its end. */
function usedCells(cells: SheetCells, plain: boolean): MergedCells {
  let [top, left, bottom, right] = [-1, Infinity, -1, -1];
  cells.forEach((row, index) => {
    row.forEach((cell, column) => {
      if (plain ? cell === null : isEmpty(cell)) return;
      if (top < 0) top = index;
      bottom = index;
      left = Math.min(left, column);
      right = Math.max(right, column);
    });
  });
  return { top, left, bottom: plain && top >= 0 ? cells.length - 1 : bottom, right };
}

function rangeOf(range: string): MergedCells {
  const [first, last] = range.split(':').map(placeOf);
  if (first && last && first.row <= last.row && first.column <= last.column) {
    return { top: first.row, left: first.column, bottom: last.row, right: last.column };
  }
  throw new IndexlabError(`readXlsx requires a range such as "B3:F40", got ${JSON.stringify(range)}`);
}

function noteCells({ formulas, dates, merged }: Sheet, layout: Layout, firstColumn: number, notes: NoteList): void {
  const each = (counts: ReadonlyMap<number, number>, rule: 'formula' | 'date', message: string): void => {
    for (const [column, count] of counts) {
      const name = layout.names[column - firstColumn];
      if (name !== undefined) notes.count({ rule, row: null, column: name, value: null, message }, count);
    }
  };
  each(formulas, 'formula', 'values saved with formulas, which are not run');
  each(dates, 'date', 'dates as texts');
  if (merged.length > 0)
    notes.count(
      { rule: 'merged', row: null, column: null, value: null, message: 'merged cells share what stands in them' },
      merged.length,
    );
}
