import { escapeHtml } from '@indexlab/core';
import { causeTitle } from './cause-title.js';
import type { Page } from './page.js';
import { saidHtml } from './said-html.js';
import { transcription, transcriptionLine } from './transcription.js';

/** How far this page can be trusted itself: cells keyed twice, contradictions worked out again. */
export function reliabilityHtml(page: Page): string {
  const { dossier, causes, words } = page;
  const keyed = transcription(dossier.rekeyed);
  const known = new Map(causes.map((cause) => [cause.id, cause]));
  const redone = dossier.redone.flatMap((one) => {
    const cause = known.get(one.cause);
    return cause ? [{ ...one, cause }] : [];
  });
  if (keyed === null && redone.length === 0) return '';
  const differing = keyed?.differing.map(
    ({ ref, printed, held }) =>
      `<li><code>${escapeHtml(ref)}</code> ${escapeHtml(printed)}; ${escapeHtml(held ?? '')}</li>`,
  );
  const lookedUp = keyed?.lookedUp.map(
    ({ ref, printed, note }) =>
      `<li><code>${escapeHtml(ref)}</code> ${escapeHtml(printed)}: ${saidHtml(note, page)}</li>`,
  );
  const lines = redone.map(
    ({ cause, arithmetic, agrees }) =>
      `<tr><td><a href="#cause-${escapeHtml(cause.id)}">${causeTitle(cause, page)}</a></td><td>${saidHtml(arithmetic, page)}</td><td>${agrees ? words.agrees : words.differs}</td></tr>`,
  );
  return [
    keyed &&
      `<p>${transcriptionLine(page)}</p>${differing!.length > 0 ? `<ul>${differing!.join('')}</ul>` : ''}${lookedUp!.length > 0 ? `<p>${words.lookedUp}</p><ul>${lookedUp!.join('')}</ul>` : ''}`,
    lines.length > 0 &&
      `<table class="plain"><thead><tr><th scope="col">${words.mistake}</th><th scope="col">${words.redone}</th><th scope="col"></th></tr></thead><tbody>${lines.join('\n')}</tbody></table>`,
  ]
    .filter(Boolean)
    .join('\n');
}
