import { loadTable } from '@indexlab/adapters';
import { IndexlabError, type Table } from '@indexlab/core';
import { readCauses } from '@indexlab/claims';
import { type Cause, causesOf, withCauses } from '../dossier/causes.js';
import { type JudgedDossier, judgeDossier } from '../dossier/judge-dossier.js';
import { publishedDossier } from '../dossier/published-dossier.js';
import { reports, statedCauses } from '../reports.js';
import { evaluateStatement } from './evaluate-statement.js';
import type { LedgerRow } from './ledger-row.js';

/**
 * Judges a report of this project: the claims and roles of its dossier, then what its named functions compute.
 *
 * @param report the report's short id
 * @param load gives a published table by its id; by default as stored in `data/`
 * @param onRow called after each row with how many are done and how many there are
 * @throws IndexlabError when no report has this id
 *
 * @example
 * (await judgeReport('internet-plus-2016')).causes.length // => 12
 */
export async function judgeReport(
  report: string,
  load?: (id: string) => Table,
  onRow: (done: number, all: number) => void = () => {},
): Promise<JudgedDossier> {
  const functions = reports[report];
  if (!functions) {
    throw new IndexlabError(`judgeReport requires a report of this project, got ${JSON.stringify(report)}`, {
      remedy: `There are: ${Object.keys(reports).join(', ')}.`,
    });
  }
  const loadOnce = loadingOnce(load ?? ((id) => loadTable(id).table));
  const judged = judgeDossier(publishedDossier(report, load && loadOnce));
  const statements = functions(loadOnce);
  const computed: LedgerRow[] = [];
  const all = judged.rows.length + statements.length;
  onRow(judged.rows.length, all);
  for (const statement of statements) {
    computed.push(await evaluateStatement(statement, loadOnce));
    onRow(judged.rows.length + computed.length, all);
  }
  const causes = statedCauses[report] ?? [];
  const titles = new Map([...judged.titles, ...causes.map(({ id, title }) => [id, title] as const)]);
  const rows = [...judged.rows, ...withCauses(computed, causes)];
  return { ...judged, ...causesOf(rows, titles), titles };
}

/** Gives each table from the first time that it was asked for. */
export function loadingOnce(load: (id: string) => Table): (id: string) => Table {
  const loaded = new Map<string, Table>();
  return (id) => {
    const table = loaded.get(id) ?? load(id);
    loaded.set(id, table);
    return table;
  };
}

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
  load?: (id: string) => Table,
  onRow: (done: number, all: number) => void = () => {},
): Promise<LedgerRow[]> {
  return [...(await judgeReport(report, load, onRow)).rows];
}

/**
 * The mistakes behind the contradictions of a report, as far as its dossier names them, and its rows with theirs.
 *
 * @example
 * causesOfReport(await computeLedger('internet-plus-2016'), 'internet-plus-2016').causes.length // => 12
 */
export function causesOfReport(rows: readonly LedgerRow[], report: string): { causes: Cause[]; rows: LedgerRow[] } {
  const titles = publishedDossier(report).claims.flatMap(({ text }) => [...readCauses(text)]);
  const stated = (statedCauses[report] ?? []).map(({ id, title }) => [id, title] as const);
  return causesOf(rows, new Map([...titles, ...stated]));
}
