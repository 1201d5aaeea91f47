import { escapeHtml } from '@indexlab/core';
import type { LedgerRow } from '../ledger/ledger-row.js';
import type { Page } from './page.js';
import { saidHtml } from './said-html.js';
import { contradictedFirst } from './sections-of.js';

/** A cell that many claims read names the first; the rest link to it from their rows. */
const shownReaders = 8;

/** The suspected mistakes of the tables, each with the rows that read its cell. */
export function correctionsHtml(page: Page): string {
  const { dossier, rows, words } = page;
  if (dossier.corrections.length === 0) return '';
  const readers = new Map<number, LedgerRow[]>();
  for (const row of rows)
    for (const at of new Set(row.inputs.flatMap((ref) => page.correctionsAt(ref))))
      readers.set(at, [...(readers.get(at) ?? []), row]);
  const lines = dossier.corrections.map(({ ref, printed, suggested, reason }, at) => {
    const all = contradictedFirst(readers.get(at + 1) ?? []);
    const links = all
      .slice(0, shownReaders)
      .map(({ id }) => `<a href="#${escapeHtml(id)}">${escapeHtml(id.slice(id.indexOf('/') + 1))}</a>`);
    const change = [printed, suggested].filter((text) => text !== '').map((text) => saidHtml(text, page));
    return `<tr id="correction-${at + 1}"><td>${at + 1}</td><td><code>${escapeHtml(ref)}</code></td><td>${change.join(' → ')}</td><td>${saidHtml(reason, page)}</td><td>${links.join(', ') || words.readByNone}${all.length > shownReaders ? ` … (${all.length})` : ''}</td></tr>`;
  });
  const head = ['', words.cells, words.suggestion, words.note, words.readBy].map(
    (word) => `<th scope="col">${word}</th>`,
  );
  return `<p class="soft">${words.correctionsHint}</p><table class="plain"><thead><tr>${head.join('')}</tr></thead><tbody>${lines.join('\n')}</tbody></table>`;
}
