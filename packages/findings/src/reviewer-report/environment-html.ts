import { escapeHtml } from '@indexlab/core';
import type { Page } from './page.js';

/** How the page was made, and the command that shows one row again. */
export function environmentHtml({ heading, words }: Page): string {
  const { environment = {}, sha256, rowCommand } = heading;
  const entries = [
    ...Object.entries(environment).map(([term, text]) => [words.terms[term] ?? term, text] as const),
    ...(sha256 === undefined ? [] : [[words.textHash, sha256] as const]),
    ...(rowCommand === undefined ? [] : [[words.oneRow, rowCommand] as const]),
  ];
  return `<dl id="command">${entries.map(([term, text]) => `<dt>${escapeHtml(term)}</dt><dd><code>${escapeHtml(text)}</code></dd>`).join('')}</dl>`;
}
