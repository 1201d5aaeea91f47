import { escapeHtml } from '@indexlab/core';
import type { LedgerRow } from '../ledger/ledger-row.js';
import type { Page } from './page.js';
import { standsText } from './rounding-line.js';
import { saidHtml } from './said-html.js';
import type { Words } from './words.js';

/** Units that go without saying. */
const bareUnits = new Set(['count', 'rank', 'correlation']);

/** What a row prints and what was computed, with all that a reader needs to judge it. */
export function outputHtml(row: LedgerRow, page: Page): string {
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
  return `${printedFigure(row, (text) => saidHtml(text, page))}${interval}`;
}

/** What a row prints, with its hedge and unit, each put into words by `say`. */
export function printedFigure(row: LedgerRow, say: (text: string) => string): string {
  const hedge = row.qualifier === null || row.qualifier === 'none' ? '' : `${say(row.qualifier)} `;
  const unit = row.unit && !bareUnits.has(row.unit) ? ` ${say(row.unit)}` : '';
  return `${hedge}${say(row.printed)}${unit}`;
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
