import { IndexlabError } from '@indexlab/core';
import { decodeUtf8 } from '../encoding/text-encoding.js';
import { type ByteReader, untilZero } from './byte-reader.js';

/** A variable as the file describes it; its texts are in the file's encoding. */
export interface DtaVariable {
  readonly type: 'text' | 'long text' | 'byte' | 'int' | 'long' | 'float' | 'double';
  readonly width: number;
  readonly name: Uint8Array;
  readonly label: Uint8Array;
  readonly format: string;
  readonly labelSet: Uint8Array;
}

/** What stands in a Stata file around its data. */
export interface DtaFile {
  readonly release: number;
  readonly rows: number;
  readonly variables: readonly DtaVariable[];
  readonly dataAt: number;
  /** Labels of values by the name of their set. */
  readonly labelSets: ReadonlyMap<string, ReadonlyMap<number, Uint8Array>>;
  /** The text that a cell of a long text refers to. */
  longText(at: number): Uint8Array | null;
}

const numberTypes: readonly (readonly [DtaVariable['type'], number])[] = [
  ['double', 8],
  ['float', 4],
  ['long', 4],
  ['int', 2],
  ['byte', 1],
];

/** Formats without tags, of Stata 6 to 12; foreign of R writes 108 to 114. */
const oldReleases: readonly number[] = [108, 110, 111, 112, 113, 114, 115];

/** Reads everything but the data. @throws IndexlabError for another format */
export function readDtaFile(reader: ByteReader): DtaFile {
  const tagged = reader.bytes[0] === 60;
  const release = tagged ? Number(decodeUtf8(reader.bytes.subarray(28, 31))) : reader.bytes[0]!;
  if ((tagged && [117, 118, 119].includes(release)) || (!tagged && oldReleases.includes(release)))
    return tagged ? readTagged(reader, release) : readOld(reader, release);
  throw new IndexlabError(`readDta requires a Stata file of the formats 108 to 119, got ${release || 'other bytes'}`, {
    remedy: 'Save it again in Stata 8 or newer, or write it with haven or pandas.',
  });
}

/** Lengths of the fields of a format: names, formats, labels of variables. */
interface FieldLengths {
  readonly name: number;
  readonly format: number;
  readonly label: number;
}

function readTagged(reader: ByteReader, release: number): DtaFile {
  const lengths: FieldLengths =
    release === 117 ? { name: 33, format: 49, label: 81 } : { name: 129, format: 57, label: 321 };
  const tag = (text: string): void => {
    const found = decodeUtf8(reader.take(text.length));
    if (found !== text) throw reader.damaged(`${JSON.stringify(found)} where ${text} is expected`);
  };
  tag('<stata_dta><header><release>');
  reader.skip(3);
  tag('</release><byteorder>');
  reader.little = decodeUtf8(reader.take(3)) === 'LSF';
  tag('</byteorder><K>');
  const count = release === 119 ? reader.uint32() : reader.uint16();
  tag('</K><N>');
  const rows = release === 117 ? reader.uint32() : reader.uint64();
  tag('</N><label>');
  reader.skip(release === 117 ? reader.uint8() : reader.uint16());
  tag('</label><timestamp>');
  reader.skip(reader.uint8());
  tag('</timestamp></header><map>');
  const map = Array.from({ length: 14 }, () => reader.uint64());
  tag('</map><variable_types>');
  const types = Array.from({ length: count }, () => taggedType(reader.uint16(), reader));
  tag('</variable_types><varnames>');
  const fields = (length: number): Uint8Array[] => Array.from({ length: count }, () => untilZero(reader.take(length)));
  const names = fields(lengths.name);
  tag('</varnames><sortlist>');
  reader.skip((release === 119 ? 4 : 2) * (count + 1));
  tag('</sortlist><formats>');
  const formats = fields(lengths.format);
  tag('</formats><value_label_names>');
  const labelSets = fields(lengths.name);
  tag('</value_label_names><variable_labels>');
  const labels = fields(lengths.label);
  tag('</variable_labels>');
  reader.at = map[9]!;
  tag('<data>');
  const dataAt = reader.at;
  reader.at = map[10]!;
  tag('<strls>');
  const texts = readLongTexts(reader, release);
  reader.at = map[11]!;
  tag('<value_labels>');
  const sets = new Map<string, ReadonlyMap<number, Uint8Array>>();
  while (reader.left >= 5 && decodeUtf8(reader.bytes.subarray(reader.at, reader.at + 5)) === '<lbl>') {
    reader.skip(5);
    sets.set(...readLabelSet(reader, lengths.name));
    reader.skip(6);
  }
  return {
    release,
    rows,
    dataAt,
    labelSets: sets,
    variables: types.map(([type, width], index) => ({
      type,
      width,
      name: names[index]!,
      label: labels[index]!,
      format: decodeUtf8(formats[index]!),
      labelSet: labelSets[index]!,
    })),
    longText: (at) =>
      references(reader, at, release)
        .map((reference) => texts.get(reference))
        .find((text) => text !== undefined) ?? null,
  };
}

function taggedType(code: number, reader: ByteReader): readonly [DtaVariable['type'], number] {
  if (code >= 1 && code <= 2045) return ['text', code];
  if (code === 32_768) return ['long text', 8];
  const number = numberTypes[code - 65_526];
  if (!number) throw reader.damaged(`a variable of the type ${code}`);
  return number;
}

/**
 * What a cell refers to: a variable and a row, packed into eight bytes. Format 119 gives three bytes to the variable;
 * some programs write the two of format 118 there.
 */
function references(reader: ByteReader, at: number, release: number): string[] {
  const number = (from: number, length: number): number => {
    let value = 0;
    for (let byte = 0; byte < length; byte += 1)
      value = 256 * value + reader.bytes[reader.little ? from + length - 1 - byte : from + byte]!;
    return value;
  };
  const splits = release === 117 ? [4] : release === 118 ? [2] : [3, 2];
  return splits.map((split) => `${number(at, split)}/${number(at + split, 8 - split)}`);
}

function readLongTexts(reader: ByteReader, release: number): Map<string, Uint8Array> {
  const texts = new Map<string, Uint8Array>();
  while (reader.left >= 3 && decodeUtf8(reader.bytes.subarray(reader.at, reader.at + 3)) === 'GSO') {
    reader.skip(3);
    const variable = reader.uint32();
    const row = release === 117 ? reader.uint32() : reader.uint64();
    const isText = reader.uint8() === 130;
    const content = reader.take(reader.uint32());
    texts.set(`${variable}/${row}`, isText ? untilZero(content) : content);
  }
  return texts;
}

function readLabelSet(reader: ByteReader, nameLength: number): [string, Map<number, Uint8Array>] {
  const length = reader.uint32();
  const name = decodeUtf8(untilZero(reader.take(nameLength)));
  reader.skip(3);
  const end = reader.at + length;
  const count = reader.uint32();
  const textLength = reader.uint32();
  if (8 * count + textLength > reader.left) throw reader.damaged('value labels that do not fit in it');
  const offsets = Array.from({ length: count }, () => reader.uint32());
  const values = Array.from({ length: count }, () => reader.int32());
  const texts = reader.take(textLength);
  reader.at = end;
  return [name, new Map(values.map((value, index) => [value, untilZero(texts.subarray(offsets[index]))]))];
}

function readOld(reader: ByteReader, release: number): DtaFile {
  const formatLength = release <= 113 ? 12 : 49;
  const nameLength = release === 108 ? 9 : 33;
  reader.little = reader.bytes[1] === 2;
  reader.skip(4);
  const count = reader.uint16();
  const rows = reader.uint32();
  reader.skip(81 + 18);
  const types = Array.from({ length: count }, () => oldType(reader.uint8(), release, reader));
  const fields = (length: number): Uint8Array[] => Array.from({ length: count }, () => untilZero(reader.take(length)));
  const names = fields(nameLength);
  reader.skip(2 * (count + 1));
  const formats = fields(formatLength);
  const labelSets = fields(nameLength);
  const labels = fields(81);
  for (;;) {
    const type = reader.uint8();
    const length = release === 108 ? reader.uint16() : reader.uint32();
    if (type === 0 && length === 0) break;
    reader.skip(length);
  }
  const dataAt = reader.at;
  reader.skip(rows * types.reduce((sum, [, width]) => sum + width, 0));
  const sets = new Map<string, ReadonlyMap<number, Uint8Array>>();
  while (reader.left > nameLength + 7) sets.set(...readLabelSet(reader, nameLength));
  return {
    release,
    rows,
    dataAt,
    labelSets: sets,
    variables: types.map(([type, width], index) => ({
      type,
      width,
      name: names[index]!,
      label: labels[index]!,
      format: decodeUtf8(formats[index]!),
      labelSet: labelSets[index]!,
    })),
    longText: () => null,
  };
}

function oldType(code: number, release: number, reader: ByteReader): readonly [DtaVariable['type'], number] {
  if (release < 111) {
    const number = numberTypes['dflib'.indexOf(String.fromCharCode(code))];
    if (number) return number;
    if (code > 127) return ['text', code - 127];
  }
  const type = code <= 244 ? (['text', code] as const) : numberTypes[255 - code];
  if (!type) throw reader.damaged(`a variable of the type ${code}`);
  return type;
}
