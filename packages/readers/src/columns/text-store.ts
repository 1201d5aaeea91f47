import type { TextColumn } from '@indexlab/core';
import { type Cell, cellText } from './cells.js';
import { isGuarded, withoutGuard } from '@indexlab/core';
import { statedMark, statedMarkMessage } from '../evidence/stated-missing.js';
import { gluedNames } from '../evidence/glued-digit.js';
import { isError } from '../evidence/missing-marks.js';
import { hasRaisedMark } from '../evidence/raised-mark.js';
import type { NoteList } from '../import-report.js';
import type { StoreContext } from './number-store.js';

/** Grows a column of texts row by row. */
export class TextStore {
  readonly type = 'text';
  readonly values: (string | null)[] = [];
  readonly #context: StoreContext;
  #guarded: { count: number; readonly row: number; readonly value: string } | undefined;

  readonly #isMissing: ((text: string) => boolean) | null;
  readonly #marks = new Map<string, { count: number; readonly row: number }>();

  constructor(context: StoreContext) {
    this.#context = context;
    this.#isMissing = statedMark(context.options);
  }

  put(row: number, cell: Cell): void {
    let text = cellText(cell);
    if (text === '' && !this.#context.plain) text = null;
    if (text !== null && this.#context.guarded && isGuarded(text)) {
      if (this.#guarded) this.#guarded.count += 1;
      else this.#guarded = { count: 1, row, value: text };
      text = withoutGuard(text);
    }
    if (text !== null && this.#isMissing?.(text)) {
      const mark = this.#marks.get(text);
      if (mark) mark.count += 1;
      else this.#marks.set(text, { count: 1, row });
      text = null;
    }
    this.values[row] = text;
  }

  finish(name: string, kept: Int32Array, lineOf: (row: number) => number, notes: NoteList): TextColumn {
    if (this.#guarded) {
      const { count, row, value } = this.#guarded;
      notes.count(
        {
          rule: 'guard',
          line: lineOf(row),
          column: name,
          value,
          message: 'the apostrophe that keeps a sheet from running a formula is taken off',
        },
        count,
      );
    }
    for (const [value, { count, row }] of this.#marks)
      notes.count({ rule: 'missing', line: lineOf(row), column: name, value, message: statedMarkMessage }, count);
    this.#noteErrors(name, kept, lineOf, notes);
    if (!this.#context.plain) this.#noteGlued(name, kept, lineOf, notes);
    if (!this.#context.plain) this.#noteRaised(name, kept, lineOf, notes);
    return {
      type: 'text',
      name,
      values: kept.length === this.values.length ? this.values : Array.from(kept, (row) => this.values[row]!),
    };
  }

  #noteErrors(name: string, kept: Int32Array, lineOf: (row: number) => number, notes: NoteList): void {
    const failed = kept.filter((row) => isError(this.values[row] ?? ''));
    const [first] = failed;
    if (first === undefined) return;
    const message = 'texts that a sheet shows where a formula failed; they stay as they are';
    const where = { line: lineOf(first), column: name, value: this.values[first]! };
    notes.count({ rule: 'missing', ...where, message, weight: 'warning' }, failed.length);
  }

  #noteGlued(name: string, kept: Int32Array, lineOf: (row: number) => number, notes: NoteList): void {
    const glued = gluedNames(this.values, kept);
    const [first] = glued;
    if (first === undefined) return;
    const message =
      'a digit ends the word, and none ends most others: it may be the mark of a note, and stays part of the name';
    const where = { line: lineOf(first), column: name, value: this.values[first]! };
    notes.count({ rule: 'glued-digit', ...where, message }, glued.length);
  }

  /** Names that point to a note differ from the same names without the mark, in another file. */
  #noteRaised(name: string, kept: Int32Array, lineOf: (row: number) => number, notes: NoteList): void {
    const marked = kept.filter((row) => hasRaisedMark(this.values[row] ?? ''));
    const [first] = marked;
    if (first === undefined) return;
    const message = 'texts end in a mark that points to a note; it stays part of them';
    const where = { line: lineOf(first), column: name, value: this.values[first]! };
    notes.count({ rule: 'flag', ...where, message, weight: 'warning' }, marked.length);
  }
}
