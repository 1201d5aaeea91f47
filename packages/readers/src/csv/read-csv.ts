import { assertThat } from '@indexlab/core';
import type { Cell } from '../columns/cells.js';
import { missingMarks } from '../evidence/missing-marks.js';
import { addSeen, type MarkEvidence, markOfFile, markSign } from '../evidence/decimal-mark.js';
import { planColumns } from '../columns/column-plan.js';
import { csvFeed, lastLineEnd } from './csv-feed.js';
import { type DetectedDialect, detectDialect, firstRecords, plainDialect } from './detect-dialect.js';
import { findEncoding, type FoundEncoding } from '../encoding/detect-encoding.js';
import { encodingNote, noteUndecodable, undecodableNote } from '../encoding/encoding-note.js';
import { importResult, type ReadResult } from '../import-result.js';
import { NoteList } from '../import-report.js';
import { withoutGuard } from '@indexlab/core';
import { firstTableCells } from '../layout/first-table.js';
import { findLayout, type Layout } from '../layout/layout.js';
import type { DecimalMark } from '../columns/parse-number.js';
import { nextTable, noteTablesAbove } from '../layout/read-rows.js';
import {
  cellsIn,
  chosenSpan,
  noneBeside,
  noteTablesBeside,
  type Span,
  tablesBeside,
  widthOf,
} from '../layout/tables-beside.js';
import { type ReadOptions, statedMark, withOwnNames } from '../read-options.js';
import { isPlainDialect } from './scan-records.js';
import { type Dialect, splitRecord } from './split-record.js';
import { type Built, buildTable } from '../columns/table-builder.js';
import { lineOfRecord, withLines } from './with-lines.js';
import { CellDecoder, decodeUtf8, encodeUtf8, isValid, toUtf8 } from '../encoding/text-encoding.js';

/** What a user may say about a text file. */
export interface CsvOptions extends ReadOptions {
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
  if (options.encoding !== undefined) {
    const text = toUtf8(input, options.encoding);
    const notes = new NoteList();
    noteUndecodable(input, options.encoding, notes);
    return readUtf8(text, options, notes).result;
  }
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
  const note = encodingNote(input, found);
  if (note) notes.count(note);
  if (!valid) notes.count(undecodableNote(input, found.encoding));
  return readUtf8(toUtf8(input, found.encoding), options, notes);
}

function readUtf8(bytes: Uint8Array, options: CsvOptions, notes: NoteList): { result: ReadResult; damaged: boolean } {
  assertThat(
    bytes.length < 2 ** 31,
    () => `readCsv requires less than 2 GiB of text, got ${bytes.length} bytes`,
    'Larger files are for the SQL store.',
  );
  let text: TextPart = { file: bytes, bytes, rowOffset: 0 };
  for (let number = 1; ; ) {
    const read = readPart(text, options, number);
    number += read.tables;
    if (options.table === undefined || options.table < number) {
      noteTablesAbove(read.notes, text.rowOffset);
      const result = importResult('csv', read.built, read.layout, text.rowOffset, [read.notes]);
      const { rowsIn } = result.report;
      const records = rowsIn + read.layout.header.length;
      const lines = { bytes, dialect: read.dialect, records, rowOf: read.built.rowOf };
      return { result: withLines(result, lines, notes), damaged: read.damaged };
    }
    text = read.rest(nextTable('readCsv', options, number - 1, read.built.nextTable));
  }
}

/** A text from the beginning of one of its tables on, and how many records stand above it. */
interface TextPart {
  /** The whole text. */
  readonly file: Uint8Array;
  readonly bytes: Uint8Array;
  readonly rowOffset: number;
}

interface PartRead {
  readonly built: Built;
  readonly layout: Layout;
  readonly notes: NoteList;
  readonly damaged: boolean;
  readonly dialect: Dialect;
  /** How many tables begin here side by side. */
  readonly tables: number;
  /** The text from one of the rows of data on. */
  rest(row: number): TextPart;
}

function readPart({ file, bytes, rowOffset }: TextPart, options: CsvOptions, number: number): PartRead {
  const plain = options.layout === 'plain';
  const notes = new NoteList();
  const decoder = new CellDecoder();
  const sample = head(bytes, layoutBytes);
  const { dialect, cells, single } = findDialect(sample, options, notes);
  const records = firstRecords(sample, dialect, decoder);
  if (records.length === 0)
    notes.count({ rule: 'empty', line: null, column: null, value: null, message: 'the file is empty' });
  const delimiter = single ? '' : decodeUtf8(dialect.delimiter);
  const unguarded = (cells: readonly (string | null)[]): Cell[] => cells.map((cell) => cell && withoutGuard(cell));
  const rows = records.map((record) => unguarded(record.cells));
  const mark = statedMark(options) ?? (plain ? '.' : presumedMark(rows, delimiter));
  const marks = new Set(plain ? options.missing : [...missingMarks, ...(options.missing ?? [])]);
  const allCells = plain ? (rows[0]?.length ?? 1) : firstTableCells(rows, cells);
  const layoutOf = (span: Span | null, onLayout: NoteList): { layout: Layout; parts: CellRecord[] } => {
    const parts = records.map(({ cells, quoted }) => ({ cells: cellsIn(cells, span), quoted: cellsIn(quoted, span) }));
    const width = widthOf(span, allCells);
    const firstQuoted = parts.filter((part) => part.cells.length === width).every(({ quoted }) => quoted[0]);
    const quotedRows = parts.map(({ quoted }) => quoted.every(Boolean));
    const grid = {
      rows: parts.map((part) => unguarded(part.cells)),
      marks,
      rowOffset,
      delimiter,
      firstQuoted,
      quotedRows,
    };
    return { layout: findLayout(grid, width, options, onLayout), parts };
  };
  const whole = new NoteList();
  const all = layoutOf(null, whole);
  const beside = plain
    ? noneBeside
    : tablesBeside(all.layout, rows.slice(all.layout.firstRow), (first) =>
        recordsFrom(bytes, records[first - 1]?.next ?? 0, dialect, decoder),
      );
  const span = chosenSpan(beside, options, number);
  const { layout, parts } = span ? layoutOf(span, notes) : all;
  if (!span) notes.add(whole);
  noteTablesBeside(beside, layout, options, notes);
  const usualCells = widthOf(span, allCells);
  const tables = Math.max(1, beside.spans.length);
  const isMeant = options.table === undefined || options.table < number + tables;
  const meant = isMeant ? withOwnNames('readCsv', layout.names, layout.units, options) : options;
  const body = parts.slice(layout.firstRow).filter((record) => record.cells.length === usualCells);
  const quotesMean = body.some((record) =>
    record.cells.some((cell, column) => cell !== null && !record.quoted[column]),
  );
  const plans = planColumns(layout.names, layout.header, body, {
    options: meant,
    mark,
    marks,
    quotesMean,
    textIsText: false,
  });
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
    { bytes, from, dialect, mark, decoder, width: usualCells, fast: isPlainDialect(dialect) && comment === null, span },
    options,
  );
  const settings = {
    caller: 'readCsv',
    options: meant,
    plain,
    mark,
    marks,
    guarded: true,
    textIsText: false,
    delimited: true,
    usualCells,
    comment,
    expectedRows,
    rowOffset,
    delimiter,
    tableBelow: number + tables,
    lineOf: (record: number) => lineOfRecord(file, dialect, record),
  };
  const built = buildTable(layout, plans, settings, feed);
  const rest = (row: number): TextPart => {
    let at = from;
    for (let skipped = 0, literalUntil = 0; skipped < row; skipped += 1)
      ({ next: at, literalUntil } = splitRecord(bytes, at, dialect, decoder, literalUntil));
    return { file, bytes: bytes.subarray(at), rowOffset: rowOffset + layout.firstRow + row };
  };
  return { built, layout, notes, damaged: decoder.damaged, dialect, tables, rest };
}

/** The cells of a record, and which of them stand in quotes. */
interface CellRecord {
  readonly cells: readonly (string | null)[];
  readonly quoted: readonly boolean[];
}

/** The cells of all records from a place on. */
function* recordsFrom(
  bytes: Uint8Array,
  from: number,
  dialect: Dialect,
  decoder: CellDecoder,
): Iterable<readonly Cell[]> {
  for (let at = from, literalUntil = 0; at < bytes.length; ) {
    const record = splitRecord(bytes, at, dialect, decoder, literalUntil);
    yield record.cells;
    ({ next: at, literalUntil } = record);
  }
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
  if (options.layout === 'plain') return { dialect: { ...plainDialect, ...fixed }, cells: 1, single: false };
  const found = detectDialect(sample, fixed);
  const { delimiter, run, skipSpace, quote } = found.dialect;
  const text = decodeUtf8(delimiter);
  if (options.delimiter === undefined && found.cells > 1 && (text !== ',' || run || skipSpace)) {
    const shown = text === '\t' ? 'a tab' : JSON.stringify(text);
    notes.count({
      rule: 'delimiter',
      line: null,
      column: null,
      value: text,
      message: `cells are separated by ${shown}${run ? ', one or more' : skipSpace ? ' and spaces' : ''}`,
    });
  }
  if (options.quote === undefined && quote !== plainDialect.quote) {
    notes.count({
      rule: 'quote',
      line: null,
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

/** The decimal mark that most columns will prove to have: it decides how fast they are read, and nothing else. */
function presumedMark(rows: readonly (readonly Cell[])[], delimiter: string): DecimalMark {
  const columns: MarkEvidence[] = [];
  for (const row of rows) {
    row.forEach((cell, column) => {
      const sign = typeof cell === 'string' ? markSign(cell) : null;
      if (sign) addSeen((columns[column] ??= {}), sign, 0, '');
    });
  }
  const all = columns.filter((evidence) => evidence !== undefined);
  const byComma = delimiter === ';' && all.some(({ commaOrGroup }) => commaOrGroup);
  return markOfFile(all, delimiter) ?? (byComma ? ',' : '.');
}
