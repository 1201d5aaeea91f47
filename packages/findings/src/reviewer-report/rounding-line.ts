import { type Procedure, procedures } from '@indexlab/claims';
import { escapeHtml } from '@indexlab/core';
import { roundingHabit } from '../dossier/rounding-habit.js';
import type { LedgerRow } from '../ledger/ledger-row.js';
import type { Page } from './page.js';
import type { Words } from './words.js';

/** How the report rounds, as far as its own numbers tell, in a sentence; `null` where they do not. */
export function roundingLine({ rows, words }: Page): string | null {
  const { stands, deciding } = roundingHabit(rows);
  const counts = [...new Set(Object.values(stands))].sort((a, b) => b - a);
  if (deciding === 0 || counts.length === 1) return null;
  const fits = counts.map((count, at) => {
    const alike = procedures.filter((one) => stands[one] === count);
    return words.fits(proceduresText(alike, words, ` ${words.or} `), count, at === 0);
  });
  return words.rounding(deciding, fits.join(', '));
}

/** The same with a link to every number that does not fit the habit. */
export function roundingHtml(page: Page): string {
  const line = roundingLine(page);
  if (line === null) return '';
  const { habit } = roundingHabit(page.rows);
  const links = page.rows
    .filter((row) => tells(row) && !habit.some((one) => row.procedures!.includes(one)))
    .map(({ id }) => `<a href="#${escapeHtml(id)}">${escapeHtml(id.slice(id.indexOf('/') + 1))}</a>`);
  return `<p>${line}${links.length === 0 ? '' : ` ${page.words.fitsNot}: ${links.join(', ')}.`}</p>`;
}

/** The procedures under which a row stands, where that says something: not all, or none of a contradiction. */
export function standsText(row: LedgerRow, words: Words): string | null {
  if (row.verdict === 'contradicted' && row.procedures?.length === 0) return words.noProcedure;
  return tells(row) ? proceduresText(row.procedures!, words, ', ') : null;
}

function tells({ procedures: own }: LedgerRow): boolean {
  return own != null && own.length > 0 && own.length < procedures.length;
}

function proceduresText(all: readonly Procedure[], words: Words, joined: string): string {
  return all.map((one) => words.terms[one] ?? one).join(joined);
}
