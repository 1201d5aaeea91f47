import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCsv } from '@indexlab/readers';
import type { DossierTable } from './read-dossier.js';

/** A suspected mistake of a table; nothing applies it. */
export interface SuspectedMistake {
  /** The cell, `table#row/column`, without the dossier's name; `table#row` where a row is missing behind it. */
  readonly ref: string;
  readonly printed: string;
  /** What it should probably print; empty where that is not known. */
  readonly suggested: string;
  readonly reason: string;
}

/** A cell that was keyed a second time from the report's text. */
export interface RekeyedCell {
  readonly ref: string;
  /** What the second keying found. */
  readonly printed: string;
  /** What the table of the dossier holds; `null` where it has no such cell. */
  readonly held: string | null;
  /** Why the two keyings differed before the text was looked up again; empty where they agreed. */
  readonly note: string;
}

/** A mistake of the report that somebody worked out again by hand. */
export interface RedoneMistake {
  readonly cause: string;
  readonly arithmetic: string;
  readonly agrees: boolean;
}

/** A claim whose bounds say what a parameter of the method must have been. */
export interface RecoveredParameter {
  /** The claim's id, without the dossier's name. */
  readonly finding: string;
  readonly parameter: string;
}

/** What a dossier says of its own reliability. */
export interface DossierEvidence {
  readonly corrections: readonly SuspectedMistake[];
  readonly rekeyed: readonly RekeyedCell[];
  readonly redone: readonly RedoneMistake[];
  readonly recovered: readonly RecoveredParameter[];
}

/**
 * What stands beside the claims of a dossier, each file as far as there is one: `corrections.csv` (table, row, column,
 * printed, suggested, reason), `rekeyed.csv` (table, row, column, printed, note), `redone.csv` (cause, arithmetic, agrees) and
 * `recovered.csv` (finding, parameter).
 */
export function readEvidence(folder: string, name: string, tables: readonly DossierTable[]): DossierEvidence {
  const local = (table: string): string => (table.startsWith(`${name}/`) ? table.slice(name.length + 1) : table);
  const refOf = ({ table = '', row = '', column = '' }: CsvRow): string =>
    `${local(table)}#${row}${column === '' ? '' : `/${column}`}`;
  return {
    corrections: rowsOf(folder, 'corrections.csv').map((row) => ({
      ref: refOf(row),
      printed: row.printed ?? '',
      suggested: row.suggested ?? '',
      reason: row.reason ?? '',
    })),
    rekeyed: rowsOf(folder, 'rekeyed.csv').map((row) => {
      const table = tables.find(({ name: one }) => one === local(row.table ?? ''));
      const column = table?.fields.findIndex(({ name: one }) => one === row.column) ?? -1;
      const held = table?.rows[Number(row.row) - 1]?.[column] ?? null;
      return { ref: refOf(row), printed: row.printed ?? '', held, note: row.note ?? '' };
    }),
    redone: rowsOf(folder, 'redone.csv').map(({ cause = '', arithmetic = '', agrees }) => ({
      cause,
      arithmetic,
      agrees: agrees === 'yes',
    })),
    recovered: rowsOf(folder, 'recovered.csv').map(({ finding = '', parameter = '' }) => ({ finding, parameter })),
  };
}

type CsvRow = Readonly<Partial<Record<string, string>>>;

function rowsOf(folder: string, file: string): CsvRow[] {
  const path = join(folder, file);
  if (!existsSync(path)) return [];
  const { table } = readCsv(readFileSync(path), { layout: 'plain', types: 'text' });
  const columns = table.columns.map((column) => [column, table.texts(column).values] as const);
  return Array.from({ length: table.rowCount }, (_, row) =>
    Object.fromEntries(columns.map(([column, cells]) => [column, cells[row] ?? ''])),
  );
}
