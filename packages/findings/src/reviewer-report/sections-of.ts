import { escapeHtml } from '@indexlab/core';
import type { LedgerRow } from '../ledger/ledger-row.js';
import { isOfText, isUnchecked, type Page, tableOfRef } from './page.js';
import { saidHtml } from './said-html.js';

/** Rows that stand together: the text, a table, what could not be checked, what is out of scope. */
export interface Section {
  readonly id: string;
  /** As HTML. */
  readonly name: string;
  /** Contradictions first. */
  readonly rows: readonly LedgerRow[];
  /** The table, by its id. */
  readonly table: string | null;
}

/** The sections of a page, in order; empty ones are left out. */
export function sectionsOf(page: Page): Section[] {
  const { rows, words, dossier } = page;
  const checked = rows.filter((row) => row.verdict !== null && !isUnchecked(row));
  const titles = new Map(dossier.tables.map(({ name, title }) => [`${dossier.name}/${name}`, title]));
  const others: LedgerRow[] = [];
  const tables = new Map<string, LedgerRow[]>([...titles.keys()].map((id) => [id, []]));
  for (const row of checked.filter(({ kind }) => kind !== 'statement')) {
    const table = tableOfRef(row.inputs[0] ?? '') ?? '';
    (tables.get(table) ?? others).push(row);
  }
  const sections: Section[] = [
    { id: 'text', name: words.text, table: null, rows: rows.filter(isOfText) },
    ...[...tables].map(([table, all]) => {
      const title = titles.get(table);
      const short = table.slice(table.indexOf('/') + 1);
      return {
        id: tableAnchor(table),
        name: `${words.table}: ${title === undefined || title === short ? `<code>${escapeHtml(short)}</code>` : `${saidHtml(title, page)} <code>${escapeHtml(short)}</code>`}`,
        table,
        rows: all,
      };
    }),
    { id: 'others', name: words.others, table: null, rows: others },
    { id: 'unchecked', name: words.unchecked, table: null, rows: rows.filter(isUnchecked) },
    { id: 'context', name: words.outOfScope, table: null, rows: rows.filter(({ verdict }) => verdict === null) },
  ];
  return sections
    .filter(({ rows: all, table }) => all.length > 0 || (table !== null && titles.has(table)))
    .map((section) => ({ ...section, rows: contradictedFirst(section.rows) }));
}

/** Where a table stands on the page. */
export function tableAnchor(table: string): string {
  return `table-${table}`;
}

/** Rows with the contradicted ones in front. */
export function contradictedFirst(rows: readonly LedgerRow[]): LedgerRow[] {
  return [...rows].sort((a, b) => Number(b.verdict === 'contradicted') - Number(a.verdict === 'contradicted'));
}
