import { escapeHtml } from '@indexlab/core';
import { headingOf } from '../dossier/locator.js';
import type { LedgerRow } from '../ledger/ledger-row.js';
import { type Page, tableOfRef } from './page.js';
import { saidHtml } from './said-html.js';

/** Where a table is printed, its size, and the claims of the text that read it. */
export function tableFacts(table: string, page: Page): string {
  const { dossier, rows, words } = page;
  const found = dossier.tables.find(({ name }) => `${dossier.name}/${name}` === table);
  const readers = rows.filter((row) => row.kind === 'statement' && readsTable(row, table));
  const links = readers.map(
    ({ id }) => `<a href="#${escapeHtml(id)}">${escapeHtml(id.slice(id.indexOf('/') + 1))}</a>`,
  );
  const facts: (string | false)[] = [
    found !== undefined && saidHtml(whereOf(found.locator), page),
    found !== undefined && `${found.rows.length} ${words.rows}`,
    found !== undefined && `<code>${escapeHtml(found.path)}</code>`,
    links.length > 0 && `${words.readBy} ${links.join(', ')}`,
  ];
  const said = facts.filter((fact): fact is string => fact !== false && fact !== '');
  return said.length === 0 ? '' : `<p class="soft">${said.join(' · ')}</p>`;
}

/** The passage of a table, as the locators of its checks say it. */
export function tablePlace(table: string, { dossier }: Page): string {
  const { chapter, heading } = dossier.tables.find(({ name }) => `${dossier.name}/${name}` === table)?.locator ?? {};
  return heading ? headingOf(String(chapter), String(heading)) : `table ${table.slice(dossier.name.length + 1)}`;
}

function whereOf(locator: Readonly<Record<string, string | number>>): string {
  return Object.entries(locator)
    .filter(([key]) => key !== 'offset')
    .map(([, place]) => String(place))
    .join(', ');
}

function readsTable({ inputs }: LedgerRow, table: string): boolean {
  return inputs.some((ref) => tableOfRef(ref) === table);
}
