import { type NumberColumn, type TextColumn } from '@indexlab/core';
import { type Cell, cellText } from './cells.js';
import { isGuarded, withoutGuard } from '../csv/formula-guard.js';
import type { NoteList } from '../import-report.js';
import { type DecimalMark, parseNumber, unknownDigits } from './parse-number.js';
import type { RecordBlock } from '../csv/scan-records.js';

/** Occurrences of something in a column: how many, and the first row and value. */
interface Tally {
  count: number;
  readonly row: number;
  readonly value: string;
}

export interface StoreContext {
  readonly plain: boolean;
  readonly mark: DecimalMark;
  readonly marks: ReadonlySet<string>;
  /** Whether texts carry the apostrophe that keeps a sheet from running them. */
  readonly guarded: boolean;
  /** Whether the format has numbers of its own and is taken at its word: a text is then no number. */
  readonly textIsText: boolean;
}

/** Grows a column of numbers row by row. */
export class NumberStore {
  readonly type = 'number';
  values = new Float64Array(0);
  decimals = new Int8Array(0);
  /** Cells that are no numbers, by row. */
  readonly misfits = new Map<number, string>();
  readonly #context: StoreContext;
  readonly #stated: boolean;
  readonly #marks = new Map<string, Tally>();
  readonly #units: Record<'%' | '‰', number[]> = { '%': [], '‰': [] };
  #grouped: Tally | undefined;
  #unknown: Tally | undefined;

  /** @param stated whether the user said that these are numbers, whatever they look like */
  constructor(context: StoreContext, stated: boolean) {
    this.#context = context;
    this.#stated = stated;
  }

  reserve(rows: number): void {
    if (rows <= this.values.length) return;
    const values = new Float64Array(rows);
    values.set(this.values);
    this.values = values;
    const decimals = new Int8Array(rows);
    decimals.set(this.decimals);
    this.decimals = decimals;
  }

  /** Stores a column of a block; `cell` gives what is no plain number, `touched` marks rows that hold something. */
  putBlock(block: RecordBlock, column: number, base: number, cell: (index: number) => Cell, touched: Uint8Array): void {
    const { rows, width, values, kinds } = block;
    const ownValues = this.values;
    const ownDecimals = this.decimals;
    for (let row = 0, index = column; row < rows; row += 1, index += width) {
      const kind = kinds[index]!;
      if (kind >= 0) {
        ownValues[base + row] = values[index]!;
        ownDecimals[base + row] = kind;
      } else if (this.put(base + row, cell(index))) {
        touched[base + row] = 1;
      }
    }
  }

  /** Stores one cell; says whether it holds something that is not a number in the end. */
  put(row: number, cell: Cell): boolean {
    this.values[row] = NaN;
    if (cell === null || cell === '') return false;
    const number =
      typeof cell !== 'string' ? cell : this.#context.textIsText && !this.#stated ? null : this.#parse(cell);
    if (number === null) {
      const text = cellText(cell)!.trim();
      if (text === '') return false;
      if (this.#context.marks.has(text)) this.#marks.set(text, tally(this.#marks.get(text), row, text));
      else this.misfits.set(row, text);
      return true;
    }
    this.values[row] = number.value;
    if (number.decimals === unknownDigits || number.decimals > 100)
      this.#unknown = tally(this.#unknown, row, cellText(cell)!);
    else this.decimals[row] = number.decimals;
    if (number.unit !== '') this.#units[number.unit].push(row);
    if ('grouped' in number && number.grouped) this.#grouped = tally(this.#grouped, row, cellText(cell)!);
    return false;
  }

  #parse(cell: string): ReturnType<typeof parseNumber> {
    const number = parseNumber(cell, this.#context.mark, this.#stated);
    return number && this.#context.plain && !this.#stated && (number.grouped || number.unit !== '') ? null : number;
  }

  hasMarks(): boolean {
    return this.#marks.size > 0;
  }

  /** Why the column cannot be one of numbers for its units, among the rows kept; `null` when it can. */
  mixedUnits(headerUnit: string | undefined, kept: Int32Array): string | null {
    const percent = this.#units['%'].length;
    const perMille = this.#units['‰'].length;
    if (percent + perMille === 0) return null;
    if (percent > 0 && perMille > 0) return '% and ‰';
    const unit = percent > 0 ? '%' : '‰';
    const marked = new Set(this.#units[unit]);
    const bare = kept.some((row) => !marked.has(row) && this.values[row]! !== 0 && !Number.isNaN(this.values[row]!));
    return bare && headerUnit !== unit ? `numbers with ${unit} and numbers without` : null;
  }

  /** The column of the rows kept, in place, with notes of what was read how. */
  finish(
    name: string,
    unit: string | undefined,
    kept: Int32Array,
    rowNumber: (row: number) => number,
    notes: NoteList,
  ): NumberColumn {
    const own = this.#units['%'].length > 0 ? '%' : this.#units['‰'].length > 0 ? '‰' : undefined;
    const note = (rule: 'missing' | 'percent' | 'thousands' | 'digits-unknown', found: Tally, message: string): void =>
      notes.count({ rule, row: rowNumber(found.row), column: name, value: found.value, message }, found.count);
    for (const found of this.#marks.values()) note('missing', found, 'a mark that stands for a missing number');
    if (this.#grouped) note('thousands', this.#grouped, 'thousands separators are left out');
    if (own)
      note(
        'percent',
        { count: this.#units[own].length, row: this.#units[own][0]!, value: own },
        `numbers are in the unit ${own}`,
      );
    if (this.#unknown)
      note(
        'digits-unknown',
        this.#unknown,
        'how many digits were printed cannot be told, so the column carries no decimals',
      );
    const { values, decimals } = this;
    if (kept[kept.length - 1] !== kept.length - 1) {
      for (let index = 0; index < kept.length; index += 1) {
        values[index] = values[kept[index]!]!;
        decimals[index] = decimals[kept[index]!]!;
      }
    }
    return {
      type: 'number',
      name,
      values: values.subarray(0, kept.length),
      ...(this.#unknown === undefined && { decimals: decimals.subarray(0, kept.length) }),
      ...((own ?? unit) !== undefined && { unit: (own ?? unit)! }),
    };
  }
}

/** Grows a column of texts row by row. */
export class TextStore {
  readonly type = 'text';
  readonly values: (string | null)[] = [];
  readonly #context: StoreContext;
  #guarded: Tally | undefined;

  constructor(context: StoreContext) {
    this.#context = context;
  }

  put(row: number, cell: Cell): void {
    let text = cellText(cell);
    if (text === '' && !this.#context.plain) text = null;
    if (text !== null && this.#context.guarded && isGuarded(text)) {
      this.#guarded = tally(this.#guarded, row, text);
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

function tally(before: Tally | undefined, row: number, value: string): Tally {
  if (!before) return { count: 1, row, value };
  before.count += 1;
  return before;
}
