import { repeatsHeader } from '../columns/column-plan.js';
import type { NumberStore } from '../columns/number-store.js';
import type { TextStore } from '../columns/text-store.js';
import { beginsTable } from '../evidence/header-row.js';
import { beginsNote, isSubtotalLabel, isTotalLabel, statesNote } from '../evidence/note-line.js';
import { markOfNote } from '../evidence/raised-mark.js';
import { isValueLike } from '../evidence/value-like.js';
import type { ImportRule, NoteWeight } from '../import-report.js';

/** Why a row is no data. */
export interface DroppedRow {
  readonly rule: ImportRule;
  readonly value: string | null;
  readonly message: string;
  readonly weight?: NoteWeight;
}

/** Rows that are no data, with the reason. */
export type DroppedRows = Map<number, DroppedRow>;

type Store = NumberStore | TextStore;

/** A table as it was taken in, before rows are dropped. */
export interface TakenRows {
  readonly rows: number;
  readonly stores: readonly Store[];
  readonly header: readonly (readonly string[])[];
  /** Rows of a single cell where more are usual. */
  readonly lone: ReadonlyMap<number, string>;
  /** 1 for rows that hold something that is no number in a column of numbers: they are not blank. */
  readonly touched: Uint8Array;
  readonly usualCells: number;
  readonly keepTotals: boolean;
}

/** Lines of one cell at the end that begin as no note does are notes up to this many, and more only below numbers. */
export const fewLines = 5;

/** Adds to `dropped` the rows of a published table that are no data: empty ones, the header once more, notes, totals. */
export function dropRows(taken: TakenRows, dropped: DroppedRows): void {
  const drop = (row: number, rule: ImportRule, value: string | null, message: string, weight?: NoteWeight): void => {
    if (!dropped.has(row)) dropped.set(row, { rule, value, message, ...(weight && { weight }) });
  };
  const blank = { rule: 'blank-row', value: null, message: 'an empty row' } as const;
  for (const row of blankRows(taken)) if (!dropped.has(row)) dropped.set(row, blank);
  for (const [row, text] of repeatedHeaders(taken)) drop(row, 'repeated-header', text, 'the header once more');
  const notes = footnotes(taken, dropped);
  for (const { row, text, marked } of notes)
    drop(row, 'footnote', text, 'a note below the table', marked ? 'note' : 'warning');
  if (!taken.keepTotals) for (const [row, text] of totals(taken)) drop(row, 'total-row', text, 'a row of totals');
}

/**
 * The first row of a second table, its title included, below the first one; `null` when there is none. Its header is a
 * row with words in the columns of numbers; or one that starts as the header does, behind an empty row or a line.
 */
export function secondTable(taken: TakenRows): number | null {
  const { rows, stores, header, lone } = taken;
  const columns = stores.flatMap((store, column) => {
    const first = firstNumber(store, rows);
    return first >= 0 ? [{ column, first }] : [];
  });
  if (columns.length === 0) return null;
  const blank = new Set(blankRows(taken));
  const isApart = (row: number): boolean => blank.has(row - 1) || lone.has(row - 1);
  const cellsOf = (row: number): (string | null)[] =>
    stores.map((store) =>
      store.type === 'text'
        ? (store.values[row] ?? null)
        : Number.isNaN(store.values[row]!)
          ? (store.misfits.get(row) ?? null)
          : String(store.values[row]),
    );
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
    const cells = cellsOf(row);
    if (row >= last || beginsNote(cells[0]?.trim() ?? '')) continue;
    const apart = isApart(row);
    if (repeatsHeader(cells, header.at(-1) ?? [])) continue;
    const sameLabel = apart && label !== '' && cells[0]?.trim() === label;
    if (!sameLabel && !beginsTable(cells, above, apart)) continue;
    let start = row;
    while (lone.has(start - 1)) start -= 1;
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

function* blankRows({ rows, stores, touched }: TakenRows): Iterable<number> {
  const [first] = stores;
  if (!first) return;
  for (let row = 0; row < rows; row += 1) {
    if (isBlank(first, row) && touched[row] === 0 && stores.every((store) => isBlank(store, row))) yield row;
  }
}

/** Rows that say the header once more; the first name, or a text among numbers, shows where to look. */
function* repeatedHeaders({ rows, stores, header }: TakenRows): Iterable<[number, string]> {
  const [first] = stores;
  for (let row = 0; row < rows; row += 1) {
    const label = first?.type === 'text' ? first.values[row] : first?.misfits.get(row);
    if (!header.some(([name]) => name === '' || name?.trim() === label?.trim())) continue;
    const texts = stores.map((store) => (store.type === 'number' ? store.misfits.get(row) : store.values[row]) ?? null);
    if (header.some((names) => repeatsHeader(texts, names))) yield [row, texts.join(' ')];
  }
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
  const hasNumbers = stores.some((store) => firstNumber(store, rows) >= 0);
  return hasNumbers || found.some(({ marked }) => marked) || found.length <= fewLines ? found : [];
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

/**
 * Rows whose label, the first text that stands in them, names a total; only where there are numbers to add up, and not when
 * most rows are called so. A total in a later column ("sex: total") is a category like the others; a subtotal is none.
 */
function totals({ rows, stores }: TakenRows): [number, string][] {
  if (!stores.some(({ type }) => type === 'number')) return [];
  const labels = stores.slice(0, 3).filter((store) => store.type === 'text');
  const found: [number, string][] = [];
  for (let row = 0; row < rows; row += 1) {
    const text = labels.find((store) => !isBlank(store, row))?.values[row];
    const total = text && isTotalLabel(text) ? text : labels.map((store) => store.values[row]).find(isSubtotal);
    if (total) found.push([row, total]);
  }
  return 2 * found.length > rows ? [] : found;
}

function isSubtotal(text: string | null | undefined): boolean {
  return typeof text === 'string' && isSubtotalLabel(text);
}

function isBlank(store: Store, row: number): boolean {
  if (store.type === 'number') return Number.isNaN(store.values[row]!) && !store.misfits.has(row);
  const text = store.values[row];
  return text === null || text === undefined || text.trim() === '';
}
