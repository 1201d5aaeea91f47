import { join } from 'node:path';
import type { LedgerRow } from '@indexlab/findings';
import { csvLines } from './csv-lines.js';

/** A report's ledger as the files that `reproduce` writes, JSON and CSV. */
export function ledgerFiles(
  rows: readonly LedgerRow[],
  report: string,
  folder: string,
): [path: string, text: string][] {
  return [
    [join(folder, `${report}.json`), `${JSON.stringify({ findings: rows }, null, 2)}\n`],
    [join(folder, `${report}.csv`), `${csvLines(rows.map(({ evidence: _evidence, ...row }) => row)).join('\n')}\n`],
  ];
}
