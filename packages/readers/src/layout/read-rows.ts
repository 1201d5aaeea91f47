import { assertThat } from '@indexlab/core';
import type { Cell } from '../columns/cells.js';
import { planColumns } from '../columns/column-plan.js';
import { buildTable, type Built } from '../columns/table-builder.js';
import { missingMarks } from '../evidence/missing-marks.js';
import { importResult, type ReadResult } from '../import-result.js';
import { type ImportReport, NoteList } from '../import-report.js';
import { checkColumnOptions, type ReadOptions, statedMark } from '../read-options.js';
import { findLayout, type Layout } from './layout.js';

/** The rows of a format that has cells of its own: sheets, JSON. */
export interface RowSource {
  readonly caller: string;
  readonly format: ImportReport['format'];
  readonly rowCount: number;
  /** How many cells each row has. */
  readonly width: number;
  /** A row, made when it is asked for; rows may be asked for more than once. */
  row(index: number): readonly Cell[];
  /** How many rows of the file stand above the first one. */
  readonly rowOffset: number;
  /** Whether the first row holds the names that the format gives. */
  readonly named: boolean;
}

const sampleRows = 100;

/** Reads a table from rows as people publish them, or at their word; `read` sees the layout that was found. */
export function readRows(
  { caller, format, rowCount, width, row: rowAt, rowOffset, named }: RowSource,
  options: ReadOptions,
  notes: NoteList,
): { result: ReadResult; layout: Layout; rowOf: Built['rowOf'] } {
  const plain = options.layout === 'plain';
  const mark = statedMark(options) ?? '.';
  const marks = new Set(plain ? options.missing : [...missingMarks, ...(options.missing ?? [])]);
  let from = 0;
  for (let number = 1; ; number += 1) {
    const above = new NoteList();
    const first = from;
    const own = rowCount - first;
    const sample = Array.from({ length: Math.min(sampleRows, own) }, (_, row) => rowAt(first + row));
    const grid = { rows: sample, marks, rowOffset: rowOffset + first };
    const layout = findLayout(
      grid,
      width,
      named && from === 0 ? { ...options, header: rowOffset + 1 } : options,
      above,
    );
    const wanted = options.table === undefined || number === options.table;
    if (wanted) checkColumnOptions(caller, layout.names, options);
    const body = grid.rows.slice(layout.firstRow).map((cells) => ({ cells }));
    const context = { options, mark, marks, quotesMean: false, textIsText: plain };
    const plans = planColumns(layout.names, layout.header, body, context);
    const settings = {
      caller,
      options,
      plain,
      mark,
      marks,
      guarded: false,
      textIsText: plain,
      usualCells: width,
      comment: null,
      expectedRows: own,
      rowOffset: rowOffset + from,
      delimiter: null,
    };
    const built = buildTable(layout, plans, settings, (builder) => {
      for (let row = layout.firstRow; row < own; row += 1) builder.addRow(rowAt(first + row));
      options.onProgress?.(own, own);
    });
    if (wanted) {
      noteTablesAbove(notes, from);
      return { result: importResult(format, built, layout, from, [notes, above]), layout, rowOf: built.rowOf };
    }
    from = nextTable(
      caller,
      options,
      number,
      built.nextTable === null ? null : from + layout.firstRow + built.nextTable,
    );
  }
}

/** Says how many rows above the table are those of others. */
export function noteTablesAbove(notes: NoteList, rows: number): void {
  if (rows === 0) return;
  const message = 'rows of the tables above the one that was asked for are left out';
  notes.count({ rule: 'second-table', weight: 'note', line: 1, column: null, value: null, message }, rows);
}

/** @throws IndexlabError when the file has fewer tables than the option asks for */
export function nextTable(caller: string, { table }: ReadOptions, number: number, next: number | null): number {
  assertThat(
    next !== null,
    () => `${caller} requires a file with ${table} tables, got ${number} (option table)`,
    'Another table begins behind an empty row or a title, with a header of its own.',
  );
  return next;
}
