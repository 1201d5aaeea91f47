import type { DecimalMark } from '../columns/parse-number.js';
import type { Dialect } from './split-record.js';

/** In {@link RecordBlock.kinds}: the cell is no plain number; as it stands, in quotes, in quotes with doubled quotes. */
export const cellKind = { text: -2, quoted: -3, doubled: -4 } as const;

/** Records of `width` cells each; cell `column` of record `row` stands at `row * width + column`. */
export interface RecordBlock {
  readonly width: number;
  /** How many records the block holds. */
  rows: number;
  /** The value of each plain number. */
  readonly values: Float64Array;
  /** Printed decimals of each plain number; for another cell its {@link cellKind}. */
  readonly kinds: Int8Array;
  /** Where the text of each cell starts and ends, without its quotes. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

/** Cells in a block: few enough for the processor's cache, enough that a block costs nothing. */
const blockCells = 32_768;

const newline = 10;
const carriageReturn = 13;
const spaceByte = 32;
const minus = 45;
const zero = 48;

const powersOfTen = Float64Array.from({ length: 16 }, (_, power) => Number(`1e${power}`));

export function emptyBlock(width: number): RecordBlock {
  const records = Math.max(1, Math.floor(blockCells / width));
  const cells = records * width;
  return {
    width,
    rows: 0,
    values: new Float64Array(cells),
    kinds: new Int8Array(cells),
    starts: new Int32Array(cells),
    ends: new Int32Array(cells),
  };
}

/** Whether the fast scanner reads the dialect: a delimiter of one byte, quotes that are doubled. */
export function isPlainDialect({ delimiter, run, escape }: Dialect): boolean {
  return delimiter.length === 1 && !run && escape < 0;
}

/**
 * Fills the block with regular records from `from` on and gives the place behind the last of them.
 *
 * A record is regular when it has as many cells as the block is wide and its quotes open, close and double as they
 * should. The scanner stops in front of the first other record: `splitRecord` reads that one.
 *
 * Numbers are parsed in the same pass over the bytes. Up to fifteen digits, with a minus sign and a decimal mark, make an
 * integer and a power of ten that doubles hold exactly, so their quotient is the nearest double; up to nine, nearly all,
 * the integer is one of 32 bits. What has more digits, a leading zero or anything else is left to `parseNumber`.
 *
 * @param limit the place behind the last line end: every record that starts before it ends there or before
 */
export function scanRecords(
  bytes: Uint8Array,
  from: number,
  limit: number,
  dialect: Dialect,
  mark: DecimalMark,
  block: RecordBlock,
): number {
  const { width, values, kinds, starts, ends } = block;
  const { quote, skipSpace } = dialect;
  const delimiter = dialect.delimiter[0]!;
  const point = mark.charCodeAt(0);
  const cells = values.length;
  let at = from;
  let cell = 0;
  let recordStart = from;
  let column = 0;
  while (cell < cells && at < limit) {
    if (skipSpace && column > 0) while (bytes[at] === spaceByte) at += 1;
    let byte = bytes[at]!;
    const isQuoted = byte === quote;
    if (isQuoted) byte = bytes[++at]!;
    const start = at;

    const negative = byte === minus;
    if (negative) byte = bytes[++at]!;
    const firstDigit = at;
    let integer = 0;
    let digit = (byte - zero) >>> 0; // unsigned, so that one comparison tells a digit
    while (digit <= 9) {
      integer = (Math.imul(integer, 10) + digit) | 0;
      byte = bytes[++at]!;
      digit = (byte - zero) >>> 0;
    }
    let digits = at - firstDigit;
    const leadingZero = digits > 1 && bytes[firstDigit] === zero;
    let decimals = 0;
    if (byte === point && point !== delimiter) {
      const fraction = at + 1;
      byte = bytes[++at]!;
      digit = (byte - zero) >>> 0;
      while (digit <= 9) {
        integer = (Math.imul(integer, 10) + digit) | 0;
        byte = bytes[++at]!;
        digit = (byte - zero) >>> 0;
      }
      decimals = at - fraction;
      digits += decimals;
    }
    let end = at;
    if (isQuoted && byte === quote) byte = bytes[++at]!;

    const isNumber = digits > 0 && digits <= 15 && !leadingZero && end + (isQuoted ? 1 : 0) === at;
    if (isNumber && (byte === delimiter || byte === newline || byte === carriageReturn)) {
      const value = (digits <= 9 ? integer : longInteger(bytes, firstDigit, end)) / powersOfTen[decimals]!;
      values[cell] = negative ? -value : value;
      kinds[cell] = decimals;
    } else if (isQuoted) {
      let doubled = false;
      end = start;
      for (;;) {
        while (end < limit && bytes[end] !== quote) end += 1;
        byte = bytes[end + 1]!;
        if (end >= limit || byte === delimiter || byte === newline || byte === carriageReturn || byte !== quote) break;
        doubled = true;
        end += 2;
      }
      if (end >= limit || (byte !== delimiter && byte !== newline && byte !== carriageReturn)) break;
      at = end + 1;
      kinds[cell] = doubled ? cellKind.doubled : cellKind.quoted;
    } else {
      while (byte !== delimiter && byte !== newline && byte !== carriageReturn) byte = bytes[++at]!;
      end = at;
      kinds[cell] = cellKind.text;
    }
    starts[cell] = start;
    ends[cell] = end;
    cell += 1;
    column += 1;
    at += 1;
    if (byte === delimiter) {
      if (column === width) break;
    } else {
      if (column < width) break;
      if (byte === carriageReturn && bytes[at] === newline) at += 1;
      recordStart = at;
      column = 0;
    }
  }
  block.rows = (cell - column) / width;
  return recordStart;
}

/** The digits from one place to another as an integer, the decimal mark among them left out. */
function longInteger(bytes: Uint8Array, from: number, to: number): number {
  let integer = 0;
  for (let at = from; at < to; at += 1) {
    const digit = bytes[at]! - zero;
    if (digit >= 0) integer = 10 * integer + digit;
  }
  return integer;
}
