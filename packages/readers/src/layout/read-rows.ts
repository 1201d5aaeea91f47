import { assertThat } from '@indexlab/core';
import type { Cell } from '../columns/cells.js';
import { planColumns } from '../columns/column-plan.js';
import { buildTable, type Built } from '../columns/table-builder.js';
import { missingMarks } from '../evidence/missing-marks.js';
import { importResult, type ReadResult } from '../import-result.js';
import { type ImportReport, NoteList } from '../import-report.js';
import { type ReadOptions, statedMark, withOwnNames } from '../read-options.js';
import { findLayout, type Layout } from './layout.js';
import {
  cellsIn,
  chosenSpan,
  noneBeside,
  noteTablesBeside,
  type Span,
  type TablesBeside,
  tablesBeside,
  widthOf,
} from './tables-beside.js';

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

/** What was read, with the layout that was found, and how many columns stand to its left. */
interface RowsRead {
  readonly result: ReadResult;
  readonly layout: Layout;
  readonly rowOf: Built['rowOf'];
  readonly columnOffset: number;
}

/** Reads a table from rows as people publish them, or at their word. */
export function readRows(source: RowSource, options: ReadOptions, notes: NoteList): RowsRead {
  let from = 0;
  for (let number = 1; ; ) {
    const above = new NoteList();
    const { built, layout, beside, span } = readTableFrom(source, from, options, number, above);
    number += Math.max(1, beside.spans.length);
    if (options.table === undefined || options.table < number) {
      noteTablesAbove(notes, from);
      const result = importResult(source.format, built, layout, from, [notes, above]);
      return { result, layout, rowOf: built.rowOf, columnOffset: span?.first ?? 0 };
    }
    const next = built.nextTable === null ? null : from + layout.firstRow + built.nextTable;
    from = nextTable(source.caller, options, number - 1, next);
  }
}

interface TableFrom {
  readonly built: Built;
  readonly layout: Layout;
  readonly beside: TablesBeside;
  readonly span: Span | null;
}

/** The table that begins in a row, or one of those that begin there side by side; `number` counts the first of them. */
function readTableFrom(
  { caller, rowCount, width, row: rowAt, rowOffset, named }: RowSource,
  from: number,
  options: ReadOptions,
  number: number,
  notes: NoteList,
): TableFrom {
  const plain = options.layout === 'plain';
  const mark = statedMark(options) ?? '.';
  const marks = new Set(plain ? options.missing : [...missingMarks, ...(options.missing ?? [])]);
  const own = rowCount - from;
  const stated = named && from === 0 ? { ...options, header: rowOffset + 1 } : options;
  const layoutOf = (span: Span | null, onLayout: NoteList): { layout: Layout; rows: Cell[][] } => {
    const rows = Array.from({ length: Math.min(sampleRows, own) }, (_, row) => cellsIn(rowAt(from + row), span));
    const grid = { rows, marks, rowOffset: rowOffset + from };
    return { layout: findLayout(grid, widthOf(span, width), stated, onLayout), rows };
  };
  const whole = new NoteList();
  const all = layoutOf(null, whole);
  const rowsBelow = (first: number): (readonly Cell[])[] =>
    Array.from({ length: own - first }, (_, row) => rowAt(from + first + row));
  const beside = plain || named ? noneBeside : tablesBeside(all.layout, all.rows.slice(all.layout.firstRow), rowsBelow);
  const span = chosenSpan(beside, options, number);
  const { layout, rows } = span ? layoutOf(span, notes) : all;
  if (!span) notes.add(whole);
  noteTablesBeside(beside, layout, options, notes);
  const isMeant = options.table === undefined || options.table < number + Math.max(1, beside.spans.length);
  const meant = isMeant ? withOwnNames(caller, layout.names, layout.units, options) : options;
  const context = { options: meant, mark, marks, quotesMean: false, textIsText: plain };
  const body = rows.slice(layout.firstRow).map((cells) => ({ cells }));
  const settings = {
    caller,
    options: meant,
    plain,
    mark,
    marks,
    guarded: false,
    textIsText: plain,
    usualCells: widthOf(span, width),
    comment: null,
    expectedRows: own,
    rowOffset: rowOffset + from,
    delimiter: null,
    tableBelow: number + Math.max(1, beside.spans.length),
  };
  const built = buildTable(layout, planColumns(layout.names, layout.header, body, context), settings, (builder) => {
    for (let row = layout.firstRow; row < own; row += 1) builder.addRow(cellsIn(rowAt(from + row), span));
    options.onProgress?.(own, own);
  });
  return { built, layout, beside, span };
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
