import type { Table } from '@indexlab/core';
import type { ImportNote, ImportReport, NoteList } from './import-report.js';
import type { Layout } from './layout/layout.js';
import type { Built } from './columns/table-builder.js';

/** A table and the report on its reading. */
export interface ReadResult {
  readonly table: Table;
  readonly report: ImportReport;
  /** The rows of totals, where the option `totalsApart` asks for them and some were dropped from the table. */
  readonly totals?: TotalRows;
}

/** Rows of totals, which are none of the table: its columns once more, and the line of the file that each row stands in. */
export interface TotalRows {
  readonly table: Table;
  readonly lines: readonly number[];
}

/**
 * The result of a build.
 *
 * @param rowsAbove how many rows of the file belong to tables above this one
 * @param above the notes on the file and on the rows above the table
 */
export function importResult(
  format: ImportReport['format'],
  built: Built,
  layout: Layout,
  rowsAbove: number,
  above: readonly NoteList[],
): ReadResult {
  const rowsIn = rowsAbove + layout.firstRow - layout.header.length + built.rowsIn;
  const rowsKept = built.table.rowCount;
  const notes = withRows(
    [...above, built.notes].flatMap((list) => list.all()),
    built.rowOf,
  );
  const report = { format, rowsIn, rowsKept, rowsDropped: rowsIn - rowsKept, notes };
  return { table: built.table, report, ...(built.totals && { totals: built.totals }) };
}

/** The notes with the rows of the table that their lines are; lines that are no rows of it have none. */
export function withRows(notes: readonly ImportNote[], rowOf: (line: number) => number | null): ImportNote[] {
  return notes.map((note) => ({ ...note, row: note.row ?? (note.line === null ? null : rowOf(note.line)) }));
}
