import type { NumberColumn } from '@indexlab/core';
import { type Cell, cellText, type NumberCell } from './cells.js';
import { isExponentCode, isScientific } from '../evidence/code-like.js';
import { addSeen, type MarkEvidence, type MarkSign, markSign, type Seen } from '../evidence/decimal-mark.js';
import { type IsStatedMissing, statedMissing } from '../evidence/stated-missing.js';
import { gluedDecimals } from '../evidence/glued-digit.js';
import { errorMessage, isError } from '../evidence/missing-marks.js';
import type { ImportRule, NoteList } from '../import-report.js';
import { type DecimalMark, type ParsedNumber, parseNumber, printedMinus, unknownDigits } from './parse-number.js';
import type { ReadOptions } from '../read-options.js';
import type { RecordBlock } from '../csv/scan-records.js';

export interface StoreContext {
  readonly plain: boolean;
  /** The decimal mark that the file's numbers are scanned with; single columns may have the other. */
  readonly mark: DecimalMark;
  readonly marks: ReadonlySet<string>;
  /** Whether texts carry the apostrophe that keeps a sheet from running them. */
  readonly guarded: boolean;
  /** Whether the format has numbers of its own and is taken at its word: a text is then no number. */
  readonly textIsText: boolean;
  /** Whether all numbers of the format stand as texts, so that their digits are evidence. */
  readonly delimited?: boolean;
  readonly options: ReadOptions;
}

const minusBefore = new RegExp(`^\\s*[${printedMinus}]`);

/** More cells that are no numbers than this, and their column is no column of numbers. */
const mostMisfits = 200_000;

/** Grows a column of numbers row by row. */
export class NumberStore {
  readonly type = 'number';
  readonly mark: DecimalMark;
  values = new Float64Array(0);
  decimals = new Int8Array(0);
  /** Cells that are no numbers, by row. */
  readonly misfits = new Map<number, string>();
  /** Flags split from numbers, by row. */
  readonly flags = new Map<number, string>();
  /** Numbers such as 1E10 that could be names, and the first one with an exponent beyond doubt. */
  exponentCode: Seen | undefined;
  scientific = false;
  readonly #context: StoreContext;
  readonly #stated: boolean;
  readonly #isStatedMissing: IsStatedMissing | null;
  readonly #marks = new Map<string, Seen>();
  readonly #units: Record<'%' | '‰', number[]> = { '%': [], '‰': [] };
  readonly #signs: MarkEvidence = {};
  /** Rows whose numbers stand as texts in a format that has numbers of its own. */
  readonly #textRows: number[] = [];
  #grouped: Seen | undefined;
  #unknown: Seen | undefined;
  #minus: Seen | undefined;

  /** @param stated whether the user said that these are numbers, whatever they look like */
  constructor(context: StoreContext, stated: boolean, mark: DecimalMark = context.mark) {
    this.#context = context;
    this.#stated = stated;
    this.#isStatedMissing = statedMissing(context.options);
    this.mark = mark;
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

  /** Stores a column of the first rows of a block; `cell` gives what is no plain number, `touched` marks rows that hold something. */
  putBlock(
    block: RecordBlock,
    rows: number,
    column: number,
    base: number,
    cell: (index: number) => Cell,
    touched: Uint8Array,
  ): void {
    const { width, values, kinds } = block;
    const ownValues = this.values;
    const ownDecimals = this.decimals;
    const scanned = this.mark === this.#context.mark;
    const isMissing = this.#isStatedMissing;
    for (let row = 0, index = column; row < rows; row += 1, index += width) {
      const kind = kinds[index]!;
      if (kind >= 0 && scanned && !isMissing?.(values[index]!)) {
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
    if (this.#isStatedMissing?.(cell)) {
      const text = cellText(cell)!.trim();
      this.#marks.set(text, seen(this.#marks.get(text), row, text));
      return true;
    }
    const number =
      typeof cell !== 'string' ? cell : this.#context.textIsText && !this.#stated ? null : this.#parse(cell, row);
    if (number === null) {
      const text = cellText(cell)!.trim();
      if (text === '') return false;
      if (this.#context.marks.has(text)) this.#marks.set(text, seen(this.#marks.get(text), row, text));
      else if (this.misfits.size < mostMisfits) this.misfits.set(row, text);
      return true;
    }
    // 9.999 is 9999 where the column's mark is a comma.
    if (number.unit === '' && this.#isStatedMissing?.(number.value)) {
      const text = cellText(cell)!.trim();
      this.#marks.set(text, seen(this.#marks.get(text), row, text));
      return true;
    }
    this.#store(row, number, cellText(cell)!);
    return false;
  }

  /** Stores the number of a cell that has a flag beside it. */
  putFlagged(row: number, number: ParsedNumber | null, flag: string): void {
    const text = this.misfits.get(row) ?? flag;
    this.misfits.delete(row);
    this.flags.set(row, flag);
    if (number) this.#store(row, number, text);
  }

  #store(row: number, number: NumberCell | ParsedNumber, text: string): void {
    this.values[row] = number.value;
    if (number.decimals === unknownDigits || number.decimals > 100) this.#unknown = seen(this.#unknown, row, text);
    else this.decimals[row] = number.decimals;
    if (number.unit !== '') this.#units[number.unit].push(row);
    if (number.value <= 0 && minusBefore.test(text)) this.#minus = seen(this.#minus, row, text);
    if ('grouped' in number && number.grouped) this.#grouped = seen(this.#grouped, row, text);
  }

  #parse(cell: string, row: number): ParsedNumber | null {
    const sign = this.#context.plain ? null : signOf(cell, this.#context.options);
    if (sign) addSeen(this.#signs, sign, row, cell.trim());
    const number = this.parse(cell);
    if (number && /[eE]/.test(cell)) {
      if (isExponentCode(cell) || !this.#context.delimited) this.exponentCode = seen(this.exponentCode, row, cell);
      else this.scientific ||= isScientific(cell);
    }
    if (number && !this.#context.delimited) this.#textRows.push(row);
    return number;
  }

  /** The number of a token under the column's mark, or `null`. */
  parse(token: string): ParsedNumber | null {
    const { plain, options } = this.#context;
    const number = parseNumber(token, this.mark, this.#stated);
    if (number === null) return null;
    if (plain && !this.#stated && (number.grouped || number.unit !== '')) return null;
    return number.grouped && !isSeparatedBy(token, options.thousands) ? null : number;
  }

  /** What the numbers say about the decimal mark. */
  markEvidence(kept: Int32Array): MarkEvidence {
    const evidence: MarkEvidence = Object.fromEntries(
      Object.entries(this.#signs).map(([sign, found]) => [sign, { ...found }]),
    );
    if (!this.#context.delimited || this.mark !== this.#context.mark) return evidence;
    const { values, decimals, mark } = this;
    for (const row of kept) {
      const places = decimals[row]!;
      const value = values[row]!;
      if (!(places > 0) || Number.isNaN(value)) continue;
      const size = Math.abs(value);
      const ambiguous = places === 3 && size >= 1 && size < 1000 && !noThousands(this.#context.options);
      let sign: MarkSign = mark === '.' ? (ambiguous ? 'pointOrGroup' : 'point') : ambiguous ? 'commaOrGroup' : 'comma';
      if (sign === 'comma' && places <= 2 && value >= 0 && value < 100)
        sign = markSign(value.toFixed(places).replace('.', ',')) ?? sign;
      evidence[sign] ??= { count: 1, row, value: value.toFixed(places).replace('.', mark) };
      if (sign === 'point' || sign === 'comma') break; // proof: the others can only agree
    }
    return evidence;
  }

  /** The rows whose digits stand as text: a stored number is no name, however it is shown. */
  textRows(kept: Int32Array): ArrayLike<number> {
    return this.#context.delimited ? kept : this.#textRows;
  }

  hasNegative(kept: Int32Array): boolean {
    return kept.some((row) => this.values[row]! < 0);
  }

  hasMarks(): boolean {
    return this.#marks.size > 0 || this.flags.size > 0;
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
    lineOf: (row: number) => number,
    notes: NoteList,
  ): NumberColumn {
    const own = this.#units['%'].length > 0 ? '%' : this.#units['‰'].length > 0 ? '‰' : undefined;
    const note = (rule: ImportRule, found: Seen, message: string): void =>
      notes.count({ rule, line: lineOf(found.row), column: name, value: found.value, message }, found.count);
    for (const found of this.#marks.values())
      if (isError(found.value) && !this.#context.options.missing?.includes(found.value))
        notes.count(
          {
            rule: 'missing',
            line: lineOf(found.row),
            column: name,
            value: found.value,
            message: errorMessage,
            weight: 'warning',
          },
          found.count,
        );
      else note('missing', found, 'a mark that stands for a missing number');
    const glued =
      this.#context.delimited && !this.#context.plain ? gluedDecimals(this.values, this.decimals, kept) : null;
    if (glued) {
      const [row] = glued.rows as [number];
      const value = this.values[row]!.toFixed(this.decimals[row]!);
      const message = `it prints a decimal more than the usual ${glued.usual} of its column: the last digit may be the mark of a note`;
      note('glued-digit', { row, value, count: glued.rows.length }, message);
    }
    if (this.#grouped) note('thousands', this.#grouped, 'thousands separators are left out');
    if (this.#minus) note('minus', this.#minus, 'a dash or another sign in front of a number is read as a minus');
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

/** What a token says about the decimal mark; where no comma or point separates thousands, either is a mark. */
export function signOf(token: string, options: ReadOptions): MarkSign | null {
  const sign = markSign(token);
  if (!noThousands(options)) return sign;
  return sign === 'pointOrGroup' ? 'point' : sign === 'commaOrGroup' ? 'comma' : sign;
}

function noThousands({ thousands }: ReadOptions): boolean {
  return thousands === false || thousands === ' ' || thousands === "'";
}

function isSeparatedBy(token: string, thousands: ReadOptions['thousands']): boolean {
  if (thousands === undefined) return true;
  if (thousands === false) return false;
  return thousands === ' ' ? /\d[ \u00a0\u2009\u202f]\d/.test(token) : token.includes(thousands);
}

function seen(before: Seen | undefined, row: number, value: string): Seen {
  if (!before) return { count: 1, row, value };
  before.count += 1;
  return before;
}
