import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LedgerRow } from '@indexlab/findings';

/** Writes a report's ledger as JSON and as CSV into a folder. */
export function writeReport(rows: readonly LedgerRow[], report: string, folder: string): void {
  writeFileSync(join(folder, `${report}.json`), `${JSON.stringify({ findings: rows }, null, 2)}\n`);
  writeFileSync(join(folder, `${report}.csv`), `${csvLines(rows).join('\n')}\n`);
}

function csvLines(rows: readonly LedgerRow[]): string[] {
  const columns = Object.keys(rows[0] ?? {}).filter((column) => column !== 'evidence') as (keyof LedgerRow)[];
  return [columns.join(','), ...rows.map((row) => columns.map((column) => csvCell(row[column])).join(','))];
}

function csvCell(value: unknown): string {
  const text = value === null ? '' : Array.isArray(value) ? value.join(' ') : String(value);
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
