import { escapeHtml } from '@indexlab/core';
import type { Page } from './page.js';
import { transcription } from './transcription.js';

/** How far this page can be trusted itself: cells keyed twice, contradictions worked out again. */
export function reliabilityHtml({ dossier, causes, words }: Page): string {
  const keyed = transcription(dossier.rekeyed);
  const known = new Map(causes.map((cause) => [cause.id, cause]));
  const redone = dossier.redone.flatMap((one) => {
    const cause = known.get(one.cause);
    return cause ? [{ ...one, cause }] : [];
  });
  if (keyed === null && redone.length === 0) return '';
  const percent = (share: number): string => `${(100 * share).toFixed(2)} %`;
  const differing = keyed?.differing.map(
    ({ ref, printed, held }) =>
      `<li><code>${escapeHtml(ref)}</code> ${escapeHtml(printed)}; ${escapeHtml(held ?? '')}</li>`,
  );
  const lines = redone.map(
    ({ cause, arithmetic, agrees }) =>
      `<tr><td><a href="#cause-${escapeHtml(cause.id)}">${escapeHtml(cause.title)}</a></td><td>${escapeHtml(arithmetic)}</td><td>${agrees ? words.agrees : words.differs}</td></tr>`,
  );
  return [
    keyed &&
      `<p>${words.keyed(keyed.cells, keyed.differing.length, percent(keyed.rate), percent(keyed.lower), percent(keyed.upper))}</p>${differing!.length > 0 ? `<ul>${differing!.join('')}</ul>` : ''}`,
    lines.length > 0 &&
      `<table class="plain"><thead><tr><th scope="col">${words.mistake}</th><th scope="col">${words.redone}</th><th scope="col"></th></tr></thead><tbody>${lines.join('\n')}</tbody></table>`,
  ]
    .filter(Boolean)
    .join('\n');
}
