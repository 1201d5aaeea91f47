import { assertThat } from '@indexlab/core';
import { type Cell, missingMarks } from '../columns/cells.js';
import { planColumns } from '../columns/column-plan.js';
import { csvFeed, lastLineEnd } from './csv-feed.js';
import { type DetectedDialect, detectDialect, firstRecords, plainDialect } from './detect-dialect.js';
import { findEncoding, type FoundEncoding } from '../encoding/detect-encoding.js';
import { encodingNote, undecodableNote } from '../encoding/encoding-note.js';
import { importResult, type ReadResult } from '../import-result.js';
import { NoteList } from '../import-report.js';
import { withoutGuard } from './formula-guard.js';
import { findLayout } from '../layout/layout.js';
import { type DecimalMark, parseNumber } from '../columns/parse-number.js';
import { checkColumnOptions, type ReadOptions } from '../read-options.js';
import { isPlainDialect } from './scan-records.js';
import type { Dialect } from './split-record.js';
import { buildTable } from '../columns/table-builder.js';
import { CellDecoder, decodeUtf8, encodeUtf8, isValid, toUtf8 } from '../encoding/text-encoding.js';

/** What a user may say about a text file. */
export interface CsvOptions extends ReadOptions {
  /** Any encoding that `TextDecoder` knows. */
  readonly encoding?: string;
  /** What stands between two cells, one character or several. */
  readonly delimiter?: string;
  /** The character around cells that hold a delimiter; `false` for none. */
  readonly quote?: string | false;
  /** A character that takes the meaning of the one behind it, such as a backslash. */
  readonly escape?: string;
  /** What a line of comment starts with. */
  readonly comment?: string;
}

/** The head of a file shows its encoding, its dialect, its header and its types. */
const encodingBytes = 1 << 20;
const layoutBytes = 1 << 19;
/** Cells to make room for before the first one is read; beyond them, room grows with the rows. */
const mostReserved = 50_000_000;

/**
 * Reads a table from delimited text: CSV, TSV and their kin.
 *
 * Encoding (UTF-8, UTF-16, UTF-32, those of East Asia and of Europe), delimiter, quotes and header are found out, each unless an option states it.
 * A column is numeric only when every cell that is neither empty nor a missing mark is a number; its printed decimals
 * stand beside the values. Anything else stays text, to the letter: codes with leading zeros, codes of administrative
 * divisions, whole numbers that a double does not hold. Rows that are not data (titles, notes, empty rows, totals) are
 * dropped, each with a note, so that `rowsIn` is always `rowsKept` plus `rowsDropped`.
 *
 * @param input the text, or the bytes of the file
 * @throws IndexlabError when an option does not fit the file, or a cell does not fit a type that an option states
 *
 * @example
 * readCsv('地区,GDP（亿元）,占比\n北京,"36,102.6",3.6%\n合计,"1,015,986.2",100%\n').table.toRows() // => [{ 地区: '北京', GDP: 36102.6, 占比: 3.6 }]
 * @example
 * readCsv('code;score\n010000;25.80\n').table.numbers('score').decimals // => new Int8Array([2])
 */
export function readCsv(input: string | Uint8Array, options: CsvOptions = {}): ReadResult {
  if (typeof input === 'string')
    return readUtf8(encodeUtf8(input.replace(/^\ufeff/, '')), options, new NoteList()).result;
  if (options.encoding !== undefined) return readUtf8(toUtf8(input, options.encoding), options, new NoteList()).result;
  const presumed = findEncoding(head(input, encodingBytes));
  const first = readEncoded(input, presumed, options, true);
  if (!first.damaged || isValid(input, presumed.encoding)) return first.result;
  const found = findEncoding(input);
  return readEncoded(input, found, options, isValid(input, found.encoding)).result;
}

function readEncoded(
  input: Uint8Array,
  found: FoundEncoding,
  options: CsvOptions,
  valid: boolean,
): { result: ReadResult; damaged: boolean } {
  const notes = new NoteList();
  const note = encodingNote(found);
  if (note) notes.count(note);
  if (!valid) notes.count(undecodableNote(input, found));
  return readUtf8(toUtf8(input, found.encoding), options, notes);
}

function readUtf8(bytes: Uint8Array, options: CsvOptions, notes: NoteList): { result: ReadResult; damaged: boolean } {
  assertThat(
    bytes.length < 2 ** 31,
    () => `readCsv requires less than 2 GiB of text, got ${bytes.length} bytes`,
    'Larger files are for the SQL store.',
  );
  const plain = options.layout === 'plain';
  const decoder = new CellDecoder();
  const sample = head(bytes, layoutBytes);
  const { dialect, cells } = findDialect(sample, options, notes);
  const records = firstRecords(sample, dialect, decoder);
  if (records.length === 0)
    notes.count({ rule: 'empty', row: null, column: null, value: null, message: 'the file is empty' });
  const rows = records.map((record): Cell[] => record.cells.map((cell) => cell && withoutGuard(cell)));
  const mark = options.decimalMark ?? (plain ? '.' : findDecimalMark(rows, notes));
  const marks = new Set(plain ? options.missing : [...missingMarks, ...(options.missing ?? [])]);
  const usualCells = plain ? (rows[0]?.length ?? 1) : cells;
  const layout = findLayout({ rows, mark, marks, rowOffset: 0 }, usualCells, options, notes);
  checkColumnOptions('readCsv', layout.names, options);
  const body = records.slice(layout.firstRow).filter((record) => record.cells.length === usualCells);
  const quotesMean = body.some((record) =>
    record.cells.some((cell, column) => cell !== null && !record.quoted[column]),
  );
  const plans = planColumns(layout.names, layout.header, body, { options, mark, marks, quotesMean, textIsText: false });
  const commented =
    !plain && rows.slice(0, layout.firstRow).some(([first]) => typeof first === 'string' && first.startsWith('#'));
  const comment = options.comment ?? (commented ? '#' : null);
  const from = records[layout.firstRow - 1]?.next ?? 0;
  const rowBytes = Math.max(
    usualCells,
    ((records.at(-1)?.next ?? 0) - from) / Math.max(1, records.length - layout.firstRow),
  );
  const expectedRows = Math.ceil(Math.min((1.05 * bytes.length) / rowBytes, mostReserved / usualCells)) + 16;
  const feed = csvFeed(
    { bytes, from, dialect, mark, decoder, width: usualCells, fast: isPlainDialect(dialect) && comment === null },
    options,
  );
  const built = buildTable(
    layout,
    plans,
    {
      caller: 'readCsv',
      options,
      plain,
      mark,
      marks,
      guarded: true,
      textIsText: false,
      usualCells,
      comment,
      expectedRows,
      rowOffset: 0,
    },
    feed,
  );
  return { result: importResult('csv', built, layout, notes), damaged: decoder.damaged };
}

function findDialect(sample: Uint8Array, options: CsvOptions, notes: NoteList): DetectedDialect {
  for (const option of ['delimiter', 'quote', 'escape'] as const) {
    const text = options[option];
    const fits =
      text === undefined ||
      text === false ||
      (option === 'delimiter' ? text.length > 0 && !/[\r\n]/.test(text) : /^[\x20-\x7e]$/.test(text));
    assertThat(
      fits,
      () =>
        `readCsv requires ${option === 'delimiter' ? 'characters on one line' : 'one ASCII character'}, got ${JSON.stringify(text)} (option ${option})`,
    );
  }
  const fixed: Partial<Dialect> = {
    ...(options.delimiter !== undefined && { delimiter: encodeUtf8(options.delimiter) }),
    ...(options.quote !== undefined && { quote: options.quote === false ? -1 : options.quote.charCodeAt(0) }),
    ...(options.escape !== undefined && { escape: options.escape.charCodeAt(0) }),
  };
  if (options.layout === 'plain') return { dialect: { ...plainDialect, ...fixed }, cells: 1 };
  const found = detectDialect(sample, fixed);
  const { delimiter, run, skipSpace, quote } = found.dialect;
  const text = decodeUtf8(delimiter);
  if (options.delimiter === undefined && found.cells > 1 && (text !== ',' || run || skipSpace)) {
    const shown = text === '\t' ? 'a tab' : JSON.stringify(text);
    notes.count({
      rule: 'delimiter',
      row: null,
      column: null,
      value: text,
      message: `cells are separated by ${shown}${run ? ', one or more' : skipSpace ? ' and spaces' : ''}`,
    });
  }
  if (options.quote === undefined && quote !== plainDialect.quote) {
    notes.count({
      rule: 'quote',
      row: null,
      column: null,
      value: String.fromCharCode(quote),
      message: 'cells are quoted by this character',
    });
  }
  return found;
}

/** The head of the file, up to a line end where there is one. */
function head(bytes: Uint8Array, length: number): Uint8Array {
  if (bytes.length <= length) return bytes;
  const end = lastLineEnd(bytes.subarray(0, length));
  return bytes.subarray(0, end > 0 ? end : length);
}

/** A comma where numbers have one that cannot separate thousands and none has a point that must be one. */
function findDecimalMark(rows: readonly (readonly Cell[])[], notes: NoteList): DecimalMark {
  const texts = rows.flatMap((row) => row.filter((cell) => typeof cell === 'string'));
  const decimal = texts.find(
    (text) => text.includes(',') && parseNumber(text, ',') !== null && parseNumber(text, '.') === null,
  );
  if (
    decimal === undefined ||
    texts.some((text) => text.includes('.') && parseNumber(text, '.') !== null && parseNumber(text, ',') === null)
  )
    return '.';
  notes.count({
    rule: 'decimal-comma',
    row: null,
    column: null,
    value: decimal,
    message: 'the decimal mark is a comma',
  });
  return ',';
}
