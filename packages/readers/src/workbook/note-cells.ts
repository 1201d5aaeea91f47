import { IndexlabError } from '@indexlab/core';
import { isEmpty } from '../columns/cells.js';
import type { NoteList } from '../import-report.js';
import type { Layout } from '../layout/layout.js';
import type { Sheet } from './workbook.js';

/** Where the cells that were read lie in their sheet. */
interface GridPlace {
  readonly firstRow: number;
  readonly firstColumn: number;
  readonly rows: number;
}

/**
 * Notes what stands in a sheet beside plain cells: formulas and dates, merged cells, what is hidden.
 *
 * @throws IndexlabError when no formula has a saved value and some column would be empty for it
 */
export function noteCells(sheet: Sheet, layout: Layout, place: GridPlace, notes: NoteList, caller: string): void {
  const { firstColumn } = place;
  const name = (column: number): string | undefined => layout.names[column - firstColumn];
  noteUnsaved(sheet, layout, place, notes, caller);
  const each = (counts: ReadonlyMap<number, number>, rule: 'formula' | 'date', message: string): void => {
    for (const [column, count] of counts)
      if (name(column) !== undefined)
        notes.count({ rule, line: null, column: name(column)!, value: null, message }, count);
  };
  each(sheet.formulas, 'formula', 'values saved with formulas, which are not run');
  each(sheet.dates, 'date', 'dates as texts');
  if (sheet.merged.length > 0)
    notes.count(
      { rule: 'merged', line: null, column: null, value: null, message: 'merged cells share what stands in them' },
      sheet.merged.length,
    );
  noteHidden(sheet, place, name, notes);
}

/** Formulas whose values were never computed: programs that only write sheets leave them so. */
function noteUnsaved(
  { unsaved, formulas, cells }: Sheet,
  layout: Layout,
  { firstRow, firstColumn, rows }: GridPlace,
  notes: NoteList,
  caller: string,
): void {
  const from = firstRow + layout.firstRow;
  const saved = [...formulas].some(([column, count]) => count > 0 && layout.names[column - firstColumn] !== undefined);
  const empty: string[] = [];
  for (const [column, places] of unsaved) {
    const name = layout.names[column - firstColumn];
    const inTable = places.filter((row) => row >= from && row < firstRow + rows);
    if (name === undefined || inTable.length === 0) continue;
    const holds = Array.from({ length: firstRow + rows - from }, (_, row) => cells[from + row]?.[column]);
    if (holds.every(isEmpty)) empty.push(name);
    notes.count(
      {
        rule: 'formula',
        weight: 'warning',
        line: inTable[0]! + 1,
        column: name,
        value: null,
        message: 'formulas without a saved value are read as missing; open the workbook and save it to compute them',
      },
      inTable.length,
    );
  }
  if (saved || empty.length === 0) return;
  throw new IndexlabError(
    `${caller} requires values saved with the formulas, got none (column ${empty.map((name) => JSON.stringify(name)).join(', ')})`,
    { remedy: 'Open the workbook in a spreadsheet program and save it: that computes its formulas.' },
  );
}

function noteHidden(
  { cells, hiddenRows, hiddenColumns }: Sheet,
  { firstRow, firstColumn, rows }: GridPlace,
  name: (column: number) => string | undefined,
  notes: NoteList,
): void {
  const filledRows = [...hiddenRows]
    .filter((row) => row >= firstRow && row < firstRow + rows && (cells[row] ?? []).some((cell) => !isEmpty(cell)))
    .sort((a, b) => a - b);
  if (filledRows.length > 0)
    notes.count(
      {
        rule: 'hidden',
        line: filledRows[0]! + 1,
        column: null,
        value: null,
        message: `${filledRows.length} hidden ${filledRows.length === 1 ? 'row is' : 'rows are'} read like the others`,
      },
      filledRows.length,
    );
  const filledColumns = [...hiddenColumns]
    .filter((column) => column >= firstColumn && name(column) !== undefined)
    .sort((a, b) => a - b);
  if (filledColumns.length > 0)
    notes.count(
      {
        rule: 'hidden',
        line: null,
        column: name(filledColumns[0]!)!,
        value: null,
        message: `${filledColumns.length} hidden ${filledColumns.length === 1 ? 'column is' : 'columns are'} read like the others`,
      },
      filledColumns.length,
    );
}
