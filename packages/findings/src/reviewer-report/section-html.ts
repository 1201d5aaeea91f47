import type { LedgerRow } from '../ledger/ledger-row.js';
import type { Page } from './page.js';
import { passageOf } from './passages.js';
import { placeWords } from './place-html.js';
import { rowHtml } from './row-html.js';
import type { Section } from './sections-of.js';
import { tableFacts, tablePlace } from './table-facts.js';

/** A table of claims: claim, cells, program, output, verdict; the text by passage. */
export function sectionHtml({ id, rows, table }: Section, page: Page): string {
  const { words } = page;
  const head = [words.claim, words.cells, words.program, words.output, words.verdict]
    .map((word) => `<th scope="col">${word}</th>`)
    .join('');
  const groups = id === 'text' ? [...passagesOf(rows)] : [[null, rows] as const];
  const under = table === null ? null : tablePlace(table, page);
  const body = groups
    .map(([passage, all]) => {
      const heading =
        passage === null
          ? ''
          : `<tr class="passage" id="${page.passages.get(passage)}"><th colspan="5">${placeWords(passage, page) || words.noPlace}</th></tr>\n`;
      return `<tbody>${heading}${all.map((row) => rowHtml(row, page, { passage: passage ?? under, table })).join('\n')}</tbody>`;
    })
    .join('\n');
  const facts = table === null ? '' : tableFacts(table, page);
  return rows.length === 0 ? facts : `${facts}<table class="claims"><thead><tr>${head}</tr></thead>\n${body}</table>`;
}

/** The rows of the text by the passage in which they stand; passages with contradictions first. */
function passagesOf(rows: readonly LedgerRow[]): Map<string, LedgerRow[]> {
  const passages = new Map<string, LedgerRow[]>();
  for (const row of rows) {
    const passage = passageOf(row.locator);
    passages.set(passage, [...(passages.get(passage) ?? []), row]);
  }
  return passages;
}
