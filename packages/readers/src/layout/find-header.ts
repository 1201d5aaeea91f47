import { type Cell, cellText, type CellClass, classify, isEmpty } from '../columns/cells.js';
import { type Columns, continuesHeader, isUnitRow, numbersAsHeader, numbersColumns } from '../evidence/header-row.js';

export { isUnitRow } from '../evidence/header-row.js';

/** The first rows of a table. */
export interface Grid {
  readonly rows: readonly (readonly Cell[])[];
  readonly marks: ReadonlySet<string>;
  /** How many rows of the file stand above the first of these. */
  readonly rowOffset: number;
  /** What separates the cells, where something does. */
  readonly delimiter?: string;
  /** Whether the first cell of every row below the header stands in quotes: it is then a cell of its own. */
  readonly firstQuoted?: boolean;
  /** Which rows hold cells in quotes only. */
  readonly quotedRows?: readonly boolean[];
}

/** Where a header stands. */
export interface HeaderRows {
  readonly header: number[];
  readonly firstRow: number;
  /** Why a first row of numbers is taken for a header. */
  readonly reason?: string;
  /** The row below the header that numbers the columns. */
  readonly numbering?: number;
}

/** Whether a row has enough cells to be one of the table; titles and notes have one. */
export function isFull(row: readonly Cell[], width: number): boolean {
  return row.filter((cell) => !isEmpty(cell)).length >= Math.min(2, width);
}

/**
 * The rows of a table's header, and the row behind it.
 *
 * The lower half of the rows shows which columns hold numbers, dates or times. The first row that has such cells in
 * them is the first row of data, or a header of numbers where there is evidence. Among the rows above it the header is
 * the first that names every column; rows above it that name groups belong to it; rows below it only with evidence
 * (`continuesHeader`), for a row whose values are all missing has no numbers either. A row that numbers the columns
 * comes last. Where all columns hold texts the first row of at least two cells is the header.
 */
export function findHeader(grid: Grid, width: number): HeaderRows {
  const { rows } = grid;
  const start = rows.findIndex((row) => isFull(row, width));
  if (start < 0) return { header: [], firstRow: rows.length };
  const found = firstTypedRow(grid, width);
  const { row: typed, columns, classes } = found;
  if (typed === start) {
    const body = rows.slice(start + 1).filter((row) => isFull(row, width));
    const reason = numbersAsHeader([rows[start]!, ...body], columns);
    return reason === null
      ? { header: [], firstRow: start }
      : withNumbering(rows, { header: [start], firstRow: start + 1, reason });
  }
  if (typed < 0) return { header: [start], firstRow: start + 1 };

  const named = namingRow(grid, width, start, typed, columns.typed);
  let first = named;
  while (named - first < 3 && first > 0 && isGroupRow(rows, first - 1, named, width)) first -= 1;
  // Many full rows above what looks like the header are a table of texts with another one below it.
  if (rows.slice(start, first).filter((row) => isFull(row, width)).length > 3)
    return { header: [start], firstRow: start + 1 };
  let last = named;
  while (
    last + 1 < typed &&
    last - first < 3 &&
    (isFull(rows[last + 1]!, width) || isUnitRow(rows[last + 1]!)) &&
    continuesHeader(rows[last + 1]!, rows[last]!, classes(last + 1), columns)
  )
    last += 1;
  return withNumbering(rows, {
    header: Array.from({ length: last - first + 1 }, (_, index) => first + index),
    firstRow: last + 1,
  });
}

function withNumbering(rows: Grid['rows'], found: HeaderRows): HeaderRows {
  const row = rows[found.firstRow];
  return row && numbersColumns(row, rows.slice(found.firstRow + 1))
    ? { ...found, firstRow: found.firstRow + 1, numbering: found.firstRow }
    : found;
}

/** The first row that names every column, each differently; or every column of numbers; or the lowest that names one. */
function namingRow({ rows }: Grid, width: number, start: number, typed: number, columns: readonly number[]): number {
  const candidates = Array.from({ length: typed - start }, (_, index) => start + index).filter(
    (row) => isFull(rows[row]!, width) && !isUnitRow(rows[row]!),
  );
  const namesAll = candidates.find((row) => distinctTexts(rows[row]!) === width && present(rows[row]!) === width);
  const namesNumbers = candidates.find((row) => columns.every((column) => !isEmpty(rows[row]![column])));
  const namesSome = candidates.findLast((row) => columns.some((column) => !isEmpty(rows[row]![column])));
  return namesAll ?? namesNumbers ?? namesSome ?? start;
}

/** Whether a row above the header belongs to it: it is as long and, where the header needs no groups, as full. */
function isGroupRow(rows: Grid['rows'], row: number, named: number, width: number): boolean {
  const namesAll = distinctTexts(rows[named]!) === width;
  const enough = namesAll ? present(rows[row]!) === width : isFull(rows[row]!, width) || isUnitRow(rows[row]!);
  return enough && rows[row]!.length === rows[named]!.length;
}

function present(row: readonly Cell[]): number {
  return row.filter((cell) => !isEmpty(cell)).length;
}

function distinctTexts(row: readonly Cell[]): number {
  return new Set(row.filter((cell) => !isEmpty(cell)).map((cell) => cellText(cell)!.trim())).size;
}

/**
 * The first row with numbers, dates or times in the columns that have them further down, and these columns; the row is
 * -1 when all columns hold texts. A year or a date at the head of a column that holds other numbers is a name.
 */
function firstTypedRow(
  { rows, marks }: Grid,
  width: number,
): { row: number; columns: Columns; classes: (row: number) => CellClass[] } {
  const classes = (row: number): CellClass[] =>
    Array.from({ length: width }, (_, column) => classify(rows[row]![column], marks));
  const all = rows.map((row, index) => (isFull(row, width) ? classes(index) : null));
  const full = all.filter((found) => found !== null);
  const telling = columnClasses(full.slice(Math.floor(full.length / 2)), width);
  const typed = telling.flatMap((expected, column) => (isTyped(expected) ? [column] : []));
  const row = all.findIndex((found, index) => {
    if (found && isUnitRow(rows[index]!)) return false;
    const filled = typed.filter((column) => found && found[column] !== 'empty');
    const misses = filled.filter(
      (column) =>
        found![column] === 'text' ||
        ((found![column] === 'year' || found![column] === 'dated') && telling[column] !== found![column]),
    );
    return filled.length > 0 && 2 * misses.length <= filled.length;
  });
  return { row, columns: { classes: telling, typed }, classes };
}

const isTyped = (found: CellClass): boolean => found === 'number' || found === 'year' || found === 'dated';

/** What at least half of the present cells of each column look like. */
export function columnClasses(rows: readonly (readonly CellClass[])[], width: number): CellClass[] {
  return Array.from({ length: width }, (_, column) => {
    const counts = new Map<CellClass, number>();
    for (const row of rows) counts.set(row[column]!, (counts.get(row[column]!) ?? 0) + 1);
    counts.delete('empty');
    counts.delete('missing');
    const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
    if ((counts.get('year') ?? 0) > total / 2) return 'year';
    const numbers = (counts.get('number') ?? 0) + (counts.get('year') ?? 0);
    if (total > 0 && numbers >= total / 2) return 'number';
    return total > 0 && (counts.get('dated') ?? 0) >= total / 2 ? 'dated' : 'text';
  });
}
