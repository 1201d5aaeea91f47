import type { NumberStore } from '../columns/number-store.js';
import type { TextStore } from '../columns/text-store.js';

export type Store = NumberStore | TextStore;

/** A table as it was taken in, before rows are dropped. */
export interface TakenRows {
  readonly rows: number;
  readonly stores: readonly Store[];
  readonly header: readonly (readonly string[])[];
  /** The lines above the header. */
  readonly above: readonly string[];
  /** Rows of a single cell where more are usual. */
  readonly lone: ReadonlyMap<number, string>;
  /** 1 for rows that hold something that is no number in a column of numbers: they are not blank. */
  readonly touched: Uint8Array;
  readonly usualCells: number;
  readonly keepTotals: boolean;
  /** Whether one of several tables is asked for: a header once more, apart from the rows above, then begins the next. */
  readonly tableAsked: boolean;
}

/** The cells of a row as texts; a number shows its value. */
export function textsOfRow({ stores }: TakenRows, row: number): (string | null)[] {
  return stores.map((store) => {
    if (store.type === 'text') return store.values[row] ?? null;
    return Number.isNaN(store.values[row]!) ? (store.misfits.get(row) ?? null) : String(store.values[row]);
  });
}

export function isBlankCell(store: Store, row: number): boolean {
  if (store.type === 'number') return Number.isNaN(store.values[row]!) && !store.misfits.has(row);
  const text = store.values[row];
  return text === null || text === undefined || text.trim() === '';
}

export function isBlankRow({ stores, touched }: TakenRows, row: number): boolean {
  return touched[row] === 0 && stores.every((store) => isBlankCell(store, row));
}

/** What stands in a row whose first cell alone is filled; `null` for other rows. */
export function loneText({ stores, lone }: TakenRows, row: number): string | null {
  const [first] = stores;
  if (!first || row < 0 || stores.some((store, column) => column > 0 && !isBlankCell(store, row))) return null;
  const text = lone.get(row) ?? (first.type === 'text' ? first.values[row] : first.misfits.get(row));
  return text?.trim() || null;
}
