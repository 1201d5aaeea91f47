import { assertThat } from '@indexlab/core';
import {
  cleanCell,
  locate,
  numberToken,
  type PrintedColumn,
  type PrintedTable,
  readCells,
  stackGroups,
} from './printed-table.js';

/** A table that stands in columns, possibly several groups of them side by side. */
export interface Listing {
  readonly id: string;
  readonly title: string;
  readonly chapter: string;
  /** The printed title. */
  readonly heading: string;
  /** Strings that follow one another in the text, the last one the first characters of the table's header. */
  readonly find: readonly string[];
  readonly headerLines?: number;
  /** The first characters behind the table, where something in cells follows that is not part of it. */
  readonly until?: string;
  readonly columns: readonly PrintedColumn[];
}

/** Reads a table that stands in columns; headers repeated behind a page break are left out. */
export function readListing(report: string, text: string, listing: Listing): PrintedTable {
  const { id, title, chapter, heading, find, headerLines = 1, until, columns } = listing;
  const start = locate(text, find);
  const end = until === undefined ? text.length : locate(text, [...find, until]);
  const { offset, header, rows } = readCells(text.slice(0, end), start, headerLines);
  const headers = header.map((cells) => cells.join());
  const stacked = stackGroups(
    rows.filter((cells) => !headers.includes(cells.join())),
    columns.length,
  );
  return {
    id: `${report}/${id}`,
    title,
    locator: { chapter, heading, offset },
    columns,
    rows: stacked.map((row) => {
      assertThat(
        row.length === columns.length,
        () => `extract requires ${columns.length} cells, got ${row.join(' | ')} (${heading})`,
      );
      return row.map((cell, at) => (columns[at]!.type === 'string' ? cell : numberToken(cell)));
    }),
  };
}

/** A list in running text, read by a pattern whose groups are the cells of a row. */
export interface Pattern {
  readonly id: string;
  readonly title: string;
  readonly chapter: string;
  readonly heading: string;
  /** Strings that follow one another in the text; the list begins with the last. */
  readonly find: readonly string[];
  /** The first characters behind the list. */
  readonly until: string;
  readonly columns: readonly PrintedColumn[];
  readonly row: RegExp;
}

/** Reads a list in running text. */
export function readPattern(report: string, text: string, pattern: Pattern): PrintedTable {
  const { id, title, chapter, heading, find, until, columns, row } = pattern;
  const offset = locate(text, find);
  const rows = [...text.slice(offset, locate(text, [...find, until])).matchAll(row)].map((match) =>
    match.slice(1).map(cleanCell),
  );
  assertThat(rows.length > 0, () => `extract requires the list "${title}", got none of its rows (offset ${offset})`);
  return { id: `${report}/${id}`, title, locator: { chapter, heading, offset }, columns, rows };
}

/** A column of counts or ranks. */
export function exactColumn(name: string, title: string): PrintedColumn {
  return { name, title, type: 'integer', exact: true };
}

/** A column of texts. */
export function textColumn(name: string, title: string): PrintedColumn {
  return { name, title, type: 'string' };
}

export const rankColumn = exactColumn('rank', 'Rank');
export const cityColumn: PrintedColumn = { name: 'name', title: 'City, as printed', type: 'string', places: 'city' };
export const provinceColumn: PrintedColumn = {
  name: 'name',
  title: 'Province, as printed',
  type: 'string',
  places: 'province',
};
