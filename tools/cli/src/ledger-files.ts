import { join } from 'node:path';
import { type Cause, ledgerJson, type LedgerRow } from '@indexlab/findings';
import { csvLines } from './csv-lines.js';

/** A report's ledger as the files that `reproduce` writes, JSON and CSV. */
export function ledgerFiles(
  rows: readonly LedgerRow[],
  report: string,
  folder: string,
  causes: readonly Cause[] = [],
): [path: string, text: string][] {
  const findings = ledgerJson(rows);
  return [
    [join(folder, `${report}.json`), `${JSON.stringify({ findings, causes })}\n`],
    [join(folder, `${report}.csv`), `${csvLines(findings.map(flat)).join('\n')}\n`],
  ];
}

/** What is no single text stands as JSON in its cell. */
function flat(row: ReturnType<typeof ledgerJson>[number]): Record<string, unknown> {
  const entries = Object.entries(row).map(([name, value]) => {
    const isNested =
      typeof value === 'object' &&
      value !== null &&
      !(Array.isArray(value) && value.every((one) => typeof one === 'string'));
    return [name, isNested ? JSON.stringify(value) : value] as const;
  });
  return Object.fromEntries(entries);
}
