import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { textsOf } from '@indexlab/core';
import { readCsv } from '@indexlab/readers';
import { extract } from './extract.js';
import { dossierPath, tablePath } from './dossier-paths.js';
import type { PrintedTable } from './printed-table.js';

/** How a table re-read from a report compares with the one in its dossier. */
export interface TableCheck {
  readonly id: string;
  /** Rows and cells re-read from the text. */
  readonly rows: number;
  readonly cells: number;
  /** Cells that differ, or that one side does not have. */
  readonly differing: number;
  readonly differences: readonly CellDifference[];
}

export interface CellDifference {
  /** Row of data, counted from 1. */
  readonly row: number;
  readonly column: string;
  /** `null` where that side has no such cell. */
  readonly published: string | null;
  readonly extracted: string | null;
}

/**
 * Re-reads a report and compares every cell, as text, with the tables of its dossier.
 *
 * @param data the folder of the data package
 * @throws IndexlabError when the report is unknown, or its text lacks one of its tables
 */
export function checkPublished(text: string, report: string, data: string): TableCheck[] {
  return extract(text, report).map((table) => {
    const differences = compare(table, publishedColumns(join(data, dossierPath(report), tablePath(table.id))));
    return {
      id: table.id,
      rows: table.rows.length,
      cells: table.rows.length * table.columns.length,
      differing: differences.length,
      differences,
    };
  });
}

type Columns = ReadonlyMap<string, readonly string[]>;

function publishedColumns(path: string): Columns {
  if (!existsSync(path)) return new Map();
  const { table } = readCsv(readFileSync(path), { layout: 'plain', types: 'text' });
  return new Map(table.columns.map((name) => [name, textsOf(table, name).map((cell) => cell ?? '')]));
}

function compare(table: PrintedTable, published: Columns): CellDifference[] {
  const extracted: Columns = new Map(table.columns.map(({ name }, at) => [name, table.rows.map((row) => row[at]!)]));
  return [...new Set([...extracted.keys(), ...published.keys()])].flatMap((column) => {
    const before = published.get(column) ?? [];
    const now = extracted.get(column) ?? [];
    return Array.from({ length: Math.max(before.length, now.length) }, (_, at) => ({
      row: at + 1,
      column,
      published: before[at] ?? null,
      extracted: now[at] ?? null,
    })).filter((cell) => cell.published !== cell.extracted);
  });
}
