import { assertThat, type Column, type Table } from '@indexlab/core';
import { printedName } from '../columns/printed-cell.js';
import { encodeUtf8 } from '../encoding/text-encoding.js';
import { stataNames } from './stata-names.js';

/** Longer texts stand apart from the rows. */
const longestText = 2045;
const labelBytes = 320;
/** The bits of Stata's missing number, and the largest number that a double of Stata holds. */
const missingBits = 0x7fe00000_00000000n;
const largestNumber = 8.988465674311579e307;

/**
 * Writes a table as a Stata file (.dta of Stata 14 and newer, format 118) that Stata, pandas and haven read: numbers as
 * doubles, missing ones as `.`, texts as texts of UTF-8 (a missing text is an empty one: Stata has no other).
 *
 * A column whose name Stata does not allow ("GDP per head") gets one that it does (`GDP_per_head`); the name, with the
 * unit, stands in the variable's label.
 *
 * @throws IndexlabError for more columns than Stata takes, or a number that it cannot hold
 *
 * @example
 * readDta(writeDta(readCsv('城市,value\n北京,1.5\n').table)).table.columns // => ['城市', 'value']
 */
export function writeDta(table: Table): Uint8Array {
  const columns = table.columns.map((name) => table.column(name));
  assertThat(
    columns.length > 0 && columns.length <= 32_767,
    () => `writeDta requires 1 to 32767 columns, got ${columns.length}`,
  );
  const names = stataNames(table.columns);
  const variables = columns.map((column, index) => variableOf(column, names[index]!, index + 1));
  const writer = new SectionWriter();
  const map: number[] = [];
  const section = (tag: string, content: () => void): void => {
    map.push(writer.length);
    writer.text(`<${tag}>`);
    content();
    writer.text(`</${tag}>`);
  };
  map.push(0);
  writer.text('<stata_dta><header><release>118</release><byteorder>LSF</byteorder><K>');
  writer.uint(columns.length, 2);
  writer.text('</K><N>');
  writer.uint(table.rowCount, 8);
  writer.text('</N><label>');
  writer.uint(0, 2);
  writer.text('</label><timestamp>');
  writer.uint(0, 1);
  writer.text('</timestamp></header>');
  let mapAt = 0;
  section('map', () => {
    mapAt = writer.length;
    writer.bytes(new Uint8Array(14 * 8));
  });
  section('variable_types', () => variables.forEach(({ type }) => writer.uint(type, 2)));
  section('varnames', () => variables.forEach(({ name }) => writer.field(name, 129)));
  section('sortlist', () => writer.bytes(new Uint8Array(2 * (columns.length + 1))));
  section('formats', () => variables.forEach(({ format }) => writer.field(format, 57)));
  section('value_label_names', () => writer.bytes(new Uint8Array(129 * columns.length)));
  section('variable_labels', () => variables.forEach(({ label }) => writer.field(label, labelBytes + 1)));
  section('characteristics', () => {});
  section('data', () => {
    for (let row = 0; row < table.rowCount; row += 1) variables.forEach(({ write }) => write(writer, row));
  });
  section('strls', () => variables.forEach(({ writeLong }) => writeLong(writer)));
  section('value_labels', () => {});
  map.push(writer.length);
  writer.text('</stata_dta>');
  map.push(writer.length);
  return writer.finish(mapAt, map);
}

interface Variable {
  readonly type: number;
  readonly name: string;
  readonly format: string;
  readonly label: string;
  write(writer: SectionWriter, row: number): void;
  /** Texts that stand apart. */
  writeLong(writer: SectionWriter): void;
}

function variableOf(column: Column, name: string, number: number): Variable {
  const shown = printedName(column);
  const label = shown === name ? '' : shown;
  if (column.type === 'number') {
    return {
      type: 65_526,
      name,
      format: numberFormat(column.decimals),
      label,
      write: (writer, row) => {
        const value = column.values[row]!;
        assertThat(
          Number.isNaN(value) || Math.abs(value) <= largestNumber,
          () => `writeDta requires numbers that Stata holds, got ${value} (column "${column.name}", row ${row + 1})`,
        );
        writer.double(value);
      },
      writeLong: () => {},
    };
  }
  const texts = column.values.map((text) => encodeUtf8((text ?? '').replaceAll('\0', '')));
  const longest = texts.reduce((most, text) => Math.max(most, text.length), 1);
  if (longest <= longestText) {
    return {
      type: longest,
      name,
      format: `%-${Math.min(longest, 32)}s`,
      label,
      write: (writer, row) => writer.padded(texts[row]!, longest),
      writeLong: () => {},
    };
  }
  return {
    type: 32_768,
    name,
    format: '%-32s',
    label,
    write: (writer, row) => {
      writer.uint(texts[row]!.length > 0 ? number : 0, 2);
      writer.uint(texts[row]!.length > 0 ? row + 1 : 0, 6);
    },
    writeLong: (writer) =>
      texts.forEach((text, row) => {
        if (text.length === 0) return;
        writer.text('GSO');
        writer.uint(number, 4);
        writer.uint(row + 1, 8);
        writer.uint(130, 1);
        writer.uint(text.length + 1, 4);
        writer.padded(text, text.length + 1);
      }),
  };
}

/** Shows the decimals that every cell printed; Stata's general format where they differ or are unknown. */
function numberFormat(decimals: Int8Array | undefined): string {
  const [first = -1] = decimals ?? [];
  const same = decimals !== undefined && first > 0 && first <= 8 && decimals.every((count) => count === first);
  return same ? `%${12 + first}.${first}f` : '%10.0g';
}

/** Grows a file behind its end. */
class SectionWriter {
  length = 0;
  #bytes = new Uint8Array(1 << 16);
  #view = new DataView(this.#bytes.buffer);

  text(text: string): void {
    this.bytes(encodeUtf8(text));
  }

  bytes(content: Uint8Array): void {
    this.#bytes.set(content, this.#room(content.length));
  }

  padded(content: Uint8Array, length: number): void {
    this.#bytes.set(content, this.#room(length));
  }

  /** A text cut to its field, which ends with a zero; no character is cut in two. */
  field(text: string, length: number): void {
    let content = encodeUtf8(text);
    for (let kept = [...text]; content.length >= length; content = encodeUtf8(kept.join(''))) kept = kept.slice(0, -1);
    this.padded(content, length);
  }

  uint(value: number, length: number): void {
    let at = this.#room(length);
    for (let rest = value, left = length; left > 0; left -= 1, rest = Math.floor(rest / 256))
      this.#bytes[at++] = rest % 256;
  }

  double(value: number): void {
    const at = this.#room(8);
    if (Number.isNaN(value)) this.#view.setBigUint64(at, missingBits, true);
    else this.#view.setFloat64(at, value, true);
  }

  finish(mapAt: number, map: readonly number[]): Uint8Array {
    map.forEach((place, index) => this.#view.setBigUint64(mapAt + 8 * index, BigInt(place), true));
    return this.#bytes.subarray(0, this.length);
  }

  #room(length: number): number {
    const from = this.length;
    this.length += length;
    if (this.length > this.#bytes.length) {
      const larger = new Uint8Array(Math.max(this.length, 2 * this.#bytes.length));
      larger.set(this.#bytes.subarray(0, from));
      this.#bytes = larger;
      this.#view = new DataView(larger.buffer);
    }
    return from;
  }
}
