import { assertThat } from '@indexlab/core';
import { cellText, type CellClass, classify, isEmpty } from '../columns/cells.js';
import { columnClasses, findHeader, type Grid, isFull, isUnitRow } from './find-header.js';
import type { NoteList } from '../import-report.js';
import type { ReadOptions } from '../read-options.js';
import { bareUnit, splitPrintedUnit, splitUnit, unitLine } from './units.js';

/** Where the header of a table stands and what it says. */
export interface Layout {
  /** How many columns there are: those of the header and of most rows, and more where single rows are longer. */
  readonly width: number;
  readonly namedWidth: number;
  /** Index of the first row of data. */
  readonly firstRow: number;
  /** Texts of the header rows; none when the table has no header. */
  readonly header: readonly (readonly string[])[];
  readonly names: readonly string[];
  readonly units: readonly (string | undefined)[];
  /** What most cells of each column look like. */
  readonly classes: readonly CellClass[];
  /** Columns that the header does not name. */
  readonly unnamed: ReadonlySet<number>;
}

/**
 * The layout of a table from its first rows; notes what stands above it and what its header says.
 *
 * @param width the number of cells that most rows have
 */
export function findLayout(grid: Grid, width: number, options: ReadOptions, notes: NoteList): Layout {
  const { rows } = grid;
  const stated = options.header;
  if (stated !== undefined && stated !== false) {
    const lines = (Array.isArray(stated) ? (stated as readonly number[]) : [stated as number]).map(
      (row) => row - 1 - grid.rowOffset,
    );
    const last = Math.max(...lines);
    assertThat(
      lines.every((line) => Number.isInteger(line) && line >= 0 && line < rows.length),
      () =>
        `The header requires rows from ${grid.rowOffset + 1} to ${grid.rowOffset + rows.length}, got ${[stated].flat().join(', ')}`,
    );
    return assemble(grid, width, lines, last + 1, options, notes);
  }
  if (rows.length === 0) return assemble(grid, 0, [], 0, options, notes);
  if (options.layout === 'plain')
    return assemble(grid, width, stated === false ? [] : [0], stated === false ? 0 : 1, options, notes);
  const { header, firstRow } =
    stated === false
      ? {
          header: [],
          firstRow: Math.max(
            0,
            rows.findIndex((row) => isFull(row, width)),
          ),
        }
      : findHeader(grid, width);
  return assemble(grid, width, header, firstRow, options, notes);
}

/** The layout with the given header rows: names and units, and notes on everything above. */
function assemble(
  grid: Grid,
  width: number,
  headerRows: readonly number[],
  firstRow: number,
  options: ReadOptions,
  notes: NoteList,
): Layout {
  const { rows, mark, marks, rowOffset } = grid;
  const plain = options.layout === 'plain';
  const raw = headerRows.map((row) => (rows[row] ?? []).map((cell) => cellText(cell) ?? ''));
  const body = rows.slice(firstRow);
  const classes = columnClasses(
    body.map((row) => Array.from({ length: width }, (_, column) => classify(row[column], mark, marks))),
    width,
  );
  const aligned = plain ? raw : raw.map((texts) => alignHeader(texts, width, rows[firstRow]?.length ?? 0));
  const columns = Math.max(width, ...aligned.map((texts) => texts.length));
  const header = aligned.map((texts) => Array.from({ length: columns }, (_, column) => texts[column] ?? ''));

  const tableUnit = plain ? null : noteAbove(grid, headerRows, firstRow, notes);
  const unitRow = plain || header.length < 2 ? -1 : header.findIndex(isUnitRow);
  const filled = plain ? header : fillGroups(header.filter((_, index) => index !== unitRow));
  const headerRow = header.length > 0 && rowOffset + headerRows[0]! >= 0 ? rowOffset + headerRows[0]! + 1 : null;
  const names: string[] = [];
  const taken = new Set<string>();
  const units: (string | undefined)[] = [];
  const unnamed = new Set<number>();
  for (let column = 0; column < columns; column += 1) {
    const texts = filled.map((level) => level[column]!);
    const label = plain ? texts.join(' ') : joinNames(texts);
    const split = plain ? splitPrintedUnit(label) : splitUnit(label);
    const unit =
      split.unit ??
      (unitRow >= 0 && header[unitRow]![column]!.trim() !== '' ? bareUnit(header[unitRow]![column]!) : undefined);
    if (split.name === '' && !plain) unnamed.add(column);
    const name = distinct(
      split.name === '' && (!plain || header.length === 0) ? `column ${column + 1}` : split.name,
      taken,
    );
    taken.add(name);
    if (header.length > 0) noteName(notes, name, label, split.name, unit, headerRow);
    names.push(name);
    units.push(unit ?? (tableUnit !== null && classes[column] === 'number' ? tableUnit : undefined));
  }
  if (!plain) {
    if (header.length === 0 && rows.length > 0) {
      notes.list({
        rule: 'header',
        row: null,
        column: null,
        value: null,
        message: 'no header: the first row holds data like the others; columns are numbered',
      });
    } else if (header.length > 1 || (headerRow !== null && headerRow > rowOffset + 1)) {
      const text = header.length > 1 ? `the header takes ${header.length} rows; their texts are joined` : 'the header';
      notes.list({ rule: 'header', row: headerRow, column: null, value: null, message: text });
    }
  }
  return {
    width: columns,
    namedWidth: columns,
    firstRow,
    header,
    names,
    units,
    classes: Array.from({ length: columns }, (_, column) => classes[column] ?? 'empty'),
    unnamed: header.length > 0 ? unnamed : new Set(),
  };
}

/**
 * Brings a header to the width of the data: empty cells too many are taken out; one name less than the first row has
 * cells means that the first column holds the names of rows, as R writes them.
 */
function alignHeader(texts: readonly string[], width: number, firstCells: number): readonly string[] {
  const trimmed = texts.slice(0, texts.findLastIndex((text) => text.trim() !== '') + 1);
  if (trimmed.length > width && trimmed.filter((text) => text.trim() !== '').length === width)
    return trimmed.filter((text) => text.trim() !== '');
  return texts.length === width - 1 && firstCells === width && texts.length > 0 && texts.every((text) => text !== '')
    ? ['', ...texts]
    : trimmed;
}

/** A text at the head of several columns counts for each: empty cells to its right take it where a row below names them. */
function fillGroups(header: readonly (readonly string[])[]): string[][] {
  return header.map((texts, level) => {
    const isNamedBelow = (column: number): boolean =>
      header.slice(level + 1).some((below) => below[column]!.trim() !== '');
    let group = '';
    return texts.map((text, column) => {
      if (text.trim() !== '') group = isNamedBelow(column) ? text : '';
      return text.trim() === '' && isNamedBelow(column) ? group : text;
    });
  });
}

/** Joins the header texts of a column; a text that repeats the one above (a merged cell, a doubled row) counts once. */
function joinNames(texts: readonly string[]): string {
  const clean = texts
    .map((text) =>
      text
        .replaceAll(/(?<=[\u3000-\u9fff（）])\s+|\s+(?=[\u3000-\u9fff（）])/g, '')
        .replaceAll(/\s+/g, ' ')
        .trim(),
    )
    .filter((text) => text !== '');
  return clean.filter((text, index) => text !== clean[index - 1]).join(' ');
}

function distinct(name: string, taken: ReadonlySet<string>): string {
  let candidate = name;
  for (let copy = 2; taken.has(candidate); copy += 1) candidate = `${name} (${copy})`;
  return candidate;
}

function noteName(
  notes: NoteList,
  name: string,
  label: string,
  own: string,
  unit: string | undefined,
  row: number | null,
): void {
  if (own === '' && name !== '')
    notes.list({
      rule: 'unnamed-column',
      row,
      column: name,
      value: null,
      message: 'a column without a name is numbered',
    });
  else if (name !== own)
    notes.list({
      rule: 'duplicate-name',
      row,
      column: name,
      value: own,
      message: 'a second column of this name is numbered',
    });
  if (unit !== undefined)
    notes.list({ rule: 'unit', row, column: name, value: label, message: `the header gives the unit ${unit}` });
}

/** Notes the rows above the header; gives the unit that one of them states for the whole table. */
function noteAbove(
  { rows, rowOffset }: Grid,
  header: readonly number[],
  firstRow: number,
  notes: NoteList,
): string | null {
  let unit: string | null = null;
  for (let row = 0; row < firstRow; row += 1) {
    if (header.includes(row)) continue;
    const text = rows[row]!.filter((cell) => !isEmpty(cell))
      .map((cell) => cellText(cell)!)
      .join(' ');
    const where = { row: rowOffset + row + 1, column: null, value: text === '' ? null : text };
    if (text === '') notes.count({ rule: 'blank-row', ...where, message: 'an empty row' });
    else if (text.startsWith('#')) notes.list({ rule: 'comment', ...where, message: 'a comment above the table' });
    else notes.list({ rule: 'preamble', ...where, message: 'a line above the table' });
    unit ??= unitLine(text);
  }
  return unit;
}
