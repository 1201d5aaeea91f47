import { escapeHtml } from '@indexlab/core';
import type { LedgerRow } from '../ledger/ledger-row.js';
import type { Page } from './page.js';
import { rowHtml } from './row-html.js';
import type { Section } from './sections-of.js';
import { tableFacts } from './table-facts.js';

/** A table of claims: claim, cells, program, output, verdict; the text by passage. */
export function sectionHtml({ id, rows, table }: Section, page: Page): string {
  const { words } = page;
  const head = [words.claim, words.cells, words.program, words.output, words.verdict]
    .map((word) => `<th scope="col">${word}</th>`)
    .join('');
  const groups = id === 'text' ? [...passagesOf(rows)] : [[null, rows] as const];
  const body = groups
    .map(([passage, all]) => {
      const heading =
        passage === null
          ? ''
          : `<tr class="passage"><th colspan="5">${escapeHtml(passage || words.noPlace)}</th></tr>\n`;
      return `<tbody>${heading}${all.map((row) => rowHtml(row, page)).join('\n')}</tbody>`;
    })
    .join('\n');
  const facts = table === null ? '' : tableFacts(table, page);
  return rows.length === 0 ? facts : `${facts}<table class="claims"><thead><tr>${head}</tr></thead>\n${body}</table>`;
}

/** The rows of the text by the passage in which they stand; passages with contradictions first. */
function passagesOf(rows: readonly LedgerRow[]): Map<string, LedgerRow[]> {
  const passages = new Map<string, LedgerRow[]>();
  for (const row of rows) passages.set(passageOf(row), [...(passages.get(passageOf(row)) ?? []), row]);
  return passages;
}

function passageOf({ at, locator }: LedgerRow): string {
  const [section, page] = [at?.section, at?.page];
  if (section !== undefined || page !== undefined)
    return [section, page === undefined ? undefined : `p. ${page}`].filter((part) => part !== undefined).join(', ');
  return locator.replace(/;?\s*offset \d+$/u, '');
}
