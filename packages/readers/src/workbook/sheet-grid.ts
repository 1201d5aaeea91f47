import { assertThat, IndexlabError } from '@indexlab/core';
import { type Cell, cellText, isEmpty } from '../columns/cells.js';
import type { NoteList } from '../import-report.js';
import { placeOf } from './cell-place.js';
import { type MergedCells, type Sheet, type SheetCells } from './workbook.js';

/** The cells of a table as full rows of one length, and where they begin in the sheet. */
export interface SheetGrid {
  readonly rows: Cell[][];
  readonly firstRow: number;
  readonly firstColumn: number;
  /** Rows with something in them that stand too far off to be of the table. */
  readonly rowsLeft: number;
}

/** More empty cells than this are not gone through: a single far-off cell makes billions of them. */
const mostCells = 50_000_000;
/** A gap of so many empty rows, or columns, ends the table. */
const widestGap = { rows: 1000, columns: 200 };

/** The cells of the range that is asked for, or all; merged ones are filled in. */
export function gridOf(
  { cells, merged }: Sheet,
  range: string | undefined,
  plain: boolean,
  notes: NoteList,
  caller: string,
): SheetGrid {
  const used = range === undefined ? usedCells(cells, plain) : rangeOf(range, caller);
  const { top, left } = used;
  let { right } = used;
  let bottom = Math.min(used.bottom, cells.length - 1);
  if (top < 0 || bottom < top || right < left) return { rows: [], firstRow: 0, firstColumn: 0, rowsLeft: 0 };
  const count = (bottom - top + 1) * (right - left + 1);
  assertThat(
    count <= mostCells,
    () => `${caller} requires at most ${mostCells} cells, got ${bottom - top + 1} rows of ${right - left + 1}`,
    'Give the cells to read with the option range.',
  );
  let rowsLeft = 0;
  if (range === undefined) {
    ({ bottom, rowsLeft } = withoutFarRows(cells, top, bottom, notes));
    right = withoutFarColumns(cells, left, right, notes);
  }
  const width = right - left + 1;
  const rows = Array.from({ length: bottom - top + 1 }, (_, row) =>
    Array.from({ length: width }, (_, column): Cell => cells[top + row]?.[left + column] ?? null),
  );
  for (const merge of merged) fillMerged(rows, merge, top, left, width);
  return { rows, firstRow: top, firstColumn: left, rowsLeft };
}

/** The last row before a wide gap; what lies behind it is left out with a note. */
function withoutFarRows(
  cells: SheetCells,
  top: number,
  bottom: number,
  notes: NoteList,
): { bottom: number; rowsLeft: number } {
  let last = top;
  // Only rows that are there are gone through: the others are holes.
  for (const key of Object.keys(cells)) {
    const row = Number(key);
    if (row < top || row > bottom) continue;
    if (row - last > widestGap.rows) {
      const far = Object.keys(cells)
        .map(Number)
        .filter((other) => other >= row && other <= bottom && cells[other]!.some((cell) => !isEmpty(cell)));
      const first = far[0];
      if (first === undefined) return { bottom: last, rowsLeft: 0 };
      const text = cells[first]!.find((cell) => !isEmpty(cell)) ?? null;
      notes.count(
        {
          rule: 'second-table',
          line: first + 1,
          column: null,
          value: cellText(text),
          message: `what stands ${first - last - 1} empty rows below the table is left out (option range)`,
        },
        far.length,
      );
      return { bottom: last, rowsLeft: far.length };
    }
    if (cells[row]!.some((cell) => !isEmpty(cell)) || row - last === 1) last = row;
  }
  return { bottom, rowsLeft: 0 };
}

function withoutFarColumns(cells: SheetCells, left: number, right: number, notes: NoteList): number {
  if (right - left <= widestGap.columns) return right;
  const used = new Set<number>();
  cells.forEach((row) =>
    row.forEach((cell, column) => {
      if (!isEmpty(cell)) used.add(column);
    }),
  );
  let last = left;
  for (const column of [...used].sort((a, b) => a - b)) {
    if (column - last > widestGap.columns) {
      notes.count(
        {
          rule: 'second-table',
          line: null,
          column: null,
          value: null,
          message: `what stands ${column - last - 1} empty columns to the right of the table is left out (option range)`,
        },
        0,
      );
      return last;
    }
    last = column;
  }
  return right;
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

function rangeOf(range: string, caller: string): MergedCells {
  const [first, last] = range.split(':').map(placeOf);
  if (first && last && first.row <= last.row && first.column <= last.column) {
    return { top: first.row, left: first.column, bottom: last.row, right: last.column };
  }
  throw new IndexlabError(`${caller} requires a range such as "B3:F40", got ${JSON.stringify(range)}`);
}
