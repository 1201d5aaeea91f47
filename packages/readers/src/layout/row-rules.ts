import { partLabel, totalLabel } from '@indexlab/core';
import { repeatsHeader } from '../columns/column-plan.js';
import { beginsTable } from '../evidence/header-row.js';
import { beginsNote, statesNote } from '../evidence/note-line.js';
import { markOfNote } from '../evidence/raised-mark.js';
import { isValueLike } from '../evidence/value-like.js';
import type { ImportRule, NoteWeight } from '../import-report.js';
import { headerOfSameUnits, isAnotherTitle, repeatedHeaders } from './repeated-header.js';
import { isBlankCell as isBlank, isBlankRow, loneText, type Store, type TakenRows, textsOfRow } from './taken-rows.js';

/** Why a row is no data. */
export interface DroppedRow {
  readonly rule: ImportRule;
  readonly value: string | null;
  readonly message: string;
  readonly weight?: NoteWeight;
}

/** Rows that are no data, with the reason. */
export type DroppedRows = Map<number, DroppedRow>;

/** Lines of one cell at the end that begin as no note does are notes up to this many, and more only below numbers. */
export const fewLines = 5;

/** Adds to `dropped` the rows of a published table that are no data: empty ones, the header once more, notes, totals. */
export function dropRows(taken: TakenRows, dropped: DroppedRows): void {
  const drop = (row: number, rule: ImportRule, value: string | null, message: string, weight?: NoteWeight): void => {
    if (!dropped.has(row)) dropped.set(row, { rule, value, message, ...(weight && { weight }) });
  };
  const blank = { rule: 'blank-row', value: null, message: 'an empty row' } as const;
  for (const row of blankRows(taken)) if (!dropped.has(row)) dropped.set(row, blank);
  for (const { row, text, titles, notes, apart } of repeatedHeaders(taken)) {
    for (const title of titles) drop(title.row, 'repeated-header', title.text, 'the title of the table once more');
    for (const note of notes) drop(note.row, 'footnote', note.text, 'a note in the middle of the table');
    if (apart && titles.length === 0)
      drop(
        row,
        'repeated-header',
        text,
        'the header once more, behind an empty row or a note; the rows below are read as more rows of this table (the option table: 2 reads them alone)',
        'warning',
      );
    else drop(row, 'repeated-header', text, 'the header once more');
  }
  const notes = footnotes(taken, dropped);
  for (const { row, text, marked } of notes)
    drop(row, 'footnote', text, 'a note below the table', marked ? 'note' : 'warning');
  if (taken.keepTotals || !hasNumbers(taken)) return;
  for (const [row, text] of totals(taken)) drop(row, 'total-row', text, 'a row of totals');
}

/**
 * The first row of a second table, its title included, below the first one; `null` when there is none. Its header is a
 * row with words in the columns of numbers; one that starts as the header does, behind an empty row or a line; or the
 * same header under another title, or behind an empty row or a note where the units are the same, or a table is asked for.
 */
export function secondTable(taken: TakenRows): number | null {
  const rows = [sameHeader(taken), otherTable(taken)].filter((row) => row !== null);
  return rows.length > 0 ? Math.min(...rows) : null;
}

/** Where the header stands once more, or the title above it; a title above all rows is the table's own. */
function sameHeader(taken: TakenRows): number | null {
  const headers = [...repeatedHeaders(taken)];
  const ofSameUnits = headerOfSameUnits(taken, headers);
  for (const found of headers) {
    const start = found.titles[0]?.row ?? found.row;
    if (start === 0 || found.row >= taken.rows - 1) continue;
    const isAsked = taken.tableAsked && found.apart && found.titles.length === 0;
    if (isAsked || found === ofSameUnits || isAnotherTitle(taken, found)) return start;
  }
  return null;
}

function otherTable(taken: TakenRows): number | null {
  const { rows, stores, header, lone } = taken;
  const columns = stores.flatMap((store, column) => {
    const first = firstNumber(store, rows);
    return first >= 0 ? [{ column, first }] : [];
  });
  if (columns.length === 0) return null;
  const blank = new Set(blankRows(taken));
  // A title may be filled up with empty cells; then an empty row tells it from a row without values.
  const isTitle = (row: number): boolean => lone.has(row) || (blank.has(row - 1) && loneText(taken, row) !== null);
  const isApart = (row: number): boolean => blank.has(row - 1) || isTitle(row - 1);
  const words = new Set(stores.flatMap((store) => (store.type === 'number' ? [...store.misfits.keys()] : [])));
  const behindGaps = [blank, lone].flatMap((gaps) => {
    const behind: number[] = [];
    for (const row of gaps.keys()) if (!blank.has(row + 1)) behind.push(row + 1);
    return behind;
  });
  const candidates = [...new Set([...words, ...behindGaps])].filter((row) => row > 0 && row < rows - 1);
  const label = header.at(-1)?.[0]?.trim() ?? '';
  const last = lastNumber(taken);
  for (const row of candidates.sort((a, b) => a - b)) {
    if (blank.has(row) || lone.has(row)) continue;
    const above = columns.filter(({ first }) => first < row).map(({ column }) => column);
    if (above.length === 0) continue;
    const cells = textsOfRow(taken, row);
    if (row >= last || beginsNote(cells[0]?.trim() ?? '')) continue;
    const apart = isApart(row);
    if (repeatsHeader(cells, header.at(-1) ?? [])) continue;
    const sameLabel = apart && label !== '' && cells[0]?.trim() === label;
    if (!sameLabel && !beginsTable(cells, above, apart)) continue;
    let start = row;
    while (isTitle(start - 1)) start -= 1;
    return start;
  }
  return null;
}

/** The last row in which a number stands, in whatever column: a second table has one below its header. */
function lastNumber({ rows, stores }: TakenRows): number {
  const holds = (store: Store, row: number): boolean => {
    if (store.type === 'number' && !Number.isNaN(store.values[row]!)) return true;
    const text = store.type === 'text' ? store.values[row] : store.misfits.get(row);
    return typeof text === 'string' && isValueLike(text.trim());
  };
  let row = rows - 1;
  while (row >= 0 && !stores.some((store) => holds(store, row))) row -= 1;
  return row;
}

function* blankRows(taken: TakenRows): Iterable<number> {
  if (taken.stores.length === 0) return;
  for (let row = 0; row < taken.rows; row += 1) if (isBlankRow(taken, row)) yield row;
}

interface NoteLine {
  readonly row: number;
  readonly text: string;
  /** Whether it begins as notes do. */
  readonly marked: boolean;
}

/**
 * From the end up: rows that begin as notes do and hold no values, and lines of one cell. Lines that begin as no note does
 * are data where all columns hold texts and the lines are many. A row that only its first cell fills is a line when an empty
 * row or a note stands above it: otherwise its values are missing.
 */
function footnotes(taken: TakenRows, dropped: DroppedRows): NoteLine[] {
  const { rows, stores, lone, usualCells } = taken;
  const tail: (NoteLine & { readonly padded: boolean; readonly spread: boolean })[] = [];
  for (let row = rows - 1; row >= 0; row -= 1) {
    if (dropped.has(row)) continue;
    const text = (lone.get(row) ?? firstText(stores[0], row)).trim();
    const alone = text !== '' && stores.every((store, column) => column === 0 || isBlank(store, row));
    const marked = alone && (beginsNote(text) || explainsMark(taken, text));
    const isLine = lone.has(row) && usualCells > 2 && !isValueLike(text);
    const padded = alone && !lone.has(row) && usualCells > 1 && !isValueLike(text);
    const spread = !alone && statesNote(text);
    if (!marked && !isLine && !padded && !spread) break;
    const shown = spread ? rowText(stores, row) : text;
    tail.push({ row, text: shown, marked: marked || spread, padded: !marked && !isLine && !spread, spread });
  }
  const lines = tail.reverse();
  const from = lines.findIndex(({ row, padded }) => !padded || isGap(dropped, row - 1));
  const found = from < 0 ? [] : lines.slice(from);
  // A note that fills several cells could be a row: below a gap it is none.
  while (found[0]?.spread && !isGap(dropped, found[0].row - 1)) found.shift();
  const holdsNumbers = stores.some((store) => firstNumber(store, rows) >= 0);
  return holdsNumbers || found.some(({ marked }) => marked) || found.length <= fewLines ? found : [];
}

function hasNumbers({ stores }: TakenRows): boolean {
  return stores.some(({ type }) => type === 'number');
}

/** The first row with a number in a column of numbers; -1 for none. */
function firstNumber(store: Store, rows: number): number {
  return store.type === 'number' ? store.values.subarray(0, rows).findIndex((value) => !Number.isNaN(value)) : -1;
}

/** Whether a note explains a raised mark of the table: "1 provisional" under South¹. */
function explainsMark({ rows, stores, header }: TakenRows, text: string): boolean {
  const mark = markOfNote(text);
  if (mark === null) return false;
  const isMarked = (other: string | null | undefined): boolean => other?.trim().endsWith(mark) ?? false;
  if (header.some((texts) => texts.some(isMarked))) return true;
  return stores.some((store) =>
    (store.type === 'text' ? store.values.slice(0, rows) : [...store.misfits.values()]).some(isMarked),
  );
}

function rowText(stores: readonly Store[], row: number): string {
  const texts = stores.map((store) => {
    if (store.type === 'text') return store.values[row] ?? '';
    return store.misfits.get(row) ?? (Number.isNaN(store.values[row]!) ? '' : String(store.values[row]));
  });
  return texts.filter((text) => text.trim() !== '').join(' ');
}

function isGap(dropped: DroppedRows, row: number): boolean {
  return dropped.get(row)?.rule === 'blank-row';
}

function firstText(store: Store | undefined, row: number): string {
  return (store?.type === 'text' ? store.values[row] : store?.misfits.get(row)) ?? '';
}

/** A row that is kept and could be counted twice. */
export interface DoubtfulRow {
  readonly row: number;
  readonly value: string;
  readonly message: string;
}

/**
 * Rows that stay in the table although their label says that they are no units like the others: totals in a table without
 * numbers, and parts of a row above.
 */
export function doubtfulRows(taken: TakenRows, dropped: DroppedRows): DoubtfulRow[] {
  const named = hasNumbers(taken) || taken.keepTotals ? [] : totals(taken);
  const ofTotals = 'a row called as totals are; it is kept, for the table has no column of numbers';
  const ofParts = 'a label that says "of which": the row, or those below it, may be parts of a row above; all are kept';
  return [
    ...named.map(([row, value]) => ({ row, value, message: ofTotals })),
    ...partLabels(taken).map(([row, value]) => ({ row, value, message: ofParts })),
  ].filter(({ row }) => !dropped.has(row));
}

function partLabels({ rows, stores }: TakenRows): [number, string][] {
  const labels = stores.slice(0, 3).filter((store) => store.type === 'text');
  const found: [number, string][] = [];
  for (let row = 0; row < rows; row += 1) {
    const text = labels.find((store) => !isBlank(store, row))?.values[row]?.trim();
    if (text && partLabel(text) !== null) found.push([row, text]);
  }
  return 2 * found.length > rows ? [] : found;
}

/**
 * Rows whose label, the first text that stands in them, names a total; not when most rows are called so. A total in a later
 * column ("sex: total") is a category like the others; a subtotal is none.
 */
function totals({ rows, stores }: TakenRows): [number, string][] {
  const labels = stores.slice(0, 3).filter((store) => store.type === 'text');
  const found: [number, string][] = [];
  for (let row = 0; row < rows; row += 1) {
    const text = labels.find((store) => !isBlank(store, row))?.values[row];
    const total = text && totalLabel(text) !== null ? text : labels.map((store) => store.values[row]).find(isSubtotal);
    if (total) found.push([row, total]);
  }
  return 2 * found.length > rows ? [] : found;
}

function isSubtotal(text: string | null | undefined): boolean {
  return typeof text === 'string' && totalLabel(text) === 'part';
}
