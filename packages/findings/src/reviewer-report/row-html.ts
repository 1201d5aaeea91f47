import { escapeHtml } from '@indexlab/core';
import { cellRanges } from '../ledger/cell-ranges.js';
import type { LedgerRow } from '../ledger/ledger-row.js';
import type { Words } from './words.js';

/** Units that go without saying. */
const bareUnits = new Set(['count', 'rank', 'correlation']);

/** One claim as a row of a table: claim, cells, program, output, verdict. */
export function rowHtml(row: LedgerRow, words: Words): string {
  const verdict = row.verdict ?? 'out';
  const name = row.id.slice(row.id.indexOf('/') + 1);
  const tags = [words[verdict], row.why, row.class, row.reading && `fits as ${row.reading}`, ...row.flags].filter(
    Boolean,
  );
  return `<tr id="${escapeHtml(row.id)}" data-verdict="${verdict}"${row.class ? ` data-class="${row.class}"` : ''}><td>${escapeHtml(row.statement)}<br><a class="id" href="#${escapeHtml(row.id)}">${escapeHtml(name)}</a>${placeHtml(row, words)}</td><td>${cellsHtml(row)}</td><td>${row.program ? `<code>${escapeHtml(row.program)}</code>` : ''}</td><td>${outputHtml(row, words)}</td><td class="${verdict}">${tags.map((tag) => escapeHtml(String(tag))).join('<br>')}</td></tr>`;
}

function placeHtml({ locator, alsoAt }: LedgerRow, words: Words): string {
  const places = [locator, ...alsoAt].filter((place) => place !== '');
  return places.length > 0 ? `<br><small>${words.where}: ${escapeHtml(places.join('; '))}</small>` : '';
}

/** Ranges of cells; of a contradiction with what each prints. */
function cellsHtml({ evidence, verdict }: LedgerRow): string {
  return cellRanges(evidence)
    .map(({ ref, printed }) => {
      const tokens = verdict === 'contradicted' ? ` <span class="tokens">${escapeHtml(printed.join(' '))}</span>` : '';
      return `<code>${escapeHtml(ref)}</code>${tokens}`;
    })
    .join('<br>');
}

function outputHtml(row: LedgerRow, words: Words): string {
  const lines: (readonly [string, string | null])[] = [
    [words.printed, row.exact === null && row.unit === null ? null : printedText(row, words)],
    [row.verdict === 'not-computable' ? words.needs : words.computed, computedText(row, words)],
    [words.change, changeText(row)],
    [
      words.readings,
      row.readings
        .map(
          (one) => `${one.reading}: ${words[one.verdict]}${one.computed === null ? '' : ` (${shown(one.computed)})`}`,
        )
        .join('; ') || null,
    ],
    [words.power, row.power === null ? null : `${Math.round(100 * row.power)} %`],
    [words.assumes, row.assumptions.join('; ') || null],
    [words.note, row.reason],
  ];
  return lines
    .filter(([, text]) => text)
    .map(([term, text]) => `<small>${term}</small> ${escapeHtml(text!)}`)
    .join('<br>');
}

/** What a row prints, with its hedge, unit and interval. */
export function printedText(row: LedgerRow, words: Words): string {
  const qualifier = row.qualifier === null || row.qualifier === 'none' ? '' : `${row.qualifier} `;
  const unit = row.unit && !bareUnits.has(row.unit) ? ` ${row.unit}` : '';
  const interval =
    row.exact === false ? ` (${words.standsFor} ${ends(row.printedLower, row.printedUpper, words, 'to')})` : '';
  return `${qualifier}${row.printed}${unit}${interval}`;
}

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
