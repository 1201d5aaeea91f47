import { loadTable } from '@indexlab/adapters';
import { IndexlabError, type Table } from '@indexlab/core';
import { type Cause, causesOf, withCauses } from '../dossier/causes.js';
import { reports, statedCauses } from '../reports.js';
import { evaluateStatement } from './evaluate-statement.js';
import type { LedgerRow } from './ledger-row.js';

/**
 * Computes every claim of a report from its published tables.
 *
 * @param report the report's short id
 * @param load gives a published table by its id; by default as stored in `data/`
 * @param onRow called after each row with how many are done and how many there are
 * @throws IndexlabError when no report has this id
 *
 * @example
 * const rows = await computeLedger('internet-plus-2016');
 * rows.find((row) => row.id === 'internet-plus-2016/leading-four-total').verdict // => 'reproduced'
 */
export async function computeLedger(
  report: string,
  load: (id: string) => Table = (id) => loadTable(id).table,
  onRow: (done: number, all: number) => void = () => {},
): Promise<LedgerRow[]> {
  const statements = reports[report];
  if (!statements) {
    throw new IndexlabError(`computeLedger requires a report of this project, got ${JSON.stringify(report)}`, {
      remedy: `There are: ${Object.keys(reports).join(', ')}.`,
    });
  }
  const loaded = new Map<string, Table>();
  const loadOnce = (id: string): Table => {
    const table = loaded.get(id) ?? load(id);
    loaded.set(id, table);
    return table;
  };
  const all = statements(loadOnce);
  const rows: LedgerRow[] = [];
  for (const statement of all) {
    rows.push(await evaluateStatement(statement, loadOnce));
    onRow(rows.length, all.length);
  }
  return withCauses(rows, statedCauses[report] ?? []);
}

/**
 * The mistakes behind the contradictions of a report, as far as its module names them, and its rows with theirs.
 *
 * @example
 * causesOfReport(await computeLedger('internet-plus-2016'), 'internet-plus-2016').causes.length // => 12
 */
export function causesOfReport(rows: readonly LedgerRow[], report: string): { causes: Cause[]; rows: LedgerRow[] } {
  return causesOf(rows, new Map((statedCauses[report] ?? []).map(({ id, title }) => [id, title])));
}
