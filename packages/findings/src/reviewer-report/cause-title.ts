import type { Cause } from '../dossier/causes.js';
import { chineseCheck } from './chinese-check.js';
import type { Page } from './page.js';
import { saidHtml } from './said-html.js';

/** What heads a mistake: what its author calls it, or the claim that does not hold. */
export function causeTitle({ title, findings }: Cause, page: Page): string {
  const said = saidHtml((page.lang === 'zh' ? chineseCheck(title) : title).replace(/[.。]$/u, ''), page);
  const isClaim = findings.some((id) => page.rowOf.get(id)?.statement === title);
  return isClaim ? page.words.doesNotHold(said) : said;
}
