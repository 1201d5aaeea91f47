import { escapeHtml } from '@indexlab/core';
import type { Cause } from '../dossier/causes.js';
import type { LedgerRow } from '../ledger/ledger-row.js';
import { type Page, tableOfRef } from './page.js';
import { causeTitle } from './cause-title.js';
import { correctionLinks } from './corrections-at.js';
import { changeHtml, printedFigure } from './row-output.js';
import { ranksTouched } from './ranks-touched.js';
import { saidHtml } from './said-html.js';

/** A computed text longer than this is left to the row. */
const shortText = 200;

/** Of many smallest changes only the first are named; every row has its own. */
const fewChanges = 4;

/** The mistakes of the report, each once: how much hangs on it, what it touches, and how it was worked out again. */
export function causesHtml(page: Page): string {
  const { causes, words } = page;
  if (causes.length === 0) return `<p>${words.noMistakes}</p>`;
  return `<p class="soft">${words.materialityLegend}</p><ol class="causes">${causes.map((cause) => causeHtml(cause, page)).join('\n')}</ol>`;
}

function causeHtml(cause: Cause, page: Page): string {
  const { id, findings, materiality, action } = cause;
  const { words, rowOf, dossier } = page;
  const rows = findings.flatMap((finding) => rowOf.get(finding) ?? []);
  const links = rows.map(
    ({ id: row, statement }) =>
      `<a href="#${escapeHtml(row)}"${page.lang === 'zh' ? ' lang="en"' : ''} title="${escapeHtml(statement)}">${escapeHtml(row.slice(row.indexOf('/') + 1))}</a>`,
  );
  const redone = dossier.redone.find((one) => one.cause === id);
  const lines: (readonly [string, string])[] = [
    [`${words.contradictedClaims} (${rows.length})`, links.join(', ')],
    [words.found, unique(rows.map((row) => foundHtml(row, page))).join('; ')],
    [
      words.change,
      unique(rows.map((row) => changeHtml(row, page)))
        .slice(0, fewChanges)
        .join('; '),
    ],
    [words.ranks, saidHtml(ranksTouched(rows, page).join('; '), page)],
    [words.corrections, correctionLinks(correctionsOf(rows, page))],
    [redone?.agrees === false ? words.redoneDiffers : words.redone, saidHtml(redone?.arithmetic ?? '', page)],
  ];
  const said = lines.filter(([, text]) => text !== '').map(([term, text]) => `<dt>${term}</dt><dd>${text}</dd>`);
  return `<li id="cause-${escapeHtml(id)}"><b>${causeTitle(cause, page)}</b> <span class="tag ${materiality}">${words[materiality]}</span><span class="tag">${words[action]}</span><dl>${said.join('')}</dl></li>`;
}

/**
 * The suspected mistakes in the cells that the rows read: of numbers, and of a missing line or a name where the rows read
 * nothing but lines of its table, or names.
 */
function correctionsOf(rows: readonly LedgerRow[], { correctionsAt, dossier }: Page): number[] {
  const refs = rows.flatMap(({ inputs }) => inputs).filter((ref) => ref.includes('#'));
  const found = new Set(refs.flatMap((ref) => correctionsAt(ref)));
  return [...found]
    .filter((at) => {
      const { ref, printed } = dossier.corrections[at - 1]!;
      const isNumber = /\d/u.test(printed) || ref.startsWith('text-figures#');
      const [table, column = ''] = [ref.replace(/#.*$/su, ''), /\/[^/]*$/u.exec(ref)?.[0]];
      const isAlike = (one: string): boolean =>
        column === '' ? tableOfRef(one) === `${dossier.name}/${table}` : one.endsWith(column);
      return isNumber || refs.every(isAlike);
    })
    .sort((a, b) => a - b);
}

/** What a contradicted row prints beside what was computed; words that were computed only where they are short. */
function foundHtml(row: LedgerRow, page: Page): string {
  const computed = row.computedText ?? (row.computed === null ? '' : String(Number(row.computed.toPrecision(5))));
  return computed === '' || computed.length > shortText
    ? ''
    : `${row.printed === row.statement ? '' : `${printedFigure(row, (text) => saidHtml(text, page))} `}≠ ${saidHtml(computed, page)}`;
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)].filter((text) => text !== '');
}
