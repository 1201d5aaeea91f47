import { assertThat, type Column } from '@indexlab/core';
import { columnsResult } from '../columns/columns-result.js';
import { detectEncoding } from '../encoding/detect-encoding.js';
import { decodeUtf8, toUtf8 } from '../encoding/text-encoding.js';
import { NoteList } from '../import-report.js';
import type { ReadResult } from '../import-result.js';
import type { DtaOptions } from './read-dta.js';
import { ByteReader } from './byte-reader.js';
import { spssDate } from './calendar.js';
import { labelledColumns } from './labelled-column.js';
import { readSavFile, savData, type SavFile, type SavVariable } from './sav-file.js';

/**
 * Reads an SPSS file (.sav, compressed or not, and .zsav), taken at its word: every row is data.
 *
 * Values with labels become the labels; one without keeps its number. What the file declares as missing (99, -9 to -1) is
 * missing, and stands in a column `<name> flag`. Dates become texts. Blanks behind a text are not part of it, and an
 * empty text is missing.
 *
 * @throws IndexlabError when the bytes are no SPSS file, or a damaged one
 *
 * @example
 * const attempt = () => readSav(new Uint8Array(9));
 * (() => { try { return attempt(); } catch (error) { return error.message; } })() // => 'readSav requires an SPSS file (.sav), got other bytes'
 */
export function readSav(bytes: Uint8Array, options: DtaOptions = {}): ReadResult {
  const notes = new NoteList();
  const reader = new ByteReader(bytes, 'readSav');
  const file = readSavFile(reader);
  const data = savData(reader, file);
  const step = 8 * file.rowElements;
  const rows = file.rows >= 0 ? file.rows : step === 0 ? 0 : Math.floor(data.length / step);
  assertThat(
    rows * step <= data.length,
    () => `readSav requires ${rows} rows of ${step} bytes, got ${data.length} bytes`,
    'Save or copy the file again.',
  );
  const encoding = options.encoding ?? encodingOf(file, bytes);
  if (encoding !== 'utf-8' && options.encoding === undefined)
    notes.count({
      rule: 'encoding',
      line: null,
      column: null,
      value: encoding,
      message: `the texts are taken to be in ${encoding}`,
    });
  const decode = (text: Uint8Array): string => decodeUtf8(toUtf8(text, encoding));
  const columns = file.variables.flatMap((variable) =>
    variable.width === 0
      ? numberColumns(variable, { data, rows, step, little: reader.little }, decode, notes)
      : textColumns(variable, { data, rows, step, little: reader.little }, decode, notes),
  );
  return columnsResult('readSav', 'sav', columns, notes, options);
}

interface Rows {
  readonly data: Uint8Array;
  readonly rows: number;
  readonly step: number;
  readonly little: boolean;
}

type Decode = (bytes: Uint8Array) => string;

/** What the file says, where `TextDecoder` knows it; otherwise what its bytes look like. */
function encodingOf({ encoding, dataAt }: SavFile, bytes: Uint8Array): string {
  const name = encoding?.toLowerCase() ?? '';
  try {
    toUtf8(new Uint8Array(0), name);
    if (name !== '' && name !== 'us-ascii' && name !== 'ascii') return name;
  } catch {
    // One that the platform does not know: the texts show.
  }
  return detectEncoding(bytes.subarray(0, Math.min(bytes.length, dataAt)).filter((byte) => byte >= 9));
}

function noteLabel(name: string, label: string, notes: NoteList): void {
  if (label !== '' && label !== name)
    notes.count({ rule: 'label', line: null, column: name, value: label, message: 'the variable carries this label' });
}

function numberColumns(variable: SavVariable, { data, rows, step, little }: Rows, decode: Decode, notes: NoteList) {
  const name = decode(variable.name);
  noteLabel(name, decode(variable.label), notes);
  const { values: missingValues, range } = variable.missing;
  const isMissing = (value: number): boolean =>
    missingValues.includes(value) || (range !== null && value >= range[0] && value <= range[1]);
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  const values = new Float64Array(rows);
  let codes: (string | null)[] | null = null;
  for (let row = 0; row < rows; row += 1) {
    const value = view.getFloat64(row * step + 8 * variable.place, little);
    const isCode = value !== -Number.MAX_VALUE && isMissing(value);
    values[row] = isCode || value === -Number.MAX_VALUE ? NaN : value;
    if (isCode) (codes ??= new Array<string | null>(rows).fill(null))[row] = String(value);
  }
  const labels = new Map<number, string>();
  const codeLabels = new Map<string, string>();
  for (const [value, label] of variable.labels) {
    if (isMissing(value)) codeLabels.set(String(value), decode(label));
    else labels.set(value, decode(label));
  }
  const shown = labels.size === 0 ? spssDate(variable.format) : null;
  const columns = labelledColumns({ name, values, codes, labels, codeLabels }, notes);
  if (!shown) return columns;
  notes.count({ rule: 'date', line: null, column: name, value: null, message: 'dates as texts' }, rows);
  const dates: Column = {
    type: 'text',
    name,
    values: Array.from(values, (number) => (Number.isNaN(number) ? null : shown(number))),
  };
  return [dates, ...columns.slice(1)];
}

function textColumns(variable: SavVariable, { data, rows, step }: Rows, decode: Decode, notes: NoteList): Column[] {
  const name = decode(variable.name);
  noteLabel(name, decode(variable.label), notes);
  const labels = new Map([...variable.textLabels].map(([value, label]) => [value, decode(label)]));
  const flags: (string | null)[] = new Array<string | null>(rows).fill(null);
  const seen = new Map<string, string | null>();
  const values = Array.from({ length: rows }, (_, row) => {
    const content = textBytes(variable, data, row * step);
    const key = String.fromCharCode(...content.subarray(0, 8)).trimEnd();
    const text = decode(content).trimEnd();
    if (text === '') return null;
    if (content.length <= 8 && variable.missing.texts.includes(key)) {
      flags[row] = labels.get(key) ?? text;
      return null;
    }
    const found = variable.width <= 8 ? (labels.get(key) ?? text) : text;
    const same = seen.get(found);
    if (same === undefined) seen.set(found, found);
    return same ?? found;
  });
  if (labels.size > 0 && variable.width <= 8)
    notes.count({ rule: 'label', line: null, column: name, value: null, message: 'values are shown by their labels' });
  const column: Column = { type: 'text', name, values };
  return flags.some((flag) => flag !== null)
    ? [column, { type: 'text', name: `${name} flag`, values: flags }]
    : [column];
}

/** Each segment of a long text but the last holds 255 bytes in 256. */
function textBytes({ place, width, segments }: SavVariable, data: Uint8Array, rowAt: number): Uint8Array {
  const from = rowAt + 8 * place;
  if (segments === 1) return data.subarray(from, from + width);
  const whole = new Uint8Array(width);
  for (let segment = 0, filled = 0; segment < segments && filled < width; segment += 1) {
    const piece = data.subarray(from + 256 * segment, from + 256 * segment + Math.min(255, width - filled));
    whole.set(piece, filled);
    filled += piece.length;
  }
  return whole;
}
