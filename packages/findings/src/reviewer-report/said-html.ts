import { escapeHtml } from '@indexlab/core';
import type { Page } from './page.js';

/**
 * What a dossier or the engine says, which the frame's language does not change: English on a Chinese page is marked as
 * English, and terms that the frame knows are translated.
 */
export function saidHtml(text: string, { lang, words }: Pick<Page, 'lang' | 'words'>): string {
  const known = words.terms[text];
  if (known !== undefined) return escapeHtml(known);
  return lang === 'zh' && isEnglish.test(text) ? `<span lang="en">${escapeHtml(text)}</span>` : escapeHtml(text);
}

const isEnglish = /[a-z]{2}/iu;
