import { escapeHtml } from '@indexlab/core';
import type { Page } from './page.js';

/** A warning on top of the page where files beside the claims name what is not there (any more). */
export function unknownNames({ dossier, causes, rowOf, words }: Page): string {
  const known = new Set(causes.map(({ id }) => id));
  const unknown = [
    ...dossier.redone.filter(({ cause }) => !known.has(cause)).map(({ cause }) => `redone.csv: ${cause}`),
    ...dossier.recovered
      .filter(({ finding }) => !rowOf.has(`${dossier.name}/${finding}`))
      .map(({ finding }) => `recovered.csv: ${finding}`),
    ...dossier.rekeyed.filter(({ held }) => held === null).map(({ ref }) => `rekeyed.csv: ${ref}`),
  ];
  if (unknown.length === 0) return '';
  return `<p class="contradicted">${words.unknown}: ${unknown
    .slice(0, 10)
    .map((name) => `<code>${escapeHtml(name)}</code>`)
    .join('; ')}</p>\n`;
}
