import { assertThat, IndexlabError } from '@indexlab/core';

/** A column of a table as it is written to a dossier. */
export interface PrintedColumn {
  readonly name: string;
  readonly title: string;
  readonly type: 'string' | 'integer' | 'number' | 'boolean';
  /** Unit of the numbers; absent for names, ranks and pure numbers. */
  readonly unit?: string;
  /** Ranks and counts: the printed digits are all there is. */
  readonly exact?: boolean;
  /** The column names places. */
  readonly places?: 'city' | 'province';
}

/** Where a table stands in the report's text. */
export interface Locator {
  readonly chapter: string;
  /** The printed title, or the nearest heading when the table has none of its own. */
  readonly heading: string;
  /** Characters before the table, counted as JavaScript's `indexOf` counts them (UTF-16 code units). */
  readonly offset: number;
}

/** A table re-read from a report: every cell is the printed token. */
export interface PrintedTable {
  /** The resource name, such as `internet-plus-2016/cities`. */
  readonly id: string;
  readonly title: string;
  readonly locator: Locator;
  readonly columns: readonly PrintedColumn[];
  readonly rows: readonly (readonly string[])[];
}

/** The cells of a table: its header, and the lines up to the first line of prose. */
export interface PrintedCells {
  readonly offset: number;
  readonly header: readonly (readonly string[])[];
  readonly rows: readonly (readonly string[])[];
}

/**
 * Finds a place in the text by strings that follow one another.
 *
 * @returns the offset of the last string
 * @throws IndexlabError when one of them is not there
 *
 * @example
 * locate('A x B x', ['B', 'x']) // => 6
 */
export function locate(text: string, path: readonly string[]): number {
  let offset = 0;
  let end = 0;
  for (const string of path) {
    offset = text.indexOf(string, end);
    if (offset < 0) {
      throw new IndexlabError(`extract requires the text of the report, got one without ${JSON.stringify(string)}`, {
        remedy:
          'Check that the file is the plain-text rendering named in the datapackage.json of its dossier (its SHA-256 is there).',
      });
    }
    end = offset + string.length;
  }
  return offset;
}

/**
 * Reads tab-separated cells from an offset on: skips `headerLines` lines, then takes every line with a tab,
 * across page breaks (blank lines), up to the first line of prose.
 *
 * Line breaks that the rendering left inside a Chinese name show as blanks and are taken out; rows of mere
 * table markup (dashes) are not rows.
 */
export function readCells(text: string, offset: number, headerLines: number): PrintedCells {
  const rows: string[][] = [];
  const lines = text.slice(offset).split('\n');
  for (const line of lines.slice(headerLines)) {
    if (line.trim() === '') continue;
    if (!line.includes('\t')) break;
    const cells = line.split('\t').map(cleanCell);
    if (!cells.every((cell) => /^-*$/.test(cell))) rows.push(cells);
  }
  assertThat(rows.length > 0, () => `readCells requires a table, got prose (offset ${offset})`);
  const header = lines.slice(0, headerLines).map((line) => line.split('\t').map(cleanCell));
  return { offset, header, rows };
}

/**
 * Puts column groups that stand side by side one under the other; empty groups at the end of a column fall away.
 *
 * @example
 * stackGroups([['1', 'a', '3', 'c'], ['2', 'b', '', '']], 2) // => [['1', 'a'], ['2', 'b'], ['3', 'c']]
 */
export function stackGroups(rows: readonly (readonly string[])[], width: number): string[][] {
  const groups = Math.max(...rows.map((row) => Math.ceil(row.length / width)));
  return Array.from({ length: groups }, (_, group) =>
    rows
      .map((row) => row.slice(group * width, (group + 1) * width))
      .filter((cells) => cells.some((cell) => !/^-*$/.test(cell))),
  ).flat();
}

/** Turns a printed cross table (ranks down, headings across) into rows `[key, heading, rank, cell]`, column by column. */
export function unpivot(
  rows: readonly (readonly string[])[],
  headings: readonly (readonly [string, string])[],
): string[][] {
  return headings.flatMap(([key, heading], column) => rows.map((row) => [key, heading, row[0]!, row[column + 1]!]));
}

/**
 * The number in a cell of numbers, without percent signs and words around it; the cell itself when it holds none.
 *
 * @example
 * numberToken('领先 112 位') // => '112'
 */
export function numberToken(cell: string): string {
  return /-?\d+(\.\d+)?/.exec(cell)?.[0] ?? cell;
}

/** The cell without markup, and without blanks inside a Chinese name or behind a decimal point. */
export function cleanCell(cell: string): string {
  const text = cell.replace(/<[^>]*>/g, '').trim();
  return text.replace(/(?<=[\p{Script=Han}/]) +(?=\p{Script=Han})|(?<=\d\.) (?=\d)/gu, '');
}
