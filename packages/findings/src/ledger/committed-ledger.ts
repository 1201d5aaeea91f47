import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { csvLine } from '@indexlab/core';
import { writeFile } from '@indexlab/adapters';
import type { LedgerRow } from './ledger-row.js';

/** What the committed ledger holds of a row: a diff of it is the review. */
const columns = [
  'id',
  'verdict',
  'why',
  'class',
  'reading',
  'needs',
  'cause',
  'printed',
  'computed',
  'lower',
  'upper',
] as const;

type LedgerColumn = (typeof columns)[number];

/**
 * The rows whose verdict differs from the committed ledger, new and vanished rows included.
 *
 * @example
 * changedRows(await computeLedger('internet-plus-2016'), 'internet-plus-2016') // => []
 */
export function changedRows(rows: readonly LedgerRow[], report: string): string[] {
  return changedLines(rows, readFileSync(ledgerPath(report), 'utf8'));
}

/**
 * The rows that differ from a committed ledger in any of the columns that it has.
 *
 * @example
 * changedLines([], 'id,verdict\nports/total,reproduced\n') // => ['ports/total']
 */
export function changedLines(rows: readonly LedgerRow[], ledger: string): string[] {
  const [header = '', ...lines] = ledger.trimEnd().split('\n');
  const held = header.split(',').filter((name): name is LedgerColumn => (columns as readonly string[]).includes(name));
  const committed = new Map(lines.map((line) => [line.slice(0, line.indexOf(',')), line]));
  const changed = rows.filter((row) => committed.get(row.id) !== lineOf(row, held)).map((row) => row.id);
  const present = new Set(rows.map((row) => row.id));
  return [...changed, ...[...committed.keys()].filter((id) => !present.has(id))];
}

/** Writes the verdicts as the committed ledger, `data/reports/<report>/ledger.csv`. */
export function writeLedger(rows: readonly LedgerRow[], report: string): void {
  writeFile(ledgerPath(report), ledgerText(rows, columns));
}

/**
 * The committed ledger of a dossier.
 *
 * @example
 * ledgerText([]) // => 'id,verdict,why,class,reading,needs,cause,printed,computed,lower,upper\n'
 */
export function ledgerText(rows: readonly LedgerRow[], held: readonly LedgerColumn[] = columns): string {
  return `${[held.join(','), ...rows.map((row) => lineOf(row, held))].join('\n')}\n`;
}

function ledgerPath(report: string): string {
  const data = dirname(createRequire(import.meta.url).resolve('@indexlab/data/package.json'));
  return join(data, 'reports', report, 'ledger.csv');
}

/** Ids hold no comma and no quote. */
function lineOf(row: LedgerRow, held: readonly LedgerColumn[]): string {
  return csvLine(held.map((column) => row[column]));
}
