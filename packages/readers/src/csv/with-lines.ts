import type { ReadResult } from '../import-result.js';
import type { ImportNote, NoteList } from '../import-report.js';
import { CellDecoder } from '../encoding/text-encoding.js';
import { type Dialect, splitRecord } from './split-record.js';

/**
 * A result whose notes tell records, with the lines of the file on which these begin: a quoted cell may take several. In
 * front stand notes that tell lines already; they get the rows.
 *
 * @param records how many records the file has
 */
export function withLines(
  result: ReadResult,
  { bytes, dialect, records, rowOf }: TextLines,
  onLines: NoteList,
): ReadResult {
  const { report, totals } = result;
  const given = onLines.all();
  const told = [...[...given, ...report.notes].map(({ line }) => line ?? 0), ...(totals?.lines ?? [])];
  const starts = recordStarts(
    bytes,
    dialect,
    records,
    told.reduce((most, line) => Math.max(most, line), 0),
  );
  const recordAt = (line: number): number => (starts ? starts.findLastIndex((start) => start <= line) + 1 : line);
  const first = given.map(
    (note): ImportNote => ({
      ...note,
      row: note.line === null ? null : rowOf(recordAt(note.line)),
    }),
  );
  const others = report.notes.map(
    (note): ImportNote => ({
      ...note,
      line: note.line !== null && starts ? starts[note.line - 1]! : note.line,
    }),
  );
  return {
    ...result,
    report: { ...report, notes: [...first, ...others] },
    ...(totals && starts && { totals: { ...totals, lines: totals.lines.map((record) => starts[record - 1]!) } }),
  };
}

/** A text, and how its records lie in it. */
export interface TextLines {
  readonly bytes: Uint8Array;
  readonly dialect: Dialect;
  readonly records: number;
  readonly rowOf: (record: number) => number | null;
}

/** The line of a text on which one of its records begins, both counted from 1. */
export function lineOfRecord(bytes: Uint8Array, dialect: Dialect, record: number): number {
  return recordStarts(bytes, dialect, 0, record)?.[record - 1] ?? record;
}

/** The lines on which the records begin, as many as are asked for; `null` where each record is a line. */
function recordStarts(bytes: Uint8Array, dialect: Dialect, records: number, count: number): number[] | null {
  if (count === 0 || dialect.quote < 0 || !bytes.includes(dialect.quote)) return null;
  if (lineEnds(bytes, 0, bytes.length) + (endsLine(bytes) ? 0 : 1) === records) return null;
  const decoder = new CellDecoder();
  const starts: number[] = [];
  let line = 1;
  for (let at = 0, literalUntil = 0; at < bytes.length && starts.length < count; ) {
    starts.push(line);
    const record = splitRecord(bytes, at, dialect, decoder, literalUntil);
    line += lineEnds(bytes, at, record.next);
    ({ next: at, literalUntil } = record);
  }
  return starts;
}

function endsLine(bytes: Uint8Array): boolean {
  return bytes.length === 0 || bytes.at(-1) === 10 || bytes.at(-1) === 13;
}

/** A line ends in LF, CR or both. */
function lineEnds(bytes: Uint8Array, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at += 1) if (bytes[at] === 10 || (bytes[at] === 13 && bytes[at + 1] !== 10)) count += 1;
  return count;
}
