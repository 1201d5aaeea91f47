import { assertThat, IndexlabError } from '@indexlab/core';
import { type Cell, cellText, type CellClass, classify, isEmpty } from '../columns/cells.js';
import { columnClasses, findHeader, type Grid, type HeaderRows, isFull, isUnitRow } from './find-header.js';
import { namesTexts } from '../evidence/header-row.js';
import { hasRaisedMark } from '../evidence/raised-mark.js';
import type { NoteList } from '../import-report.js';
import type { ReadOptions } from '../read-options.js';
import { bareUnit, splitPrintedUnit, splitUnits, unitLine } from './units.js';

/** Where the header of a table stands and what it says. */
export interface Layout {
  /** How many columns there are: those of the header and of most rows, and more where single rows are longer. */
  readonly width: number;
  readonly namedWidth: number;
  /** Index of the first row of data. */
  readonly firstRow: number;
  /** The lines above the header, those that hold something. */
  readonly above: readonly string[];
  /** Texts of the header rows; none when the table has no header. */
  readonly header: readonly (readonly string[])[];
  readonly names: readonly string[];
  readonly units: readonly (string | undefined)[];
  /** What most cells of each column look like. */
  readonly classes: readonly CellClass[];
  /** Columns that the header does not name. */
  readonly unnamed: ReadonlySet<number>;
  /** The header's first row as the file counts it, from 1; `null` without a header. */
  readonly headerRow: number | null;
  /** Whether the header is one name short because the first column holds the names of rows. */
  readonly rowNames: boolean;
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
    return assemble(grid, width, { header: lines, firstRow: last + 1 }, options, notes);
  }
  if (rows.length === 0) return assemble(grid, 0, { header: [], firstRow: 0 }, options, notes);
  if (options.layout === 'plain')
    return assemble(grid, width, stated === false ? noHeader(0) : { header: [0], firstRow: 1 }, options, notes);
  const found =
    stated === false
      ? noHeader(
          Math.max(
            0,
            rows.findIndex((row) => isFull(row, width)),
          ),
        )
      : findHeader(grid, width);
  return assemble(grid, width, found, options, notes);
}

function noHeader(firstRow: number): HeaderRows {
  return { header: [], firstRow };
}

/** The layout with the given header rows: names and units, and notes on everything above. */
function assemble(grid: Grid, width: number, found: HeaderRows, options: ReadOptions, notes: NoteList): Layout {
  const { rows, marks, rowOffset } = grid;
  const { header: headerRows, firstRow } = found;
  const plain = options.layout === 'plain';
  const raw = headerRows.map((row) => (rows[row] ?? []).map((cell) => cellText(cell) ?? ''));
  const body = rows.slice(firstRow);
  const classes = columnClasses(
    body.map((row) => Array.from({ length: width }, (_, column) => classify(row[column], marks))),
    width,
  );
  const rowNames = !plain && raw.length > 0 && isShort(grid, raw.at(-1)!, width, body, classes, headerRows.at(-1)!);
  const aligned = plain ? raw : raw.map((texts) => alignHeader(texts, width, rowNames));
  const columns = Math.max(width, ...aligned.map((texts) => texts.length));
  const header = aligned.map((texts) => Array.from({ length: columns }, (_, column) => texts[column] ?? ''));

  const { lines, unit: tableUnit } = plain ? { lines: [], unit: null } : noteAbove(grid, found, notes);
  const unitRow = plain || header.length < 2 ? -1 : header.findIndex(isUnitRow);
  const filled = plain ? header : fillGroups(header).filter((_, index) => index !== unitRow);
  const headerRow = header.length > 0 && rowOffset + headerRows[0]! >= 0 ? rowOffset + headerRows[0]! + 1 : null;
  const labels = Array.from({ length: columns }, (_, column) =>
    labelOf(
      filled.map((level) => level[column]!),
      unitRow >= 0 ? header[unitRow]![column]! : '',
      plain,
    ),
  );
  const names: string[] = [];
  const taken = new Set<string>();
  const units: (string | undefined)[] = [];
  const unnamed = new Set<number>();
  for (const [column, { label, name: own, unit }] of labels.entries()) {
    if (own === '' && !plain) unnamed.add(column);
    const withUnit = unit !== undefined && labels.some((other) => other.name === own && other.unit !== unit);
    const candidate = withUnit && !plain && own !== '' ? `${own} (${unit})` : own;
    const name = distinct(
      candidate === '' && (!plain || header.length === 0) ? `column ${column + 1}` : candidate,
      taken,
    );
    taken.add(name);
    if (!plain && header.length > 0 && hasRaisedMark(name)) noteRaised(notes, name, headerRow);
    if (header.length > 0) noteName(notes, name, label, candidate, unit, headerRow);
    if (header.length === 1 && !plain) noteRename(notes, filled[0]![column]!.trim(), label, name, headerRow);
    names.push(name);
    units.push(unit ?? (tableUnit !== null && classes[column] === 'number' ? tableUnit : undefined));
  }
  if (!plain) noteHeader(grid, found, options, notes);
  if (rowNames) noteRowNames(grid, headerRows.at(-1)!, body, width, notes);
  return {
    width: columns,
    namedWidth: columns,
    firstRow,
    above: lines,
    header,
    names,
    units,
    classes: Array.from({ length: columns }, (_, column) => classes[column] ?? 'empty'),
    unnamed: header.length > 0 ? unnamed : new Set(),
    headerRow,
    rowNames,
  };
}

/** What the header of a column says: the whole of it, the name, and the unit, which may stand in a row of its own. */
function labelOf(
  texts: readonly string[],
  ownUnit: string,
  plain: boolean,
): { readonly label: string; readonly name: string; readonly unit: string | undefined } {
  if (plain) {
    const label = texts.join(' ');
    return { label, unit: undefined, ...splitPrintedUnit(label) };
  }
  const clean = texts.map((text) => joinNames([text]));
  const { names, unit } = splitUnits(clean);
  const name = joinNames(names);
  return { label: joinNames(clean), name, unit: unit ?? (ownUnit.trim() === '' ? undefined : bareUnit(ownUnit)) };
}

/** Says where the header stands, how many rows it takes, and on what evidence one of numbers was taken or left. */
function noteHeader(
  { rows, rowOffset }: Grid,
  { header, reason, numbering }: HeaderRows,
  options: ReadOptions,
  notes: NoteList,
): void {
  const note = { rule: 'header' as const, column: null, value: null };
  if (header.length === 0) {
    if (rows.length === 0) return;
    const message = 'no header: the first row holds data like the others; columns are numbered';
    notes.list({ ...note, line: null, message, weight: options.header === false ? 'note' : 'warning' });
    return;
  }
  const row = rowOffset + header[0]! + 1;
  if (reason !== undefined) {
    const value = rows[header[0]!]!.map((cell) => cellText(cell) ?? '').join(' ');
    const message = `the row is taken for the header: ${reason}; the option header: false takes it for data`;
    notes.list({ ...note, line: row, value, message, weight: 'warning' });
  } else if (header.length > 1) {
    notes.count(
      { ...note, line: row, message: `the header takes ${header.length} rows; their texts are joined` },
      header.length,
    );
  } else if (row > rowOffset + 1) {
    notes.list({ ...note, line: row, message: 'the header' });
  }
  if (numbering !== undefined) {
    const value = rows[numbering]!.map((cell) => cellText(cell) ?? '').join(' ');
    const message = 'a row that numbers the columns is left out';
    const weight = /^[甲乙丙丁(（[]/.test(value) ? 'note' : 'warning';
    notes.list({ rule: 'column-numbers', line: rowOffset + numbering + 1, column: null, value, message, weight });
  }
}

/**
 * Whether a header is one name short because the first column holds the names of rows, as R writes them: these are unique
 * texts, and it is certain that they are cells of their own: they stand in quotes, or the delimiter is none that names
 * contain, or the next column holds numbers.
 *
 * Cells at the end of all rows that are empty need no name.
 *
 * @throws IndexlabError when a header has fewer names than the rows have cells and it cannot be told which is missing
 */
function isShort(
  { rowOffset, delimiter, firstQuoted, quotedRows }: Grid,
  header: readonly string[],
  width: number,
  body: Grid['rows'],
  classes: readonly CellClass[],
  headerRow: number,
): boolean {
  const named = header.findLastIndex((text) => text.trim() !== '') + 1;
  const full = body.filter((row) => row.length === width);
  if (delimiter === undefined || header.length >= width || named === 0 || full.length === 0) return false;
  if (full.every((row) => row.slice(header.length).every(isEmpty))) return false;
  const firsts = full.map((row) => cellText(row[0]!)?.trim() ?? '');
  const areNames = new Set(firsts).size === firsts.length && !firsts.includes('');
  const apart =
    firstQuoted === true ||
    (classes[0] === 'text' && (delimiter !== ',' || (classes[1] !== 'text' && classes[1] !== 'empty')));
  const ofOwn = firstQuoted === true && quotedRows?.[headerRow] === true;
  const namesFirst = !ofOwn && classes[0] === 'text' && classes[1] !== 'text' && namesTexts(header[0]!);
  if (header.length === width - 1 && header.every((text) => text !== '') && areNames && apart && !namesFirst)
    return true;
  throw shortHeader(header, full[0]!, rowOffset + headerRow + 1, width);
}

/** A first column without a name is taken for names of rows: that is plain for an index, and where R's quotes show it. */
function noteRowNames(
  { rowOffset, firstQuoted, quotedRows }: Grid,
  headerRow: number,
  body: Grid['rows'],
  width: number,
  notes: NoteList,
): void {
  const firsts = body.filter((row) => row.length === width).map((row) => cellText(row[0]!)?.trim() ?? '');
  const start = Number(firsts[0]);
  const isIndex = (start === 0 || start === 1) && firsts.every((text, index) => text === String(start + index));
  const isPlain = isIndex || (firstQuoted === true && quotedRows?.[headerRow] === true);
  const message =
    'the header is one name short: the first column is taken for names of rows, and each name for the column to its right';
  const row = rowOffset + headerRow + 1;
  notes.list({
    rule: 'header',
    line: row,
    column: null,
    value: firsts[0] ?? null,
    message,
    weight: isPlain ? 'note' : 'warning',
  });
}

function shortHeader(header: readonly string[], row: readonly Cell[], headerRow: number, width: number): IndexlabError {
  const line = row.map((cell) => cellText(cell) ?? '').join(', ');
  return new IndexlabError(
    `The header requires a name for each of the ${width} cells of a row, got ${header.length} (${header.join(', ')}; line ${headerRow}) above ${line.slice(0, 80)}`,
    {
      remedy:
        'Put quotes around cells that hold a delimiter, name the column that lacks one, state the delimiter, or number the columns with header: false.',
    },
  );
}

/** Brings a header to the width of the data: empty cells too many are taken out, and a name for names of rows is put in. */
function alignHeader(texts: readonly string[], width: number, rowNames: boolean): readonly string[] {
  if (rowNames) return texts.length === width - 1 ? ['', ...texts] : texts;
  const trimmed = texts.slice(0, texts.findLastIndex((text) => text.trim() !== '') + 1);
  return trimmed.length > width && trimmed.filter((text) => text.trim() !== '').length === width
    ? trimmed.filter((text) => text.trim() !== '')
    : trimmed;
}

/**
 * A text at the head of several columns counts for each: empty cells to its right take it where a row below names them, up to
 * where another text begins above.
 */
function fillGroups(header: readonly (readonly string[])[]): string[][] {
  return header.map((texts, level) => {
    const isNamedBelow = (column: number): boolean =>
      header.slice(level + 1).some((below) => below[column]!.trim() !== '');
    const beginsAbove = (column: number): boolean =>
      header.slice(0, level).some((above) => {
        const text = above[column]!.trim();
        return text !== '' && text !== above[column - 1]?.trim();
      });
    let group = '';
    return texts.map((text, column) => {
      if (beginsAbove(column)) group = '';
      if (text.trim() !== '') group = isNamedBelow(column) ? text : '';
      return text.trim() === '' && isNamedBelow(column) ? group : text;
    });
  });
}

/**
 * Joins the header texts of a column; a text that repeats the one above (a merged cell, a doubled row) counts once. Blanks
 * between Chinese characters only space them out; those beside a word in Latin letters stay.
 */
function joinNames(texts: readonly string[]): string {
  const clean = texts
    .map((text) =>
      text
        .replaceAll(/(?<=[\u3000-\u9fff（）])\s+(?=[\u3000-\u9fff（）])|(?<=）)\s+|\s+(?=（)/g, '')
        .replaceAll(/\s+/g, ' ')
        .trim(),
    )
    .filter((text) => text !== '');
  return clean.filter((text, index) => text !== clean[index - 1]).join(' ');
}

/** Says where a name is not what the file prints, beyond its unit and its number. */
function noteRename(notes: NoteList, printed: string, label: string, name: string, row: number | null): void {
  if (printed !== label && printed !== '')
    notes.list({
      rule: 'renamed',
      line: row,
      column: name,
      value: printed,
      message: 'blanks in the name are taken out',
    });
}

function noteRaised(notes: NoteList, name: string, row: number | null): void {
  const message = 'the name ends in a mark that points to a note; it stays part of the name';
  notes.list({ rule: 'renamed', line: row, column: name, value: name, message, weight: 'warning' });
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
  if (name !== own && own !== '')
    notes.list({
      rule: 'duplicate-name',
      line: row,
      column: name,
      value: own,
      message: 'a second column of this name is numbered',
    });
  if (unit !== undefined)
    notes.list({ rule: 'unit', line: row, column: name, value: label, message: `the header gives the unit ${unit}` });
}

/** Notes the rows above the header; gives them, and the unit that one of them states for the whole table. */
function noteAbove(
  { rows, rowOffset }: Grid,
  { header, firstRow, numbering }: HeaderRows,
  notes: NoteList,
): { lines: string[]; unit: string | null } {
  const lines: string[] = [];
  let unit: string | null = null;
  for (let row = 0; row < firstRow; row += 1) {
    if (header.includes(row) || row === numbering) continue;
    const text = rows[row]!.filter((cell) => !isEmpty(cell))
      .map((cell) => cellText(cell)!)
      .join(' ');
    const where = { line: rowOffset + row + 1, column: null, value: text === '' ? null : text };
    if (text === '') notes.count({ rule: 'blank-row', ...where, message: 'an empty row' });
    else if (text.startsWith('#')) notes.list({ rule: 'comment', ...where, message: 'a comment above the table' });
    else notes.list({ rule: 'preamble', ...where, message: 'a line above the table' });
    if (text !== '') lines.push(text);
    unit ??= unitLine(text);
  }
  return { lines, unit };
}
