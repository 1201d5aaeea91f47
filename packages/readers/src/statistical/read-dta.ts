import { assertThat, type Column } from '@indexlab/core';
import { columnsResult } from '../columns/columns-result.js';
import { detectEncoding } from '../encoding/detect-encoding.js';
import { decodeUtf8, toUtf8 } from '../encoding/text-encoding.js';
import { NoteList } from '../import-report.js';
import type { ReadResult } from '../import-result.js';
import type { ReadOptions } from '../read-options.js';
import { ByteReader, untilZero } from './byte-reader.js';
import { stataDate } from './calendar.js';
import { type DtaFile, type DtaVariable, readDtaFile } from './dta-file.js';
import { shortestFloat } from './shortest-float.js';
import { labelledColumns } from './labelled-column.js';

/** What a user may say about a Stata file. */
export interface DtaOptions extends ReadOptions {
  /** The encoding of files before Stata 14; found by itself unless told. */
  readonly encoding?: string;
}

/**
 * Reads a Stata file (.dta of Stata 6 to 19: formats 108 to 119), taken at its word: every row is data.
 *
 * Values with labels become the labels; one without keeps its number. Extended missing codes (`.a` to `.z`) stand in a
 * column `<name> flag`. Dates become texts (2019-01-31, 2019-01, 2019q1). Texts of any length are read; an empty one is
 * missing, as Stata has it. Numbers stored as float are given with their shortest digits (0.1, not 0.100000001).
 *
 * @throws IndexlabError when the bytes are no Stata file of these formats, or a damaged one
 *
 * @example
 * readDta(writeDta(readCsv('place,index\n北京,25.80\n').table)).table.toRows() // => [{ place: '北京', index: 25.8 }]
 */
export function readDta(bytes: Uint8Array, options: DtaOptions = {}): ReadResult {
  const notes = new NoteList();
  const reader = new ByteReader(bytes, 'readDta');
  const file = readDtaFile(reader);
  const decode = decoderOf(file, bytes, options.encoding, notes);
  const rowBytes = file.variables.reduce((sum, { width }) => sum + width, 0);
  const left = bytes.length - file.dataAt;
  assertThat(
    file.rows * rowBytes <= left,
    () => `readDta requires ${file.rows} rows of ${rowBytes} bytes, got ${left} bytes`,
    'Save or copy the file again.',
  );
  let offset = file.dataAt;
  const columns = file.variables.flatMap((variable) => {
    const places = { reader, rows: file.rows, from: offset, step: rowBytes };
    offset += variable.width;
    return variableColumns(variable, file, places, decode, notes);
  });
  return columnsResult('readDta', 'dta', withDistinctNames(columns), notes, options);
}

type Decode = (bytes: Uint8Array) => string;

interface Places {
  readonly reader: ByteReader;
  readonly rows: number;
  readonly from: number;
  readonly step: number;
}

function decoderOf(file: DtaFile, bytes: Uint8Array, stated: string | undefined, notes: NoteList): Decode {
  const encoding = stated ?? (file.release >= 118 ? 'utf-8' : detectEncoding(textsOf(file, bytes)));
  if (encoding !== 'utf-8' && stated === undefined)
    notes.count({
      rule: 'encoding',
      line: null,
      column: null,
      value: encoding,
      message: `the texts are taken to be in ${encoding}`,
    });
  return (text) => decodeUtf8(toUtf8(text, encoding));
}

/** Texts of an old file, behind each other: names, labels, and cells of the first rows. */
function textsOf({ variables, labelSets, dataAt, rows }: DtaFile, bytes: Uint8Array): Uint8Array {
  const texts = variables.flatMap(({ name, label }) => [name, label]);
  for (const set of labelSets.values()) texts.push(...set.values());
  let offset = dataAt;
  const step = variables.reduce((sum, { width }) => sum + width, 0);
  for (const { type, width } of variables) {
    if (type === 'text')
      for (let row = 0; row < Math.min(rows, 1000); row += 1)
        texts.push(untilZero(bytes.subarray(offset + row * step, offset + row * step + width)));
    offset += width;
  }
  const joined = new Uint8Array(texts.reduce((sum, text) => sum + text.length + 1, 0)).fill(10);
  texts.reduce((at, text) => (joined.set(text, at), at + text.length + 1), 0);
  return joined;
}

function variableColumns(
  { name: nameBytes, label: labelBytes, type, width, format, labelSet }: DtaVariable,
  file: DtaFile,
  { reader, rows, from, step }: Places,
  decode: Decode,
  notes: NoteList,
): Column[] {
  const name = decode(nameBytes);
  const label = decode(labelBytes);
  if (label !== '' && label !== name)
    notes.count({ rule: 'label', line: null, column: name, value: label, message: 'the variable carries this label' });
  if (type === 'text' || type === 'long text') {
    const seen = new Map<string, string>();
    const values = Array.from({ length: rows }, (_, row) => {
      const at = from + row * step;
      const text =
        type === 'text'
          ? decode(untilZero(reader.bytes.subarray(at, at + width)))
          : decode(file.longText(at) ?? new Uint8Array(0));
      if (text === '') return null;
      const same = seen.get(text);
      if (same === undefined) seen.set(text, text);
      return same ?? text;
    });
    return [{ type: 'text', name, values }];
  }
  const values = new Float64Array(rows);
  let codes: (string | null)[] | null = null;
  const missing = file.release < 113 ? onlyMissing(type) : missingCode[type];
  const value = valueAt[type];
  for (let row = 0; row < rows; row += 1) {
    const at = from + row * step;
    const code = missing(reader.view, at, reader.little);
    values[row] = code < 0 ? value(reader.view, at, reader.little) : NaN;
    if (code > 0) (codes ??= new Array<string | null>(rows).fill(null))[row] = codeName(code);
  }
  const labels = new Map<number, string>();
  const codeLabels = new Map<string, string>();
  for (const [number, text] of file.labelSets.get(decodeUtf8(labelSet)) ?? []) {
    if (number > longestLong && file.release >= 113) codeLabels.set(codeName(number - longestLong - 1), decode(text));
    else labels.set(number, decode(text));
  }
  const shown = labels.size === 0 ? stataDate(format) : null;
  if (!shown) return labelledColumns({ name, values, codes, labels, codeLabels }, notes);
  notes.count({ rule: 'date', line: null, column: name, value: format, message: 'dates as texts' }, rows);
  const dates: Column = {
    type: 'text',
    name,
    values: Array.from(values, (number) => (Number.isNaN(number) ? null : shown(number))),
  };
  return [dates, ...labelledColumns({ name, values, codes, labels, codeLabels }, notes).slice(1)];
}

/** The largest number that a long can hold; what lies above is missing. */
const longestLong = 2_147_483_620;

/** `.a` to `.z` for 1 to 26. */
function codeName(code: number): string {
  return code === 0 ? '.' : `.${String.fromCharCode(96 + code)}`;
}

type NumberType = Exclude<DtaVariable['type'], 'text' | 'long text'>;

const valueAt: Readonly<Record<NumberType, (view: DataView, at: number, little: boolean) => number>> = {
  byte: (view, at) => view.getInt8(at),
  int: (view, at, little) => view.getInt16(at, little),
  long: (view, at, little) => view.getInt32(at, little),
  float: (view, at, little) => shortestFloat(view.getFloat32(at, little)),
  double: (view, at, little) => view.getFloat64(at, little),
};

/** Before Stata 8 there was one missing code, the largest number of a type. */
function onlyMissing(type: NumberType): (view: DataView, at: number, little: boolean) => number {
  const largest = { byte: 0x7f, int: 0x7fff, long: 0x7fffffff } as const;
  if (type === 'float' || type === 'double')
    return (view, at, little) => Math.min(0, missingCode[type](view, at, little));
  return (view, at, little) => (valueAt[type](view, at, little) === largest[type] ? 0 : -1);
}

/** Which missing code a cell holds: 0 for the plain one, 1 to 26 for the extended ones, -1 when it holds a number. */
const missingCode: Readonly<Record<NumberType, (view: DataView, at: number, little: boolean) => number>> = {
  byte: (view, at) => Math.max(-1, view.getInt8(at) - 101),
  int: (view, at, little) => Math.max(-1, view.getInt16(at, little) - 32_741),
  long: (view, at, little) => Math.max(-1, view.getInt32(at, little) - longestLong - 1),
  float: (view, at, little) => aboveBound(view.getUint32(at, little), 0x7f000000, 0x800),
  double: (view, at, little) => aboveBound(view.getUint32(little ? at + 4 : at, little), 0x7fe00000, 0x100),
};

function aboveBound(bits: number, first: number, step: number): number {
  return bits < first || bits > 0x7fffffff ? -1 : Math.min(26, Math.floor((bits - first) / step));
}

/** A flag may be called as a variable is already. */
function withDistinctNames(columns: readonly Column[]): Column[] {
  const taken = new Set<string>();
  return columns.map((column) => {
    let name = column.name;
    for (let copy = 2; taken.has(name); copy += 1) name = `${column.name} (${copy})`;
    taken.add(name);
    return name === column.name ? column : { ...column, name };
  });
}
