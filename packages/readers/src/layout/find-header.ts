import { type Cell, cellText, type CellClass, classify, isEmpty } from '../columns/cells.js';
import type { DecimalMark } from '../columns/parse-number.js';
import { bareUnit, isUnit } from './units.js';

/** The first rows of a table, and how its numbers are written. */
export interface Grid {
  readonly rows: readonly (readonly Cell[])[];
  readonly mark: DecimalMark;
  readonly marks: ReadonlySet<string>;
  /** How many rows of the file stand above the first of these. */
  readonly rowOffset: number;
}

/** Whether a row has enough cells to be one of the table; titles and notes have one. */
export function isFull(row: readonly Cell[], width: number): boolean {
  return row.filter((cell) => !isEmpty(cell)).length >= Math.min(2, width);
}

export function isUnitRow(row: readonly (Cell | undefined)[]): boolean {
  const present = row.filter((cell) => !isEmpty(cell));
  return present.length > 0 && present.every((cell) => isUnit(bareUnit(cellText(cell!)!)));
}

/**
 * The rows of a table's header, and the row behind it.
 *
 * The lower half of the rows shows which columns hold numbers, dates or times. The first row that has such cells in
 * them is the first row of data; the rows right above it, up to four with at least two cells each, are the header; only
 * the lowest of them when it names every column and those above do not. A year at the head of a column that holds other
 * numbers is a name. Where all columns hold texts the first row of at least two cells is the header.
 */
export function findHeader(grid: Grid, width: number): { header: number[]; firstRow: number } {
  const { rows } = grid;
  const start = rows.findIndex((row) => isFull(row, width));
  if (start < 0) return { header: [], firstRow: rows.length };
  const { row: typed, columns } = firstTypedRow(grid, width);
  if (typed === start) return { header: [], firstRow: start };
  const names = (row: number): boolean =>
    isUnitRow(rows[row]!) || (isFull(rows[row]!, width) && columns.some((column) => !isEmpty(rows[row]![column])));
  // Rows between the header and the first row with numbers are rows of data without any.
  let last = typed < 0 ? start : typed - 1;
  while (last > start && !names(last)) last -= 1;
  let first = last;
  const namesAll =
    new Set(rows[last]!.filter((cell) => !isEmpty(cell)).map((cell) => cellText(cell)!.trim())).size === width;
  const belongs = (row: number): boolean => {
    const present = rows[row]!.filter((cell) => !isEmpty(cell)).length;
    const groups = namesAll ? present === width : isFull(rows[row]!, width) || isUnitRow(rows[row]!);
    return groups && rows[row]!.length === rows[last]!.length;
  };
  if (typed >= 0) while (last - first < 3 && first > 0 && belongs(first - 1)) first -= 1;
  // Many full rows above what looks like the header are a table of texts with another one below it.
  if (rows.slice(start, first).filter((row) => isFull(row, width)).length > 3) first = last = start;
  return { header: Array.from({ length: last - first + 1 }, (_, index) => first + index), firstRow: last + 1 };
}

/**
 * The first row with numbers, dates or times in the columns that have them further down, and these columns; the row is
 * -1 when all columns hold texts.
 */
function firstTypedRow({ rows, mark, marks }: Grid, width: number): { row: number; columns: number[] } {
  const classes = rows.map((row) =>
    isFull(row, width) ? Array.from({ length: width }, (_, column) => classify(row[column], mark, marks)) : null,
  );
  const full = classes.filter((found) => found !== null);
  const telling = columnClasses(full.slice(Math.floor(full.length / 2)), width);
  const columns = telling.flatMap((expected, column) => (isTyped(expected) ? [column] : []));
  const row = classes.findIndex((found) => {
    const present = columns.filter((column) => found && found[column] !== 'empty');
    const misses = present.filter(
      (column) => found![column] === 'text' || (found![column] === 'year' && telling[column] !== 'year'),
    );
    return present.length > 0 && 2 * misses.length <= present.length;
  });
  return { row, columns };
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
