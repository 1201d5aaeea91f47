import { assertThat, IndexlabError } from '@indexlab/core';
import type { Cell } from '../columns/cells.js';
import { BinaryRecords, type BinaryRecord } from './binary-records.js';
import { builtInFormat, dateText } from './number-format.js';
import { joinRuns, type TextRun } from './raised-text.js';
import { type Format, formatOfCode, shownCell } from './shown-cell.js';
import { type MergedCells, mostColumns, type Sheet, type Workbook } from './workbook.js';

/** Types of the records that hold what a table needs (Excel's BIFF8). */
const type = {
  date1904: 0x22,
  endOfSheet: 0x0a,
  filePass: 0x2f,
  font: 0x31,
  columnInfo: 0x7d,
  sheet: 0x85,
  multipleNumbers: 0xbd,
  style: 0xe0,
  merged: 0xe5,
  sharedTexts: 0xfc,
  textCell: 0xfd,
  formula: 0x06,
  number: 0x203,
  label: 0x204,
  truth: 0x205,
  formulaText: 0x207,
  row: 0x208,
  packedNumber: 0x27e,
  format: 0x41e,
  begin: 0x809,
} as const;

/** What all sheets of a workbook share. */
interface Shared {
  readonly texts: string[];
  readonly formats: Format[];
  readonly from1904: boolean;
}

/** Opens the stream of a binary workbook. Formulas are never computed: their cells give the value that was saved. */
export function openBinaryWorkbook(stream: Uint8Array, caller: string): Workbook {
  const records = new BinaryRecords(stream, caller);
  const sheets: { name: string; hidden: boolean; at: number }[] = [];
  const fonts: TextRun['position'][] = [];
  const codes = new Map<number, string>();
  const styles: number[] = [];
  let texts: string[] = [];
  let from1904 = false;
  for (const record of records.from(0)) {
    const { view } = record;
    if (record.type === type.begin)
      assertThat(
        view.getUint16(0, true) === 0x600,
        () => `${caller} requires a workbook of Excel 97 or newer, got an older one`,
        'Save it as .xlsx.',
      );
    else if (record.type === type.filePass)
      throw new IndexlabError(`${caller} requires a workbook without a password, got one with`, {
        remedy: 'Save it without a password.',
      });
    else if (record.type === type.date1904) from1904 = view.getUint16(0, true) === 1;
    else if (record.type === type.font) {
      const script = view.getUint16(8, true);
      fonts.push(script === 1 ? 'raised' : script === 2 ? 'lowered' : null);
    } else if (record.type === type.format) codes.set(view.getUint16(0, true), record.reader(2).text(2));
    else if (record.type === type.style) styles.push(view.getUint16(2, true));
    // Kind 0 is a sheet of cells; charts and macros are of others.
    else if (record.type === type.sheet && view.getUint8(5) === 0)
      sheets.push({
        at: view.getUint32(0, true),
        hidden: (view.getUint8(4) & 3) !== 0,
        name: record.reader(6).text(1),
      });
    else if (record.type === type.sharedTexts) texts = sharedTexts(record, fonts);
    else if (record.type === type.endOfSheet) break;
  }
  const formats = styles.map((id) => formatOfCode(codes.get(id) ?? builtInFormat(id)));
  return {
    sheets,
    read: (index) => readSheet(records, sheets[index]!.at, { texts, formats, from1904 }),
  };
}

function sharedTexts(record: BinaryRecord, fonts: readonly TextRun['position'][]): string[] {
  const reader = record.reader(4);
  const count = reader.uint32();
  return Array.from({ length: Math.min(count, record.length) }, () => {
    const { text, runs } = reader.richText();
    if (runs.length === 0) return text;
    // The fifth font is never stored: later ones are numbered one higher.
    const position = (font: number): TextRun['position'] => fonts[font > 4 ? font - 1 : font] ?? null;
    const starts = [{ at: 0, position: null as TextRun['position'] }].concat(
      runs.map(({ at, font }) => ({ at, position: position(font) })),
    );
    return joinRuns(starts.map((run, index) => ({ ...run, text: text.slice(run.at, starts[index + 1]?.at) })));
  });
}

function readSheet(records: BinaryRecords, at: number, { texts, formats, from1904 }: Shared): Sheet {
  const cells: (Cell | undefined)[][] = [];
  const merged: MergedCells[] = [];
  const formulas = new Map<number, number>();
  const dates = new Map<number, number>();
  const hiddenRows = new Set<number>();
  const hiddenColumns = new Set<number>();
  let pending: { row: number; column: number } | null = null;
  const add = (counts: Map<number, number>, column: number): void => {
    counts.set(column, (counts.get(column) ?? 0) + 1);
  };
  const put = (row: number, column: number, cell: Cell): void => {
    (cells[row] ??= [])[column] = cell;
  };
  const putNumber = (row: number, column: number, style: number, value: number): void => {
    const format = formats[style];
    if (format?.kind === 'date') add(dates, column);
    put(row, column, format?.kind === 'date' ? dateText(value, format.code, from1904) : shownCell(value, format));
  };
  let depth = 0;
  for (const record of records.from(at)) {
    const { view } = record;
    // Charts stand inside a sheet as documents of their own.
    if (record.type === type.begin) depth += 1;
    if (record.type === type.endOfSheet) {
      depth -= 1;
      if (depth === 0) break;
    }
    if (depth !== 1) continue;
    const row = record.length >= 2 ? view.getUint16(0, true) : 0;
    const column = record.length >= 4 ? view.getUint16(2, true) : 0;
    const style = record.length >= 6 ? view.getUint16(4, true) : 0;
    switch (record.type) {
      case type.number:
        putNumber(row, column, style, view.getFloat64(6, true));
        break;
      case type.packedNumber:
        putNumber(row, column, style, unpacked(view.getInt32(6, true)));
        break;
      case type.multipleNumbers:
        for (let place = 4, next = column; place + 6 <= record.length - 2; place += 6, next += 1)
          putNumber(row, next, view.getUint16(place, true), unpacked(view.getInt32(place + 2, true)));
        break;
      case type.textCell:
        put(row, column, texts[view.getUint32(6, true)] ?? null);
        break;
      case type.label:
        put(row, column, record.reader(6).text(2));
        break;
      case type.truth:
        put(
          row,
          column,
          view.getUint8(7) === 0 ? (view.getUint8(6) === 1 ? 'TRUE' : 'FALSE') : error(view.getUint8(6)),
        );
        break;
      case type.formula:
        add(formulas, column);
        if (view.getUint16(12, true) !== 0xffff) putNumber(row, column, style, view.getFloat64(6, true));
        else if (view.getUint8(6) === 0) pending = { row, column };
        else if (view.getUint8(6) === 1) put(row, column, view.getUint8(8) === 1 ? 'TRUE' : 'FALSE');
        else if (view.getUint8(6) === 2) put(row, column, error(view.getUint8(8)));
        break;
      case type.formulaText:
        if (pending) put(pending.row, pending.column, record.reader(0).text(2));
        pending = null;
        break;
      case type.row:
        if ((view.getUint32(12, true) & 0x20) !== 0) hiddenRows.add(row);
        break;
      case type.columnInfo:
        if ((view.getUint16(8, true) & 1) !== 0)
          for (let hidden = row; hidden <= Math.min(column, mostColumns); hidden += 1) hiddenColumns.add(hidden);
        break;
      case type.merged:
        for (let place = 2; place + 8 <= record.length; place += 8)
          merged.push({
            top: view.getUint16(place, true),
            bottom: view.getUint16(place + 2, true),
            left: view.getUint16(place + 4, true),
            right: view.getUint16(place + 6, true),
          });
        break;
    }
  }
  return { cells, merged, formulas, dates, hiddenRows, hiddenColumns, unsaved: new Map() };
}

/** A number in 30 bits: the upper half of a double or a whole number, perhaps a hundredfold. */
function unpacked(bits: number): number {
  const view = new DataView(new ArrayBuffer(8));
  view.setInt32(4, bits & ~3, true);
  const value = (bits & 2) !== 0 ? bits >> 2 : view.getFloat64(0, true);
  return (bits & 1) !== 0 ? value / 100 : value;
}

const errors: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
};

function error(code: number): string {
  return errors[code] ?? '#VALUE!';
}
