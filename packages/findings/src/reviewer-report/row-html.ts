import { escapeHtml } from '@indexlab/core';
import { cellRanges } from '../ledger/cell-ranges.js';
import type { LedgerRow } from '../ledger/ledger-row.js';
import { chineseCheck } from './chinese-check.js';
import { type Page, tableOfRef } from './page.js';
import { tableAnchor } from './sections-of.js';
import type { Words } from './words.js';

/** Units that go without saying. */
const bareUnits = new Set(['count', 'rank', 'correlation']);

/** More ranges of cells than this stand below the row, over its whole width. */
const manyRanges = 8;

/** One claim as a row of a table: claim, cells, program, output, verdict. */
export function rowHtml(row: LedgerRow, page: Page): string {
  const { words } = page;
  const verdict = row.verdict ?? 'out';
  const terms = [row.why, row.class, row.reading && `fits as ${row.reading}`, ...row.flags].filter((term) => !!term);
  const tags = [words[verdict], ...terms.map((term) => words.terms[term!] ?? term!)].map(escapeHtml);
  const cause = row.cause === null ? [] : [`<a href="#cause-${escapeHtml(row.cause)}">${words.mistake}</a>`];
  const said = row.kind === 'invariant' && page.lang === 'zh' ? chineseCheck(row.statement) : row.statement;
  const isWide = cellRanges(row.evidence).length > manyRanges ? ' class="wide"' : '';
  return `<tr id="${escapeHtml(row.id)}"${isWide} data-verdict="${verdict}"${row.class ? ` data-class="${row.class}"` : ''}><td>${escapeHtml(said)}${nameHtml(row, page)}</td><td>${cellsHtml(row, page)}</td><td>${row.program === null ? '' : `<code>${escapeHtml(row.program)}</code>`}</td><td>${outputHtml(row, page)}</td><td class="${verdict}">${[...tags, ...cause].join('<br>')}</td></tr>`;
}

/** The row's own name, where it stands, its notebook and the command that shows it again. */
function nameHtml({ id, locator, alsoAt }: LedgerRow, { words, heading }: Page): string {
  const places = [locator, ...alsoAt].filter((place) => place !== '').map((place) => placeText(place, words));
  const notebook = heading.notebooks?.get(id);
  const links = [
    notebook && `<a href="${escapeHtml(notebook.href)}">${words.notebook} ${escapeHtml(notebook.name)}</a>`,
    heading.rowCommand !== undefined && `<a href="#command">${words.command}</a>`,
  ].filter(Boolean);
  const name = escapeHtml(id.slice(id.indexOf('/') + 1));
  return `<br><small><a href="#${escapeHtml(id)}">${name}</a>${places.length > 0 ? ` · ${escapeHtml(places.join('; '))}` : ''}${links.map((link) => ` · ${link}`).join('')}</small>`;
}

/** A locator with its words in the page's language. */
function placeText(place: string, words: Words): string {
  return place.replace(/\b(section|page|table|offset)\b/gu, (word) => words.terms[word] ?? word);
}

/** Ranges of cells, the first of each table a link to it; of a contradiction with what each prints. */
function cellsHtml({ evidence, verdict }: LedgerRow, { words, correctionAt, tables }: Page): string {
  const linked = new Set<string>();
  const corrections = new Set(evidence.flatMap(({ ref }) => correctionAt.get(ref) ?? []));
  const lines = cellRanges(evidence).map(({ ref, printed }) => {
    const table = tableOfRef(ref);
    const code = `<code>${escapeHtml(ref)}</code>`;
    const isFirst = table !== null && tables.has(table) && !linked.has(table);
    if (isFirst) linked.add(table);
    const cells = isFirst ? `<a href="#${escapeHtml(tableAnchor(table))}">${code}</a>` : code;
    return verdict === 'contradicted' ? `${cells} <span class="tokens">${escapeHtml(printed.join(' '))}</span>` : cells;
  });
  const links = [...corrections].map((at) => `<a href="#correction-${at}">${words.correction} ${at}</a>`);
  const joined = lines.length > manyRanges ? ' · ' : '<br>';
  return [...lines, ...links].join(joined);
}

function outputHtml(row: LedgerRow, { words }: Page): string {
  const term = (text: string): string => words.terms[text] ?? text;
  const readings = row.readings.map(({ reading, verdict, computed }) => {
    const value = computed === null ? '' : ` (${shown(computed)})`;
    return `${term(reading)}: ${words[verdict]}${value}`;
  });
  const lines: (readonly [string, string | null])[] = [
    [words.printed, row.exact === null && row.unit === null ? null : printedText(row, words)],
    [row.verdict === 'not-computable' ? words.needs : words.computed, computedText(row, words)],
    [words.change, changeText(row)],
    [words.readings, readings.join('; ') || null],
    [words.power, row.power === null ? null : `${Math.round(100 * row.power)} %`],
    [words.assumes, row.assumptions.map(term).join('; ') || null],
    [words.note, row.reason],
  ];
  return lines
    .filter(([, text]) => text)
    .map(([name, text]) => `<small>${name}</small> ${escapeHtml(text!)}`)
    .join('<br>');
}

/** What a row prints, with its hedge, unit and interval. */
export function printedText(row: LedgerRow, words: Words): string {
  const interval =
    row.exact === false ? ` (${words.standsFor} ${ends(row.printedLower, row.printedUpper, words, 'to')})` : '';
  return `${printedFigure(row, words)}${interval}`;
}

/** What a row prints, with its hedge and unit. */
export function printedFigure(row: LedgerRow, words: Words): string {
  const hedge = row.qualifier === null || row.qualifier === 'none' ? '' : row.qualifier;
  const unit = row.unit && !bareUnits.has(row.unit) ? ` ${row.unit}` : '';
  return `${hedge === '' ? '' : `${words.terms[hedge] ?? hedge} `}${row.printed}${unit}`;
}

/** What was computed, in words or with its bounds. */
export function computedText(row: LedgerRow, words: Words): string | null {
  if (row.computedText !== null) return row.computedText;
  if (row.lower === null && row.upper === null) return null;
  const value = row.computed === null ? '' : `${shown(row.computed)}, `;
  return row.lower === row.upper ? shown(row.lower!) : `${value}${words.between} ${ends(row.lower, row.upper, words)}`;
}

function changeText({ smallestChange }: LedgerRow): string | null {
  return (
    smallestChange?.changes.map(({ ref, printed, nearest }) => `${ref}: ${printed} → ${nearest}`).join('; ') ?? null
  );
}

function ends(lower: number | null, upper: number | null, words: Words, joined: 'and' | 'to' = 'and'): string {
  if (lower === null) return `${words.atMost} ${shown(upper!)}`;
  return upper === null ? `${words.atLeast} ${shown(lower)}` : `${shown(lower)} ${words[joined]} ${shown(upper)}`;
}

function shown(value: number): string {
  return String(Number(value.toPrecision(8)));
}
