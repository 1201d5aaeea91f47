import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { writeFile } from '@indexlab/adapters';
import type { LedgerRow } from './ledger-row.js';

/** What the committed ledger holds of a row: a change in any of it is a change of verdict. */
const columns = ['id', 'verdict', 'why', 'class', 'reading', 'needs'] as const;

/**
 * The rows whose verdict differs from the committed ledger, new and vanished rows included.
 *
 * @example
 * changedRows(await computeLedger('internet-plus-2016'), 'internet-plus-2016') // => []
 */
export function changedRows(rows: readonly LedgerRow[], report: string): string[] {
  const committed = new Map(readLedger(report).map((line) => [idOf(line), line]));
  const changed = rows.filter((row) => committed.get(row.id) !== lineOf(row)).map((row) => row.id);
  const present = new Set(rows.map((row) => row.id));
  return [...changed, ...[...committed.keys()].filter((id) => !present.has(id))];
}

/** Writes the verdicts as the committed ledger, `data/findings/<report>.csv`. */
export function writeLedger(rows: readonly LedgerRow[], report: string): void {
  writeFile(ledgerPath(report), `${[columns.join(','), ...rows.map(lineOf)].join('\n')}\n`);
}

function readLedger(report: string): string[] {
  return readFileSync(ledgerPath(report), 'utf8').trimEnd().split('\n').slice(1);
}

function ledgerPath(report: string): string {
  const data = dirname(createRequire(import.meta.url).resolve('@indexlab/data/package.json'));
  return join(data, 'findings', `${report}.csv`);
}

/** Ids and verdicts hold no comma and no quote, so a line is the row joined by commas. */
function lineOf(row: LedgerRow): string {
  return columns.map((column) => row[column] ?? '').join(',');
}

function idOf(line: string): string {
  return line.slice(0, line.indexOf(','));
}
