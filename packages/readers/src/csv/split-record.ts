import { assertThat } from '@indexlab/core';
import { type CellDecoder, decodeUtf8 } from '../encoding/text-encoding.js';

/** How a text file separates and quotes its cells. */
export interface Dialect {
  /** Bytes between two cells. */
  readonly delimiter: Uint8Array;
  /** Several delimiters in a row are one, and those at the start of a line are none: columns aligned by spaces. */
  readonly run: boolean;
  /** Spaces behind a delimiter belong to it. */
  readonly skipSpace: boolean;
  /** The byte that opens and closes a quoted cell; -1 for none. A doubled one inside stands for itself. */
  readonly quote: number;
  /** A byte, other than the quote, that takes the meaning of a delimiter or quote behind it; -1 for none. */
  readonly escape: number;
}

/** One record of a text file. */
export interface TextRecord {
  /** Its cells: `null` where nothing stands, `''` where an empty pair of quotes does. */
  readonly cells: (string | null)[];
  /** Whether each cell stands in quotes. */
  readonly quoted: boolean[];
  /** Cells whose opening quote never closes as one; the quote then belongs to the text. */
  readonly strayQuotes: number[];
  /** Where the next record starts. */
  readonly next: number;
  /** Up to here a stray quote was followed: no cell before this place is a quoted one. */
  readonly literalUntil: number;
}

/** More cells in a row than any table has; a text with more was made to break its reader. */
const mostCells = 100_000;

const newline = 10;
const carriageReturn = 13;
const spaceByte = 32;

/**
 * Splits one record, from `start`, into its cells. This is the reference for every dialect; the fast scanner does the
 * same for plain ones.
 *
 * A quote opens a cell only if it closes before a delimiter, a line end or the end of the text. A quote inside that
 * neither closes nor is doubled is text; but when a delimiter or line start precedes it, it opens a cell of its own, and
 * the first quote was a stray one: it is read as text. So one lost quote spoils one cell, not the rest of the file, and
 * no byte is looked at more than twice.
 *
 * @param literalUntil quotes before this place are text (what the record before gave)
 */
export function splitRecord(
  bytes: Uint8Array,
  start: number,
  dialect: Dialect,
  decoder: CellDecoder,
  literalUntil = 0,
): TextRecord {
  const { delimiter, run, skipSpace, quote, escape } = dialect;
  const cells: (string | null)[] = [];
  const quoted: boolean[] = [];
  const strayQuotes: number[] = [];
  const end = bytes.length;
  const emptyQuotes = quote >= 0 ? String.fromCharCode(quote, quote) : null;

  const delimiterAt = (at: number): boolean => {
    for (let index = 0; index < delimiter.length; index += 1) if (bytes[at + index] !== delimiter[index]) return false;
    return true;
  };
  const lineEndAt = (at: number): boolean => at >= end || bytes[at] === newline || bytes[at] === carriageReturn;
  const skip = (from: number): number => {
    let at = from;
    if (run) while (at < end && delimiterAt(at)) at += delimiter.length;
    if (run || skipSpace) while (bytes[at] === spaceByte) at += 1;
    return at;
  };

  /** Where the quoted cell that opens at `open` closes, or the place at which it proved not to be one. */
  const closing = (open: number): { at: number; closed: boolean; doubled: boolean } => {
    let doubled = false;
    for (let at = open + 1; at < end; at += 1) {
      const byte = bytes[at]!;
      if (byte === escape) {
        doubled = true;
        at += 1;
      } else if (byte === quote) {
        let behind = at + 1;
        if (delimiter[0] !== spaceByte) while (bytes[behind] === spaceByte) behind += 1;
        if (lineEndAt(behind) || delimiterAt(behind)) return { at, closed: true, doubled };
        if (bytes[at + 1] === quote) {
          doubled = true;
          at += 1;
        } else if (opensCell(bytes, at, open, dialect)) {
          return { at, closed: false, doubled };
        }
      }
    }
    return { at: end, closed: false, doubled };
  };

  let at = run ? skip(start) : start;
  for (;;) {
    const isQuoted = quote >= 0 && at >= literalUntil && at < end && bytes[at] === quote;
    const close = isQuoted ? closing(at) : undefined;
    if (close?.closed) {
      cells.push(unescape(decoder.decode(bytes, at + 1, close.at), close.doubled, dialect));
      quoted.push(true);
      at = close.at + 1;
      if (delimiter[0] !== spaceByte) while (bytes[at] === spaceByte) at += 1;
    } else {
      if (close) {
        strayQuotes.push(cells.length);
        literalUntil = close.at;
      }
      const from = at;
      while (!lineEndAt(at) && !delimiterAt(at)) at += bytes[at] === escape && at + 1 < end ? 2 : 1;
      const text = unescape(decoder.decode(bytes, from, at), escape >= 0, dialect);
      cells.push(text === '' ? null : text === emptyQuotes ? '' : text);
      quoted.push(false);
    }
    if (lineEndAt(at)) break;
    assertThat(
      cells.length < mostCells,
      () => `readCsv requires at most ${mostCells} cells in a row, got more (the row at byte ${start})`,
      'State the delimiter if this is not one.',
    );
    at = skip(at + delimiter.length);
    if (run && lineEndAt(at)) break;
  }
  if (bytes[at] === carriageReturn && bytes[at + 1] === newline) at += 1;
  return { cells, quoted, strayQuotes, next: Math.min(at + 1, end), literalUntil };
}

/** Whether a quote stands where one would open a cell: behind a delimiter or at the start of a line. */
function opensCell(bytes: Uint8Array, at: number, open: number, { delimiter, run, skipSpace }: Dialect): boolean {
  let before = at;
  if (run || skipSpace) while (before - delimiter.length > open && bytes[before - 1] === spaceByte) before -= 1;
  if (bytes[before - 1] === newline || bytes[before - 1] === carriageReturn) return true;
  if (run && before < at) return true;
  const from = before - delimiter.length;
  return from > open && delimiter.every((byte, index) => bytes[from + index] === byte);
}

/** Takes the escapes out of a cell: a doubled quote, or the escape before a special character. */
function unescape(text: string, any: boolean, { delimiter, quote, escape }: Dialect): string {
  if (!any) return text;
  const mark = String.fromCharCode(quote);
  if (escape < 0) return text.replaceAll(mark + mark, mark);
  const special = `${String.fromCharCode(escape)}${mark}${decodeUtf8(delimiter)}`;
  let plain = '';
  for (let at = 0; at < text.length; at += 1) {
    if (text.charCodeAt(at) === escape && at + 1 < text.length && special.includes(text[at + 1]!)) at += 1;
    plain += text[at];
  }
  return plain;
}
