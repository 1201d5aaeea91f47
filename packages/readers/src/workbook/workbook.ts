import { assertThat, IndexlabError, listNames } from '@indexlab/core';
import { type Cell, cellText } from '../columns/cells.js';
import { placeName, placeOf } from './cell-place.js';
import { builtInFormat, dateText } from './number-format.js';
import { decodeUtf8, toUtf8 } from '../encoding/text-encoding.js';
import { type Format, formatOfCode, shownCell } from './shown-cell.js';
import { storedNumber } from './stored-number.js';
import { TextCollector, unescapeText } from './text-collector.js';
import { scanXml, type XmlHandler } from './xml.js';
import { openArchive } from './zip-archive.js';

/** Cells of a sheet by row and column, both from 0; rows and cells that are empty may be absent. */
export type SheetCells = (Cell | undefined)[][];

export interface MergedCells {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface Sheet {
  readonly cells: SheetCells;
  readonly merged: readonly MergedCells[];
  /** How many cells of each column hold the last computed value of a formula, or a date. */
  readonly formulas: ReadonlyMap<number, number>;
  readonly dates: ReadonlyMap<number, number>;
  /** Rows in which a formula of a column has no saved value, by column. */
  readonly unsaved: ReadonlyMap<number, readonly number[]>;
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: ReadonlySet<number>;
}

export interface Workbook {
  readonly sheets: readonly { readonly name: string; readonly hidden: boolean }[];
  read(index: number): Sheet;
}

/** The bounds of what a sheet can hold. */
export const mostRows = 1_048_576;
export const mostColumns = 16_384;

/** Opens a workbook in the XLSX format. Formulas are never computed: their cells give the value that was saved. */
export function openWorkbook(bytes: Uint8Array, caller: string): Workbook {
  const archive = openArchive(bytes, caller);
  const part = (name: string, handler: XmlHandler): boolean => {
    const content = archive.file(name);
    if (content) scanXml(xmlText(content, name, caller), handler);
    return content !== null;
  };
  const targets = new Map<string, string>();
  const sheets: { name: string; hidden: boolean; path: string }[] = [];
  let from1904 = false;
  part('xl/_rels/workbook.xml.rels', {
    open: (name, attribute) => {
      const target = attribute('Target') ?? '';
      if (name === 'Relationship')
        targets.set(attribute('Id') ?? '', target.startsWith('/') ? target.slice(1) : `xl/${target}`);
    },
  });
  const found = part('xl/workbook.xml', {
    open: (name, attribute) => {
      if (name === 'workbookPr') from1904 = /^(1|true)$/.test(attribute('date1904') ?? '');
      if (name === 'sheet')
        sheets.push({
          name: attribute('name') ?? '',
          hidden: (attribute('state') ?? 'visible') !== 'visible',
          path: targets.get(attribute('id') ?? '') ?? '',
        });
    },
  });
  assertThat(found, () => `${caller} requires a workbook (.xlsx), got an archive of ${listNames(archive.names)}`);
  let shared: { formats: Format[]; texts: string[] } | undefined;
  return {
    sheets,
    read: (index) => {
      const sheet = sheets[index]!;
      shared ??= { formats: readFormats(part), texts: readSharedTexts(part) };
      const reader = new SheetReader(shared.formats, shared.texts, from1904, caller);
      if (!part(sheet.path, reader))
        throw new IndexlabError(
          `${caller} requires the sheet ${JSON.stringify(sheet.name)} in the file, got none (${sheet.path})`,
        );
      return reader;
    },
  };
}

type ReadPart = (name: string, handler: XmlHandler) => boolean;

function readFormats(part: ReadPart): Format[] {
  const codes = new Map<number, string>();
  const formats: Format[] = [];
  let inCells = false;
  part('xl/styles.xml', {
    open: (name, attribute) => {
      if (name === 'numFmt') codes.set(Number(attribute('numFmtId')), attribute('formatCode') ?? '');
      if (name === 'cellXfs') inCells = true;
      if (name !== 'xf' || !inCells) return;
      const id = Number(attribute('numFmtId') ?? 0);
      const code = codes.get(id) ?? builtInFormat(id);
      formats.push(formatOfCode(code));
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return formats;
}

function readSharedTexts(part: ReadPart): string[] {
  const texts: string[] = [];
  const collector = new TextCollector();
  part('xl/sharedStrings.xml', {
    open: (name, attribute) => collector.open(name, attribute),
    text: (text) => collector.add(text),
    close: (name) => {
      collector.close(name);
      if (name === 'si') texts.push(collector.take());
    },
  });
  return texts;
}

/** Every row without a cell: sheets may have a million of them. */
const noCells: (Cell | undefined)[] = [];

class SheetReader implements XmlHandler, Sheet {
  readonly cells: SheetCells = [];
  readonly merged: MergedCells[] = [];
  readonly formulas = new Map<number, number>();
  readonly dates = new Map<number, number>();
  readonly unsaved = new Map<number, number[]>();
  readonly hiddenRows = new Set<number>();
  readonly hiddenColumns = new Set<number>();
  readonly #formats: readonly Format[];
  readonly #texts: readonly string[];
  readonly #from1904: boolean;
  readonly #caller: string;
  readonly #inline = new TextCollector();
  #row = -1;
  #column = -1;
  #type = 'n';
  #format: Format | undefined;
  #value: string | null = null;
  #inValue = false;
  #hasFormula = false;

  constructor(formats: readonly Format[], texts: readonly string[], from1904: boolean, caller: string) {
    this.#formats = formats;
    this.#texts = texts;
    this.#from1904 = from1904;
    this.#caller = caller;
  }

  open(name: string, attribute: (name: string) => string | undefined): void {
    if (name === 'row') {
      this.#row = this.#rowOf(attribute('r'));
      this.#column = -1;
      this.cells[this.#row] ??= noCells;
      if (isTrue(attribute('hidden'))) this.hiddenRows.add(this.#row);
    } else if (name === 'col') {
      if (!isTrue(attribute('hidden'))) return;
      const last = Math.min(mostColumns, Number(attribute('max') ?? 0));
      for (let column = Number(attribute('min') ?? 1); column <= last; column += 1) this.hiddenColumns.add(column - 1);
    } else if (name === 'c') {
      this.#place(attribute('r'));
      this.#type = attribute('t') ?? 'n';
      this.#format = this.#formats[Number(attribute('s') ?? 0)];
      this.#value = null;
      this.#hasFormula = false;
    } else if (name === 'v') {
      this.#inValue = true;
      this.#value = '';
    } else if (name === 'f') this.#hasFormula = true;
    else if (name === 'mergeCell') this.#merge(attribute('ref') ?? '');
    else this.#inline.open(name, attribute);
  }

  text(text: string): void {
    if (this.#inValue) this.#value += text;
    else this.#inline.add(text);
  }

  close(name: string): void {
    if (name === 'v') this.#inValue = false;
    else if (name === 'c') this.#put();
    else this.#inline.close(name);
  }

  /** The row that a number such as "12" names, or the next one. */
  #rowOf(number: string | undefined): number {
    const row = number === undefined ? this.#row + 1 : /^\d+$/.test(number) ? Number(number) - 1 : -1;
    if (row >= 0 && row < mostRows) return row;
    throw this.#damaged(`rows 1 to ${mostRows}`, number ?? String(row + 1), `behind row ${this.#row + 1}`);
  }

  /** Goes to the place that a reference names, or to the next one. */
  #place(reference: string | undefined): void {
    const place = reference === undefined ? { row: this.#row, column: this.#column + 1 } : placeOf(reference);
    if (!place || place.row < 0 || place.row >= mostRows || place.column >= mostColumns)
      throw this.#damaged('places of a sheet, such as B3', reference ?? '', `row ${this.#row + 1}`);
    this.#row = place.row;
    this.#column = place.column;
  }

  #damaged(wanted: string, got: string, where: string): IndexlabError {
    return new IndexlabError(`${this.#caller} requires ${wanted}, got ${JSON.stringify(got.slice(0, 80))} (${where})`, {
      remedy: 'The workbook is damaged: open it in a spreadsheet program and save it again.',
    });
  }

  #merge(reference: string): void {
    const [first, last] = reference.split(':').map(placeOf);
    if (first && last) this.merged.push({ top: first.row, left: first.column, bottom: last.row, right: last.column });
  }

  #put(): void {
    const inline = this.#inline.take();
    if (this.#hasFormula && (this.#value === null || (this.#value === '' && this.#type !== 'str'))) {
      const rows = this.unsaved.get(this.#column) ?? [];
      rows.push(this.#row);
      this.unsaved.set(this.#column, rows);
    }
    const cell = this.#type === 'inlineStr' ? inline : this.#value === null ? null : this.#cell(this.#value);
    if (cell === null) return;
    const before = this.cells[this.#row];
    const row = before === undefined || before === noCells ? (this.cells[this.#row] = []) : before;
    if (row[this.#column] !== undefined) throw this.#damaged('one cell at a place', cellText(cell)!, this.#name());
    row[this.#column] = cell;
    if (this.#hasFormula) this.formulas.set(this.#column, (this.formulas.get(this.#column) ?? 0) + 1);
  }

  #name(): string {
    return `cell ${placeName(this.#row, this.#column)}`;
  }

  #cell(value: string): Cell {
    if (this.#type === 'str') return unescapeText(value);
    if (this.#type !== 'e' && value.trim() === '') return null;
    if (this.#type === 's') {
      const text = /^\s*\d+\s*$/.test(value) ? this.#texts[Number(value)] : undefined;
      if (text === undefined) throw this.#damaged('shared texts that are in the file', value, this.#name());
      return text;
    }
    if (this.#type === 'b') {
      const truth = truthText(value);
      if (truth === null) throw this.#damaged('truth values', value, this.#name());
      return truth;
    }
    if (this.#type === 'e') return value;
    if (this.#type === 'd') return value.replace('T', ' ').replace(/ 00:00:00(\.0+)?$/, '');
    const number = storedNumber(value);
    if (number === null) return value;
    if (this.#format?.kind === 'date') {
      this.dates.set(this.#column, (this.dates.get(this.#column) ?? 0) + 1);
      return dateText(number, this.#format.code, this.#from1904);
    }
    return shownCell(number, this.#format);
  }
}

function isTrue(flag: string | undefined): boolean {
  return flag === '1' || flag === 'true';
}

/** What a truth value shows; `null` when it is none. */
export function truthText(value: string): 'TRUE' | 'FALSE' | null {
  const text = value.trim();
  return /^(1|true)$/.test(text) ? 'TRUE' : /^(0|false)$/.test(text) ? 'FALSE' : null;
}

/** The text of a part of an archive. */
export function xmlText(bytes: Uint8Array, name: string, caller: string): string {
  const wide =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  try {
    return decodeUtf8(toUtf8(bytes, wide));
  } catch (cause) {
    throw new IndexlabError(`${caller} requires parts of at most 512 MB, got ${bytes.length} bytes (${name})`, {
      cause,
    });
  }
}
