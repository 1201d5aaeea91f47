import { escapeHtml } from '@indexlab/core';
import type { Page } from './page.js';
import { roundingHtml } from './rounding-line.js';
import { saidHtml } from './said-html.js';
import { computedHtml, printedHtml } from './row-output.js';

/** What the published numbers say of the method: each parameter as printed, its bounds, and what they rest on. */
export function recoveredHtml(page: Page): string {
  const { dossier, rowOf, words } = page;
  const lines = dossier.recovered.flatMap(({ finding, parameter }) => {
    const row = rowOf.get(`${dossier.name}/${finding}`);
    if (!row) return [];
    const cells = [
      `<a href="#${escapeHtml(row.id)}">${saidHtml(parameter, page)}</a>`,
      printedHtml(row, page),
      computedHtml(row, page),
      row.assumptions.map((one) => saidHtml(one, page)).join('; '),
      row.verdict === null ? words.out : words[row.verdict],
    ];
    return [`<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`];
  });
  if (lines.length === 0) return roundingHtml(page);
  const head = [words.parameter, words.printed, words.bounds, words.assumes, words.verdict];
  return `${roundingHtml(page)}<p class="soft">${words.recoveredHint}</p><table class="plain"><thead><tr>${head.map((word) => `<th scope="col">${word}</th>`).join('')}</tr></thead><tbody>${lines.join('\n')}</tbody></table>`;
}
