import { IndexlabError } from '@indexlab/core';
import { unzlibSync } from 'fflate';
import { type ByteReader, untilZero } from './byte-reader.js';

/** A variable of an SPSS file; texts are in the file's encoding. */
export interface SavVariable {
  /** Index of its first eight bytes among those of a row. */
  readonly place: number;
  readonly shortName: string;
  name: Uint8Array;
  /** 0 for numbers, otherwise the bytes of its texts. */
  width: number;
  /** How many variables of the file it takes: long texts take several. */
  segments: number;
  readonly label: Uint8Array;
  /** The number of its print format. */
  readonly format: number;
  readonly missing: SavMissing;
  readonly labels: Map<number, Uint8Array>;
  readonly textLabels: Map<string, Uint8Array>;
}

/** What counts as missing beside the missing number itself. */
export interface SavMissing {
  readonly values: readonly number[];
  readonly range: readonly [number, number] | null;
  readonly texts: readonly string[];
}

export interface SavFile {
  readonly variables: readonly SavVariable[];
  /** Bytes that a row takes, divided by eight. */
  readonly rowElements: number;
  /** -1 when the file does not say. */
  readonly rows: number;
  /** 0 none, 1 by bytes, 2 by bytes and then zlib. */
  readonly compression: number;
  readonly bias: number;
  readonly encoding: string | null;
  readonly dataAt: number;
}

const latin1 = (bytes: Uint8Array): string => String.fromCharCode(...bytes);

/** Reads the dictionary of an SPSS file. @throws IndexlabError when it is damaged */
export function readSavFile(reader: ByteReader): SavFile {
  const magic = latin1(reader.take(4));
  if (magic !== '$FL2' && magic !== '$FL3')
    throw new IndexlabError('readSav requires an SPSS file (.sav), got other bytes');
  reader.skip(60);
  const layout = reader.int32();
  if (layout !== 2 && layout !== 3) reader.little = false;
  reader.skip(4);
  const compression = reader.int32();
  reader.skip(4);
  const rows = reader.int32();
  const bias = reader.float64();
  reader.skip(9 + 8 + 64 + 3);
  const variables: SavVariable[] = [];
  const byPlace = new Map<number, SavVariable>();
  let rowElements = 0;
  let encoding: string | null = null;
  let lastLabels: [Uint8Array, Uint8Array][] = [];
  const extensions = new Map<number, Uint8Array>();
  for (let record = reader.int32(); record !== 999; record = reader.int32()) {
    if (record === 2) {
      const variable = readVariable(reader, rowElements);
      if (variable) {
        variables.push(variable);
        byPlace.set(rowElements, variable);
      }
      rowElements += 1;
    } else if (record === 3) lastLabels = readLabels(reader);
    else if (record === 4) {
      for (let count = reader.int32(); count > 0; count -= 1)
        giveLabels(byPlace.get(reader.int32() - 1), lastLabels, reader.little);
    } else if (record === 6) reader.skip(80 * reader.int32());
    else if (record === 7) {
      const kind = reader.int32();
      const size = reader.int32();
      const content = reader.take(size * reader.int32());
      extensions.set(kind, content);
      if (kind === 20) encoding = latin1(untilZero(content)).trim();
      if (kind === 3 && encoding === null)
        encoding = codePage(new DataView(content.buffer, content.byteOffset).getInt32(28, reader.little));
    } else throw reader.damaged(`a record of the type ${record}`);
  }
  reader.skip(4);
  giveLongNames(variables, extensions.get(13));
  const whole = joinSegments(variables, latin1(extensions.get(14) ?? new Uint8Array(0)));
  return { variables: whole, rowElements, rows, compression, bias, encoding, dataAt: reader.at };
}

const codePages: Readonly<Record<number, string>> = {
  936: 'gbk',
  950: 'big5',
  932: 'shift_jis',
  949: 'euc-kr',
  1250: 'windows-1250',
  1251: 'windows-1251',
  1252: 'windows-1252',
  1253: 'windows-1253',
  1254: 'windows-1254',
  54936: 'gb18030',
  65001: 'utf-8',
};

/** Low numbers say nothing of the encoding. */
function codePage(code: number): string | null {
  return codePages[code] ?? null;
}

function readVariable(reader: ByteReader, place: number): SavVariable | null {
  const width = reader.int32();
  const hasLabel = reader.int32() === 1;
  const missingCount = reader.int32();
  const format = reader.int32();
  reader.skip(4);
  const nameBytes = reader.take(8);
  let label = new Uint8Array(0);
  if (hasLabel) {
    const length = reader.int32();
    label = reader.take(length).slice();
    reader.skip((4 - (length % 4)) % 4);
  }
  const cells = Array.from({ length: Math.min(3, Math.abs(missingCount)) }, () => reader.take(8));
  if (width < 0) return null;
  const numbers = cells.map((cell) => new DataView(cell.buffer, cell.byteOffset, 8).getFloat64(0, reader.little));
  const range = missingCount < 0 && width === 0;
  const name = latin1(nameBytes).trimEnd();
  return {
    place,
    shortName: name,
    name: nameBytes.subarray(0, name.length),
    width,
    segments: 1,
    label,
    format: (format >> 16) & 0xff,
    missing: {
      values: width > 0 ? [] : range ? numbers.slice(2) : numbers,
      range: range ? [numbers[0]!, numbers[1]!] : null,
      texts: width > 0 ? cells.map((cell) => latin1(cell).trimEnd()) : [],
    },
    labels: new Map(),
    textLabels: new Map(),
  };
}

function readLabels(reader: ByteReader): [Uint8Array, Uint8Array][] {
  const labels: [Uint8Array, Uint8Array][] = [];
  for (let count = reader.int32(); count > 0; count -= 1) {
    const value = reader.take(8);
    const length = reader.uint8();
    labels.push([value, reader.take(length)]);
    reader.skip((8 - ((length + 1) % 8)) % 8);
  }
  return labels;
}

function giveLabels(
  variable: SavVariable | undefined,
  labels: readonly [Uint8Array, Uint8Array][],
  little: boolean,
): void {
  for (const [value, label] of labels) {
    if (variable?.width === 0)
      variable.labels.set(new DataView(value.buffer, value.byteOffset, 8).getFloat64(0, little), label);
    else variable?.textLabels.set(latin1(value).trimEnd(), label);
  }
}

/** Names of more than eight letters: SHORT=name, separated by tabs. */
function giveLongNames(variables: readonly SavVariable[], content: Uint8Array | undefined): void {
  if (!content) return;
  const byShort = new Map(variables.map((variable) => [variable.shortName, variable]));
  let from = 0;
  while (from < content.length) {
    const tab = content.indexOf(9, from);
    const end = tab < 0 ? content.length : tab;
    const equals = content.indexOf(61, from);
    if (equals > from && equals < end) {
      const variable = byShort.get(latin1(content.subarray(from, equals)));
      if (variable) variable.name = untilZero(content.subarray(equals + 1, end));
    }
    from = end + 1;
  }
}

/** Texts of more than 255 bytes stand in several variables: NAME=00300, behind each a zero and a tab. */
function joinSegments(variables: readonly SavVariable[], content: string): SavVariable[] {
  const widths = new Map<string, number>();
  for (const [, name, width] of content.matchAll(/([^=\t\0]+)=(\d+)/g)) widths.set(name!, Number(width));
  const whole: SavVariable[] = [];
  for (let index = 0; index < variables.length; index += 1) {
    const variable = variables[index]!;
    const width = widths.get(variable.shortName);
    if (width !== undefined && width > 255) {
      variable.width = width;
      variable.segments = Math.ceil(width / 252);
      index += variable.segments - 1;
    }
    whole.push(variable);
  }
  return whole;
}

/** The rows' bytes without their compression. */
export function savData(reader: ByteReader, { compression, rowElements, rows, bias, dataAt }: SavFile): Uint8Array {
  const packed = reader.bytes.subarray(dataAt);
  if (compression === 0) return packed;
  return decompressed(compression === 2 ? inflated(reader, dataAt) : packed, rows, rowElements, bias, reader);
}

function inflated(reader: ByteReader, dataAt: number): Uint8Array {
  reader.at = dataAt + 8;
  const trailerAt = reader.uint64();
  reader.at = trailerAt + 16 + 4;
  const count = reader.int32();
  const blocks: Uint8Array[] = [];
  for (let block = 0; block < count; block += 1) {
    reader.skip(8);
    const at = reader.uint64();
    const size = reader.int32();
    const packedSize = reader.int32();
    if (size > 1 << 28) throw reader.damaged('a block that claims too much');
    try {
      blocks.push(unzlibSync(reader.bytes.subarray(at, at + packedSize), { out: new Uint8Array(size) }));
    } catch {
      throw reader.damaged('bytes that do not inflate');
    }
  }
  const whole = new Uint8Array(blocks.reduce((sum, block) => sum + block.length, 0));
  blocks.reduce((at, block) => (whole.set(block, at), at + block.length), 0);
  return whole;
}

/** Eight commands, then what they ask for: a small number, eight bytes as they are, blanks, or the missing number. */
function decompressed(
  packed: Uint8Array,
  rows: number,
  rowElements: number,
  bias: number,
  reader: ByteReader,
): Uint8Array {
  const wanted = rows < 0 ? Infinity : 8 * rows * rowElements;
  // A command of one byte gives eight at most.
  if (wanted !== Infinity && wanted > 8 * packed.length + 8) throw reader.damaged('one that ends too early');
  let out = new Uint8Array(wanted === Infinity ? 8 * packed.length : wanted);
  const view = new DataView(out.buffer);
  let filled = 0;
  let at = 0;
  unpack: while (filled < out.length && at + 8 <= packed.length) {
    const commands = packed.subarray(at, at + 8);
    at += 8;
    for (const command of commands) {
      if (filled >= out.length || command === 252) break unpack;
      if (command === 0) continue;
      if (command === 253) {
        if (at + 8 > packed.length) break unpack;
        out.set(packed.subarray(at, at + 8), filled);
        at += 8;
      } else if (command === 254) out.fill(32, filled, filled + 8);
      else view.setFloat64(filled, command === 255 ? -Number.MAX_VALUE : command - bias, reader.little);
      filled += 8;
    }
  }
  if (wanted !== Infinity && filled < wanted) throw reader.damaged('one that ends too early');
  out = out.subarray(0, filled);
  return out;
}
