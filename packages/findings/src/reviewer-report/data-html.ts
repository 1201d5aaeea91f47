import { escapeHtml } from '@indexlab/core';
import type { LedgerRow } from '../ledger/ledger-row.js';
import type { Page } from './page.js';
import { tableAnchor } from './sections-of.js';

const holders = ['public', 'private', 'undisclosed', 'not-in-our-text'] as const;

/** Data and inputs: the source with its citation, the tables, and who could reproduce what is not computable. */
export function dataHtml({ dossier, heading, rows, words }: Page): string {
  const tables = dossier.tables.map(({ name, title, rows: all, hash }) => {
    const link = `<a href="#${escapeHtml(tableAnchor(`${dossier.name}/${name}`))}">${escapeHtml(title)}</a>`;
    return `<tr><td>${link}</td><td><code>${escapeHtml(name)}</code></td><td>${all.length}</td><td><code>${escapeHtml(hash?.replace('sha256:', '').slice(0, 12) ?? '')}</code></td></tr>`;
  });
  const head = [words.table, 'id', words.rows, 'SHA-256'].map((word) => `<th scope="col">${word}</th>`).join('');
  const computed = rows.filter(({ verdict }) => verdict !== null && verdict !== 'not-computable').length;
  const access = [
    `<dt>${words.anyone} (${computed})</dt><dd>${words.anyoneHint}</dd>`,
    ...holders.map((who) => holderHtml(who, rows, words[who])),
  ];
  return `<p>${words.source}: ${escapeHtml(heading.title)}${heading.sha256 === undefined ? '' : ` <code class="hash">${escapeHtml(heading.sha256)}</code>`}<br><span class="soft">${heading.sha256 === undefined ? words.typed : words.sourceHint}</span></p>
<dl class="access">${access.join('')}</dl>
${tables.length === 0 ? '' : `<table class="plain"><thead><tr>${head}</tr></thead><tbody>${tables.join('\n')}</tbody></table>`}`;
}

function holderHtml(who: NonNullable<LedgerRow['needs']>, rows: readonly LedgerRow[], term: string): string {
  const needing = rows.filter(({ needs }) => needs === who);
  if (needing.length === 0) return '';
  const inputs = new Map<string, string[]>();
  for (const { id, computedText } of needing)
    inputs.set(computedText ?? '', [
      ...(inputs.get(computedText ?? '') ?? []),
      `<a href="#${escapeHtml(id)}">${escapeHtml(id.slice(id.indexOf('/') + 1))}</a>`,
    ]);
  const lines = [...inputs].map(([text, links]) => `<li>${escapeHtml(text)}: ${links.join(', ')}</li>`);
  return `<dt>${term} (${needing.length})</dt><dd><ul>${lines.join('')}</ul></dd>`;
}
