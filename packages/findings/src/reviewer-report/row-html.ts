import { escapeHtml } from '@indexlab/core';
import { cellRanges } from '../ledger/cell-ranges.js';
import type { LedgerRow } from '../ledger/ledger-row.js';
import { chineseCheck } from './chinese-check.js';
import { correctionLinks } from './corrections-at.js';
import { type Page, tableOfRef } from './page.js';
import { passageOf } from './passages.js';
import { standsText } from './rounding-line.js';
import { saidHtml } from './said-html.js';
import { tableAnchor } from './sections-of.js';
import type { Words } from './words.js';

/** Units that go without saying. */
const bareUnits = new Set(['count', 'rank', 'correlation']);

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

/** A place without the passage under which the row stands anyway. */
function withoutPassage(place: string, under: string | null): string {
  return under !== null && passageOf(place) === under ? place.slice(under.length).replace(/^;\s*/u, '') : place;
}

/** A place with its words in the page's language; a passage of the text is a link to it, where it has a place. */
export function placeHtml(place: string, page: Page): string {
  const { words, passages } = page;
  const text = place.replace(/\b(section|page|table|offset)\b/gu, (word) => words.terms[word] ?? word);
  const anchor = place === passageOf(place) ? undefined : passages.get(passageOf(place));
  return anchor === undefined ? saidHtml(text, page) : `<a href="#${anchor}">${saidHtml(text, page)}</a>`;
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

function outputHtml(row: LedgerRow, page: Page): string {
  const { words } = page;
  const readings = row.readings.map(({ reading, verdict, computed }) => {
    const value = computed === null ? '' : ` (${shown(computed)})`;
    return `${saidHtml(reading, page)}: ${words[verdict]}${value}`;
  });
  const lines: (readonly [string, string])[] = [
    [words.printed, row.exact === null && row.unit === null ? '' : printedHtml(row, page)],
    [row.verdict === 'not-computable' ? words.needs : words.computed, computedHtml(row, page)],
    [words.standsIf, standsText(row, words) ?? ''],
    [words.change, changeHtml(row, page)],
    [words.readings, readings.join('; ')],
    [words.power, row.power === null ? '' : `${Math.round(100 * row.power)} %`],
    [words.assumes, row.assumptions.map((one) => saidHtml(one, page)).join('; ')],
    [words.note, saidHtml(row.reason ?? '', page)],
  ];
  return lines
    .filter(([, text]) => text !== '')
    .map(([name, text]) => `<small>${name}</small> ${text}`)
    .join('<br>');
}

/** What a row prints, with its hedge, unit and interval. */
export function printedHtml(row: LedgerRow, page: Page): string {
  const { words } = page;
  const interval =
    row.exact === false ? ` (${words.standsFor} ${ends(row.printedLower, row.printedUpper, words, 'to')})` : '';
  return `${printedFigure(row, page)}${interval}`;
}

/** What a row prints, with its hedge and unit. */
export function printedFigure(row: LedgerRow, page: Page): string {
  const hedge = row.qualifier === null || row.qualifier === 'none' ? '' : `${saidHtml(row.qualifier, page)} `;
  const unit = row.unit && !bareUnits.has(row.unit) ? ` ${saidHtml(row.unit, page)}` : '';
  return `${hedge}${saidHtml(row.printed, page)}${unit}`;
}

/** What was computed, in words or with its bounds. */
export function computedHtml(row: LedgerRow, page: Page): string {
  if (row.computedText !== null) return saidHtml(row.computedText, page);
  if (row.lower === null && row.upper === null) return '';
  const value = row.computed === null ? '' : `${shown(row.computed)}, `;
  return row.lower === row.upper
    ? shown(row.lower!)
    : `${value}${page.words.between} ${ends(row.lower, row.upper, page.words)}`;
}

/** The smallest change of printed digits that removes a contradiction. */
export function changeHtml({ smallestChange }: LedgerRow, page: Page): string {
  return (
    smallestChange?.changes
      .map(
        ({ ref, printed, nearest }) =>
          `<code>${escapeHtml(ref)}</code> ${saidHtml(printed, page)} → ${saidHtml(nearest, page)}`,
      )
      .join('; ') ?? ''
  );
}

function ends(lower: number | null, upper: number | null, words: Words, joined: 'and' | 'to' = 'and'): string {
  if (lower === null) return `${words.atMost} ${shown(upper!)}`;
  return upper === null ? `${words.atLeast} ${shown(lower)}` : `${shown(lower)} ${words[joined]} ${shown(upper)}`;
}

function shown(value: number): string {
  return String(Number(value.toPrecision(8)));
}
