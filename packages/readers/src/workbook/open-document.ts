import { assertThat, IndexlabError, listNames } from '@indexlab/core';
import type { Cell } from '../columns/cells.js';
import { parseNumber, unknownDigits } from '../columns/parse-number.js';
import { numberCell } from './shown-cell.js';
import { placeName } from './cell-place.js';
import { type MergedCells, mostColumns, mostRows, type Sheet, truthText, type Workbook, xmlText } from './workbook.js';
import { joinRuns, type TextRun } from './raised-text.js';
import { storedNumber } from './stored-number.js';
import { scanXml, type XmlHandler } from './xml.js';
import { openArchive } from './zip-archive.js';

/** Cells that a file may say over again; more than any sheet that is a table. */
const mostRepeated = 50_000_000;

/** Opens a workbook in the OpenDocument format (.ods). Formulas are never computed: their cells give the saved value. */
export function openDocument(bytes: Uint8Array, caller: string): Workbook {
  const archive = openArchive(bytes, caller);
  const content = archive.file('content.xml');
  assertThat(
    content !== null,
    () => `${caller} requires a workbook (.ods), got an archive of ${listNames(archive.names)}`,
  );
  const styles = new StyleReader();
  const named = archive.file('styles.xml');
  if (named) scanXml(xmlText(named, 'styles.xml', caller), styles);
  const text = xmlText(content, 'content.xml', caller);
  scanXml(text, styles);
  const sheets: { name: string; hidden: boolean }[] = [];
  scanXml(text, {
    open: (name, attribute) => {
      if (name === 'table')
        sheets.push({ name: attribute('name') ?? '', hidden: styles.hiddenTables.has(attribute('style-name') ?? '') });
    },
  });
  assertThat(sheets.length > 0, () => `${caller} requires a workbook (.ods), got a document without a sheet`);
  return {
    sheets,
    read: (index) => {
      const reader = new TableReader(index, styles, caller);
      scanXml(text, reader);
      return reader;
    },
  };
}

/** What styles say: decimals that a cell shows, raised and lowered text, hidden sheets. */
class StyleReader implements XmlHandler {
  readonly hiddenTables = new Set<string>();
  readonly positions = new Map<string, TextRun['position']>();
  readonly #decimals = new Map<string, number>();
  readonly #dataStyles = new Map<string, string>();
  #style = '';
  #dataStyle = '';

  open(name: string, attribute: (name: string) => string | undefined): void {
    if (name === 'style') {
      this.#style = attribute('name') ?? '';
      const data = attribute('data-style-name');
      if (data !== undefined) this.#dataStyles.set(this.#style, data);
    } else if (/^(number|percentage|currency)-style$/.test(name)) this.#dataStyle = attribute('name') ?? '';
    else if (name === 'number' && this.#dataStyle !== '') {
      const decimals = attribute('decimal-places');
      const least = attribute('min-decimal-places') ?? decimals;
      if (decimals !== undefined && decimals === least) this.#decimals.set(this.#dataStyle, Number(decimals));
    } else if (name === 'table-properties' && attribute('display') === 'false') this.hiddenTables.add(this.#style);
    else if (name === 'text-properties') {
      const position = attribute('text-position') ?? '';
      if (/^(super|[1-9])/.test(position)) this.positions.set(this.#style, 'raised');
      if (/^(sub|-)/.test(position)) this.positions.set(this.#style, 'lowered');
    }
  }

  close(name: string): void {
    if (/^(number|percentage|currency)-style$/.test(name)) this.#dataStyle = '';
  }

  /** Fixed decimals of a cell's style, or `unknownDigits`. */
  decimals(style: string): number {
    return this.#decimals.get(this.#dataStyles.get(style) ?? '') ?? unknownDigits;
  }
}

/** A cell of which the end is still to come. */
type OpenCell = Readonly<Record<'type' | 'value' | 'style' | 'formula' | 'repeats' | 'right' | 'down', string>>;

class TableReader implements XmlHandler, Sheet {
  readonly cells: (Cell | undefined)[][] = [];
  readonly merged: MergedCells[] = [];
  readonly formulas = new Map<number, number>();
  readonly dates = new Map<number, number>();
  readonly unsaved = new Map<number, number[]>();
  readonly hiddenRows = new Set<number>();
  readonly hiddenColumns = new Set<number>();
  readonly #wanted: number;
  readonly #styles: StyleReader;
  readonly #caller: string;
  readonly #columnStyles: string[] = [];
  #table = -1;
  #depth = 0;
  #row = 0;
  #inRow = false;
  #rowRepeats = 1;
  #rowStyle = '';
  #column = 0;
  #columns = 0;
  #repeated = 0;
  #cell: OpenCell | null = null;
  #runs: TextRun[] = [];
  #paragraphs = 0;
  #inText = 0;
  #annotation = 0;
  readonly #spans: TextRun['position'][] = [];

  constructor(wanted: number, styles: StyleReader, caller: string) {
    this.#wanted = wanted;
    this.#styles = styles;
    this.#caller = caller;
  }

  open(name: string, attribute: (name: string) => string | undefined): void {
    if (name === 'table') {
      // A table inside a cell belongs to the cell.
      if (this.#depth === 0) this.#table += 1;
      this.#depth += 1;
    }
    if (this.#table !== this.#wanted || this.#depth !== 1) return;
    if (name === 'annotation') this.#annotation += 1;
    else if (this.#annotation > 0) return;
    else if (name === 'table-column') this.#openColumn(attribute);
    else if (name === 'table-row') {
      if (this.#inRow) throw this.#damaged();
      this.#inRow = true;
      this.#rowRepeats = count(attribute('number-rows-repeated'));
      this.#rowStyle = attribute('default-cell-style-name') ?? '';
      this.#column = 0;
      if (isHidden(attribute('visibility')))
        for (let row = 0; row < Math.min(this.#rowRepeats, 1000); row += 1) this.hiddenRows.add(this.#row + row);
    } else if (name === 'table-cell' || name === 'covered-table-cell') {
      if (!this.#inRow || this.#cell) throw this.#damaged();
      this.#cell = {
        type: attribute('value-type') ?? '',
        value:
          attribute('value') ??
          attribute('date-value') ??
          attribute('time-value') ??
          attribute('boolean-value') ??
          attribute('string-value') ??
          '',
        style: attribute('style-name') ?? '',
        formula: attribute('formula') ?? '',
        repeats: attribute('number-columns-repeated') ?? '1',
        right: attribute('number-columns-spanned') ?? '1',
        down: attribute('number-rows-spanned') ?? '1',
      };
      this.#runs = [];
      this.#paragraphs = 0;
    } else if (this.#cell && name === 'p') {
      if (this.#paragraphs > 0) this.#runs.push({ text: '\n', position: null });
      this.#paragraphs += 1;
      this.#inText += 1;
    } else if (name === 'span') {
      this.#spans.push(this.#styles.positions.get(attribute('style-name') ?? '') ?? this.#spans.at(-1) ?? null);
    } else if (this.#inText > 0) {
      const position = this.#spans.at(-1) ?? null;
      if (name === 's') this.#runs.push({ text: ' '.repeat(Math.min(1000, count(attribute('c')))), position });
      if (name === 'tab') this.#runs.push({ text: '\t', position });
      if (name === 'line-break') this.#runs.push({ text: '\n', position });
    }
  }

  text(text: string): void {
    if (this.#inText > 0 && this.#annotation === 0)
      this.#runs.push({ text: text.replaceAll(/\s+/g, ' '), position: this.#spans.at(-1) ?? null });
  }

  close(name: string): void {
    if (name === 'table') this.#depth -= 1;
    if (this.#table !== this.#wanted || this.#depth !== 1) return;
    if (name === 'annotation') this.#annotation -= 1;
    else if (this.#annotation > 0) return;
    else if (name === 'p' && this.#inText > 0) this.#inText -= 1;
    else if (name === 'span') this.#spans.pop();
    else if (name === 'table-cell' || name === 'covered-table-cell') this.#put(name === 'covered-table-cell');
    else if (name === 'table-row') {
      if (!this.#inRow || this.#cell) throw this.#damaged();
      this.#inRow = false;
      this.#row += this.#rowRepeats;
    }
  }

  #damaged(): IndexlabError {
    return new IndexlabError(`${this.#caller} requires cells in rows, got others (row ${this.#row + 1})`, {
      remedy: 'The workbook is damaged: open it in a spreadsheet program and save it again.',
    });
  }

  #openColumn(attribute: (name: string) => string | undefined): void {
    const repeats = count(attribute('number-columns-repeated'));
    const style = attribute('default-cell-style-name') ?? '';
    const hidden = isHidden(attribute('visibility'));
    for (let column = 0; column < repeats && this.#columns + column < mostColumns; column += 1) {
      this.#columnStyles.push(style);
      if (hidden) this.hiddenColumns.add(this.#columns + column);
    }
    this.#columns += repeats;
  }

  #put(covered: boolean): void {
    const cell = this.#cell;
    if (!cell) throw this.#damaged();
    this.#cell = null;
    const repeats = count(cell.repeats);
    const from = this.#column;
    this.#column += repeats;
    const content = covered ? null : this.#content(cell, from);
    if (cell.formula !== '' && content === null) this.unsaved.set(from, [...(this.unsaved.get(from) ?? []), this.#row]);
    if (content === null) return;
    const [right, down] = [count(cell.right), count(cell.down)];
    if (right > 1 || down > 1)
      this.merged.push({ top: this.#row, left: from, bottom: this.#row + down - 1, right: from + right - 1 });
    this.#repeated += repeats * this.#rowRepeats;
    assertThat(
      this.#repeated <= mostRepeated,
      () => `${this.#caller} requires at most ${mostRepeated} cells, got more (row ${this.#row + 1})`,
    );
    for (let row = this.#row; row < Math.min(mostRows, this.#row + this.#rowRepeats); row += 1)
      for (let column = from; column < Math.min(mostColumns, from + repeats); column += 1) {
        (this.cells[row] ??= [])[column] = content;
        if (cell.formula !== '') this.formulas.set(column, (this.formulas.get(column) ?? 0) + 1);
        if (cell.type === 'date') this.dates.set(column, (this.dates.get(column) ?? 0) + 1);
      }
  }

  #content(cell: OpenCell, column: number): Cell {
    const shown = joinRuns(this.#runs);
    if (cell.type === 'float' || cell.type === 'percentage' || cell.type === 'currency') {
      const value = storedNumber(cell.value);
      if (value === null) return shown === '' ? null : shown;
      const style = cell.style || this.#rowStyle || this.#columnStyles[column] || '';
      const decimals = this.#styles.decimals(style);
      return shownNumber(value, shown, cell.type === 'percentage', decimals);
    }
    if (cell.type === 'date') return cell.value.replace('T', ' ').replace(/ 00:00:00(\.0+)?$/, '');
    if (cell.type === 'time') return cell.value.replace(/^PT(\d+)H(\d+)M(\d+)(?:[.,]\d+)?S$/, '$1:$2:$3');
    if (cell.type === 'boolean' && cell.value !== '') {
      const truth = truthText(cell.value);
      const place = placeName(this.#row, column);
      assertThat(
        truth !== null,
        () => `${this.#caller} requires truth values, got ${JSON.stringify(cell.value)} (cell ${place})`,
        'The workbook is damaged: open it in a spreadsheet program and save it again.',
      );
      return truth;
    }
    if (shown !== '') return shown;
    return cell.value === '' ? null : cell.value;
  }
}

/** A number with the decimals of its style where what is shown agrees with them: a style may stand on an error's text. */
function shownNumber(value: number, shown: string, percent: boolean, decimals: number): Cell {
  if (/^0\d+$/.test(shown) && Number(shown) === value) return shown;
  const cell = numberCell(value, { kind: 'number', decimals, percent });
  const parsed = parseNumber(shown) ?? parseNumber(shown, ',');
  if (decimals !== unknownDigits && parsed && parsed.decimals !== decimals)
    return numberCell(value, { kind: 'number', decimals: unknownDigits, percent });
  return cell;
}

function count(text: string | undefined): number {
  const number = Number(text ?? 1);
  return Number.isInteger(number) && number > 0 ? number : 1;
}

function isHidden(visibility: string | undefined): boolean {
  return visibility === 'collapse' || visibility === 'filter';
}
