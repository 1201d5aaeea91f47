import { escapeHtml } from '@indexlab/core';
import type { Cause } from '../dossier/causes.js';
import type { LedgerRow } from '../ledger/ledger-row.js';
import type { Page } from './page.js';
import { printedFigure } from './row-html.js';
import { ranksTouched } from './ranks-touched.js';
import { saidHtml } from './said-html.js';

/** The mistakes of the report, each once: how much hangs on it, what it touches, and how it was worked out again. */
export function causesHtml(page: Page): string {
  const { causes, words } = page;
  if (causes.length === 0) return `<p>${words.noMistakes}</p>`;
  return `<p class="soft">${words.materialityLegend}</p><ol class="causes">${causes.map((cause) => causeHtml(cause, page)).join('\n')}</ol>`;
}

function causeHtml({ id, title, findings, materiality, action }: Cause, page: Page): string {
  const { words, rowOf, dossier } = page;
  const rows = findings.flatMap((finding) => rowOf.get(finding) ?? []);
  const links = rows.map(
    ({ id: row, statement }) =>
      `<a href="#${escapeHtml(row)}"${page.lang === 'zh' ? ' lang="en"' : ''} title="${escapeHtml(statement)}">${escapeHtml(row.slice(row.indexOf('/') + 1))}</a>`,
  );
  const redone = dossier.redone.find(({ cause }) => cause === id);
  const corrections = correctionsOf(rows, page).map((at) => `<a href="#correction-${at}">${at}</a>`);
  const lines: (readonly [string, string])[] = [
    [`${words.explains} ${rows.length}`, links.join(', ')],
    [
      words.figures,
      unique(rows.filter(({ exact }) => exact !== null).map((row) => printedFigure(row, page))).join('; '),
    ],
    [words.ranks, saidHtml(ranksTouched(rows, page).join('; '), page)],
    [words.corrections, corrections.join(', ')],
    [redone?.agrees === false ? words.redoneDiffers : words.redone, saidHtml(redone?.arithmetic ?? '', page)],
  ];
  const said = lines.filter(([, text]) => text !== '').map(([term, text]) => `<dt>${term}</dt><dd>${text}</dd>`);
  return `<li id="cause-${escapeHtml(id)}"><b>${saidHtml(title, page)}</b> <span class="tag ${materiality}">${words[materiality]}</span><span class="tag">${words[action]}</span><dl>${said.join('')}</dl></li>`;
}

/** The suspected mistakes in the cells that the rows read; what is wrong with a name changes no number. */
function correctionsOf(rows: readonly LedgerRow[], { correctionAt, dossier }: Page): number[] {
  const found = new Set(rows.flatMap(({ inputs }) => inputs.flatMap((ref) => correctionAt.get(ref) ?? [])));
  return [...found].filter((at) => /\d/u.test(dossier.corrections[at - 1]!.printed)).sort((a, b) => a - b);
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}
