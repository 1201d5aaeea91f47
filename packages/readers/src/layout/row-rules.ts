import { repeatsHeader } from '../columns/column-plan.js';
import type { NumberStore, TextStore } from '../columns/column-stores.js';
import type { ImportRule } from '../import-report.js';

/** Rows that are no data, with the reason. */
export type DroppedRows = Map<
  number,
  { readonly rule: ImportRule; readonly value: string | null; readonly message: string }
>;

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

/** Adds to `dropped` the rows of a published table that are no data: empty ones, the header once more, notes, totals. */
export function dropRows(taken: TakenRows, dropped: DroppedRows): void {
  const drop = (row: number, rule: ImportRule, value: string | null, message: string): void => {
    if (!dropped.has(row)) dropped.set(row, { rule, value, message });
  };
  for (const row of blankRows(taken)) drop(row, 'blank-row', null, 'an empty row');
  for (const [row, text] of repeatedHeaders(taken)) drop(row, 'repeated-header', text, 'the header once more');
  for (const [row, text] of footnotes(taken, dropped)) drop(row, 'footnote', text, 'a note below the table');
  if (!taken.keepTotals) for (const [row, text] of totals(taken)) drop(row, 'total-row', text, 'a row of totals');
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

/**
 * From the end up: rows that begin as notes do and hold no values, and lines of one cell, unless they are many and none
 * begins as a note does.
 */
function footnotes({ rows, stores, lone, usualCells }: TakenRows, dropped: DroppedRows): [number, string][] {
  const [first] = stores;
  const tail: [number, string][] = [];
  let marked = false;
  for (let row = rows - 1; row >= 0; row -= 1) {
    if (dropped.has(row)) continue;
    const text = (lone.get(row) ?? (first?.type === 'text' ? first.values[row] : null) ?? '').trim();
    const isNote = noteStart.test(text) && stores.every((store, column) => column === 0 || isBlank(store, row));
    if (!isNote && !(lone.has(row) && usualCells > 2)) break;
    marked ||= isNote;
    tail.push([row, text]);
  }
  return marked || tail.length <= 5 ? tail : [];
}

/**
 * Rows whose label, the first text that stands in them, names a total; only where there are numbers to add up, and not when
 * most rows are called so. A total in a later column ("sex: total") is a category like the others.
 */
function totals({ rows, stores }: TakenRows): [number, string][] {
  if (!stores.some(({ type }) => type === 'number')) return [];
  const labels = stores.slice(0, 3).filter((store) => store.type === 'text');
  const found: [number, string][] = [];
  for (let row = 0; row < rows; row += 1) {
    const text = labels.find((store) => !isBlank(store, row))?.values[row];
    if (text && totalStart.test(text) && totalLabel.test(text.replaceAll(/\s/g, ''))) found.push([row, text]);
  }
  return 2 * found.length > rows ? [] : found;
}

function isBlank(store: Store, row: number): boolean {
  if (store.type === 'number') return Number.isNaN(store.values[row]!);
  const text = store.values[row];
  return text === null || text === undefined || text.trim() === '';
}

const noteStart = /^(注|备注|资料来源|数据来源|来源|说明|附注|note|source|data source|\*|※|①|\(?[a-z0-9]\)\s)/i;
/** What every total starts with: it spares the closer look at most labels. */
const totalStart = /^\s*[合总小汇全平tsgnam]/i;
const totalLabel =
  /^(合计|总计|总和|小计|汇总|全国|全国合计|全国总计|全国平均|全省|全省合计|全市|全市合计|全区合计|平均|均值|平均值|total|subtotal|grandtotal|sum|nationaltotal|average|mean)[:：]?$/i;
