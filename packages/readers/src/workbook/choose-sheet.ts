import { didYouMean, IndexlabError } from '@indexlab/core';
import { type Cell, isEmpty } from '../columns/cells.js';
import { parseNumber } from '../columns/parse-number.js';
import { isValueLike } from '../evidence/value-like.js';
import type { NoteList } from '../import-report.js';
import type { Sheet, Workbook } from './workbook.js';

/**
 * The sheet that is asked for, or else the first that holds a table: several rows of at least two cells with numbers in
 * them. A sheet of texts (a title page, notes, contents) is read only when no other holds numbers; a hidden one after
 * those that show. A note names the others.
 */
export function chooseSheet(
  workbook: Workbook,
  wanted: string | number | undefined,
  notes: NoteList,
  caller: string,
): Sheet {
  const { sheets } = workbook;
  if (wanted !== undefined) return workbook.read(indexOf(workbook, wanted, caller));
  if (sheets.length === 0) throw new IndexlabError(`${caller} requires a workbook with a sheet, got none`);
  const order = [...sheets.keys()].sort((a, b) => Number(sheets[a]!.hidden) - Number(sheets[b]!.hidden));
  if (sheets.length === 1) return workbook.read(0);
  const read = order.map((index) => ({ index, sheet: workbook.read(index) }));
  const filled = read.filter(({ sheet }) => sheet.cells.some((row) => row.some((cell) => !isEmpty(cell))));
  const tables = filled.filter(({ sheet }) => holdsNumbers(sheet));
  const chosen = tables[0] ?? filled.find(({ sheet }) => holdsRows(sheet)) ?? filled[0];
  if (!chosen) return read[0]!.sheet;
  const { name, hidden } = sheets[chosen.index]!;
  const others = filled.filter(({ index }) => index !== chosen.index);
  const named = (list: typeof filled): string =>
    list
      .slice(0, 10)
      .map(({ index }) => JSON.stringify(sheets[index]!.name))
      .join(', ') + (list.length > 10 ? ` and ${list.length - 10} more` : '');
  const otherTables = others.filter((other) => tables.includes(other));
  notes.count({
    rule: 'sheet',
    weight: otherTables.length > 0 || hidden ? 'warning' : 'note',
    line: null,
    column: null,
    value: name,
    message:
      `the ${hidden ? 'hidden ' : ''}sheet ${JSON.stringify(name)} of ${sheets.length} is read` +
      (otherTables.length > 0
        ? `; ${named(otherTables)} hold${otherTables.length === 1 ? 's a table' : ' tables'} too (option sheet)`
        : others.length > 0
          ? `, not ${named(others)}`
          : ''),
  });
  return chosen.sheet;
}

function indexOf({ sheets }: Workbook, wanted: string | number, caller: string): number {
  const names = sheets.map(({ name }) => name);
  const byName = names.indexOf(String(wanted));
  // "2" is a name where a sheet is called so, and otherwise the second sheet.
  const number = Number(wanted);
  const index = typeof wanted === 'string' && byName >= 0 ? byName : Number.isInteger(number) ? number - 1 : -1;
  if (names[index] !== undefined) return index;
  throw new IndexlabError(`${caller} requires a sheet of the workbook, got ${JSON.stringify(wanted)}`, {
    remedy: didYouMean(String(wanted), names, 'sheets'),
  });
}

/** Whether at least two rows of two cells and more hold numbers that do not only count the rows. */
function holdsNumbers({ cells }: Sheet): boolean {
  const counts = new Map<number, { numbers: number; texts: number; counting: boolean; last: number }>();
  let rows = 0;
  for (const row of Object.values(cells)) {
    const present = [...row.entries()].filter(([, cell]) => !isEmpty(cell));
    if (present.length < 2) continue;
    rows += 1;
    for (const [column, cell] of present) {
      const found = counts.get(column) ?? { numbers: 0, texts: 0, counting: true, last: 0 };
      counts.set(column, found);
      const value = numberIn(cell!);
      if (value === null) found.texts += 1;
      else {
        found.counting &&= value === found.last + 1;
        found.last = value;
        found.numbers += 1;
      }
    }
    if (rows > 1000) break;
  }
  return rows >= 2 && [...counts.values()].some(({ numbers, texts, counting }) => numbers >= texts && !counting);
}

/** The number of a cell; NaN where it stands with a flag, in brackets or beside money. */
function numberIn(cell: Cell): number | null {
  if (cell === null) return null;
  if (typeof cell !== 'string') return cell.value;
  return parseNumber(cell)?.value ?? (isValueLike(cell.trim()) ? NaN : null);
}

/** Whether at least two rows have two cells and more, as tables of texts have. */
function holdsRows({ cells }: Sheet): boolean {
  let rows = 0;
  for (const row of Object.values(cells))
    if (row.filter((cell) => !isEmpty(cell)).length > 1 && ++rows > 1) return true;
  return false;
}
