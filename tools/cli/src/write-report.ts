import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LedgerRow } from '@indexlab/findings';
import { csvLines } from './csv-lines.js';

/** Writes a report's ledger as JSON and as CSV into a folder. */
export function writeReport(rows: readonly LedgerRow[], report: string, folder: string): void {
  writeFileSync(join(folder, `${report}.json`), `${JSON.stringify({ findings: rows }, null, 2)}\n`);
  writeFileSync(
    join(folder, `${report}.csv`),
    `${csvLines(rows.map(({ evidence: _evidence, ...row }) => row)).join('\n')}\n`,
  );
}
