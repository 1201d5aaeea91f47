import { escapeHtml } from '@indexlab/core';
import type { LedgerRow } from '../ledger/ledger-row.js';
import type { Page } from './page.js';
import { saidHtml } from './said-html.js';
import { tableAnchor } from './sections-of.js';

const holders = ['public', 'private', 'undisclosed', 'not-in-our-text'] as const;

/** Data and inputs: the source with its citation, the tables, and who could reproduce what is not computable. */
export function dataHtml(page: Page): string {
  const { dossier, heading, rows, words } = page;
  const tables = dossier.tables.map(({ name, title, rows: all, hash }) => {
    const link = `<a href="#${escapeHtml(tableAnchor(`${dossier.name}/${name}`))}">${saidHtml(title, page)}</a>`;
    return `<tr><td>${link}</td><td><code>${escapeHtml(name)}</code></td><td>${all.length}</td><td><code>${escapeHtml(hash?.replace('sha256:', '').slice(0, 12) ?? '')}</code></td></tr>`;
  });
  const head = [words.table, words.id, words.rows, 'SHA-256'].map((word) => `<th scope="col">${word}</th>`).join('');
  const computed = rows.filter(({ verdict }) => verdict !== null && verdict !== 'not-computable').length;
  const access = [
    `<dt>${words.anyone} (${computed})</dt><dd>${words.anyoneHint}</dd>`,
    ...holders.map((who) => holderHtml(who, page)),
  ];
  return `<p>${words.source}: ${saidHtml(heading.title, page)}${heading.sha256 === undefined ? '' : ` <code class="hash">${escapeHtml(heading.sha256)}</code>`}<br><span class="soft">${heading.sha256 === undefined ? words.typed : words.sourceHint}</span></p>
<dl class="access">${access.join('')}</dl>
${tables.length === 0 ? '' : `<table class="plain"><thead><tr>${head}</tr></thead><tbody>${tables.join('\n')}</tbody></table>`}`;
}

function holderHtml(who: NonNullable<LedgerRow['needs']>, page: Page): string {
  const needing = page.rows.filter(({ needs }) => needs === who);
  if (needing.length === 0) return '';
  const inputs = new Map<string, string[]>();
  for (const { id, computedText } of needing)
    inputs.set(computedText ?? '', [
      ...(inputs.get(computedText ?? '') ?? []),
      `<a href="#${escapeHtml(id)}">${escapeHtml(id.slice(id.indexOf('/') + 1))}</a>`,
    ]);
  const lines = [...inputs].map(([text, links]) => `<li>${saidHtml(text, page)}: ${links.join(', ')}</li>`);
  return `<dt>${page.words[who]} (${needing.length})</dt><dd><ul>${lines.join('')}</ul></dd>`;
}
