import { escapeHtml } from '@indexlab/core';
import { cellRanges } from '../ledger/cell-ranges.js';
import type { LedgerRow } from '../ledger/ledger-row.js';
import { chineseCheck } from './chinese-check.js';
import { correctionLinks } from './corrections-at.js';
import { type Page, tableOfRef } from './page.js';
import { placeHtml, withoutPassage } from './place-html.js';
import { outputHtml } from './row-output.js';
import { saidHtml } from './said-html.js';
import { tableAnchor } from './sections-of.js';

/** More ranges of cells than this stand below the row, over its whole width. */
const manyRanges = 8;

/** What heads a row and need not be said again: the passage, and the table whose section it stands in. */
export interface RowPlace {
  readonly passage: string | null;
  readonly table: string | null;
}

/** One claim as a row of a table: claim, cells, program, output, verdict. */
export function rowHtml(row: LedgerRow, page: Page, under: RowPlace): string {
  const { words } = page;
  const verdict = row.verdict ?? 'out';
  const terms = [row.why, row.class, row.reading && `fits as ${row.reading}`, ...row.flags].filter((term) => !!term);
  const tags = [words[verdict], ...terms.map((term) => saidHtml(term!, page))];
  const cause = row.cause === null ? [] : [`<a href="#cause-${escapeHtml(row.cause)}">${words.mistake}</a>`];
  const said = row.kind === 'invariant' && page.lang === 'zh' ? chineseCheck(row.statement) : row.statement;
  const isWide = cellRanges(row.evidence).length > manyRanges ? ' class="wide"' : '';
  return `<tr id="${escapeHtml(row.id)}"${isWide} data-verdict="${verdict}"${row.class ? ` data-class="${row.class}"` : ''}><td>${saidHtml(said, page)}${nameHtml(row, page, under.passage)}</td><td>${cellsHtml(row, page, under.table)}</td><td>${row.program === null ? '' : `<code>${escapeHtml(row.program)}</code>`}</td><td>${outputHtml(row, page)}</td><td class="${verdict}">${[...tags, ...cause].join('<br>')}</td></tr>`;
}

/** The row's own name, where it stands, its notebook and the command that shows it again. */
function nameHtml({ id, locator, alsoAt }: LedgerRow, page: Page, under: string | null): string {
  const { words, heading } = page;
  const places = [locator, ...alsoAt].map((place) => withoutPassage(place, under)).filter((place) => place !== '');
  const notebook = heading.notebooks?.get(id);
  const links = [
    ...places.map((place) => placeHtml(place, page)),
    notebook && `<a href="${escapeHtml(notebook.href)}">${words.notebook} ${escapeHtml(notebook.name)}</a>`,
    heading.rowCommand !== undefined && `<a href="#command">${words.command}</a>`,
  ].filter((link) => !!link);
  const name = escapeHtml(id.slice(id.indexOf('/') + 1));
  return `<br><small><a href="#${escapeHtml(id)}">${name}</a>${links.map((link) => ` · ${link}`).join('')}</small>`;
}

/** Ranges of cells, the first of each other table a link to it; of a contradiction with what each prints. */
function cellsHtml(
  { evidence, verdict }: LedgerRow,
  { words, correctionsAt, tables }: Page,
  own: string | null,
): string {
  const linked = new Set(own === null ? [] : [own]);
  const corrections = new Set(evidence.flatMap(({ ref }) => correctionsAt(ref)));
  const lines = cellRanges(evidence).map(({ ref, printed }) => {
    const table = tableOfRef(ref);
    const code = `<code>${escapeHtml(ref)}</code>`;
    const isFirst = table !== null && tables.has(table) && !linked.has(table);
    if (isFirst) linked.add(table);
    const cells = isFirst ? `<a href="#${escapeHtml(tableAnchor(table))}">${code}</a>` : code;
    return verdict === 'contradicted' ? `${cells} <span class="tokens">${escapeHtml(printed.join(' '))}</span>` : cells;
  });
  const links = correctionLinks([...corrections], words.correction);
  const joined = lines.length > manyRanges ? ' · ' : '<br>';
  return [...lines, links].filter((line) => line !== '').join(joined);
}
