import { escapeHtml } from '@indexlab/core';
import type { Page } from './page.js';
import { saidHtml } from './said-html.js';

/** A cell that many claims read names the first; the rest link to it from their rows. */
const shownReaders = 8;

/** The suspected mistakes of the tables, each with the rows that read its cell. */
export function correctionsHtml(page: Page): string {
  const { dossier, rows, words } = page;
  if (dossier.corrections.length === 0) return '';
  const readers = new Map<string, string[]>();
  for (const { id, inputs } of rows) for (const ref of inputs) readers.set(ref, [...(readers.get(ref) ?? []), id]);
  const lines = dossier.corrections.map(({ ref, printed, suggested, reason }, at) => {
    const all = readers.get(`${dossier.name}/${ref}`) ?? [];
    const links = all
      .slice(0, shownReaders)
      .map((id) => `<a href="#${escapeHtml(id)}">${escapeHtml(id.slice(id.indexOf('/') + 1))}</a>`);
    const change = suggested === '' ? escapeHtml(printed) : `${escapeHtml(printed)} → ${escapeHtml(suggested)}`;
    return `<tr id="correction-${at + 1}"><td>${at + 1}</td><td><code>${escapeHtml(ref)}</code></td><td>${change}</td><td>${saidHtml(reason, page)}</td><td>${links.join(', ') || words.readByNone}${all.length > shownReaders ? ` … (${all.length})` : ''}</td></tr>`;
  });
  const head = ['', words.cells, words.suggestion, words.note, words.readBy].map(
    (word) => `<th scope="col">${word}</th>`,
  );
  return `<p class="soft">${words.correctionsHint}</p><table class="plain"><thead><tr>${head.join('')}</tr></thead><tbody>${lines.join('\n')}</tbody></table>`;
}
