import type { TextColumn } from '@indexlab/core';
import { type Cell, cellText } from './cells.js';
import { isGuarded, withoutGuard } from '../csv/formula-guard.js';
import type { NoteList } from '../import-report.js';
import type { StoreContext } from './number-store.js';

/** Grows a column of texts row by row. */
export class TextStore {
  readonly type = 'text';
  readonly values: (string | null)[] = [];
  readonly #context: StoreContext;
  #guarded: { count: number; readonly row: number; readonly value: string } | undefined;

  constructor(context: StoreContext) {
    this.#context = context;
  }

  put(row: number, cell: Cell): void {
    let text = cellText(cell);
    if (text === '' && !this.#context.plain) text = null;
    if (text !== null && this.#context.guarded && isGuarded(text)) {
      if (this.#guarded) this.#guarded.count += 1;
      else this.#guarded = { count: 1, row, value: text };
      text = withoutGuard(text);
    }
    this.values[row] = text;
  }

  finish(name: string, kept: Int32Array, rowNumber: (row: number) => number, notes: NoteList): TextColumn {
    if (this.#guarded) {
      const { count, row, value } = this.#guarded;
      notes.count(
        {
          rule: 'guard',
          row: rowNumber(row),
          column: name,
          value,
          message: 'the apostrophe that keeps a sheet from running a formula is taken off',
        },
        count,
      );
    }
    return {
      type: 'text',
      name,
      values: kept.length === this.values.length ? this.values : Array.from(kept, (row) => this.values[row]!),
    };
  }
}
