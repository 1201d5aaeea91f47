import type { RekeyedCell } from '@indexlab/adapters';
import { escapeHtml } from '@indexlab/core';
import type { Cause } from '../dossier/causes.js';
import type { Scoreboard } from '../ledger/scoreboard.js';
import { chineseCheck } from './chinese-check.js';
import { saidHtml } from './said-html.js';
import { style } from './style.js';
import { transcription } from './transcription.js';
import { type Language, words } from './words.js';

/** One report's line on the page over all. */
export interface OverviewLine extends Scoreboard {
  readonly report: string;
  /** The report's citation. */
  readonly title: string;
  /** How many mistakes explain its contradictions. */
  readonly mistakes: number;
  readonly causes?: readonly Cause[];
  /** Cells that were keyed a second time. */
  readonly rekeyed?: readonly RekeyedCell[];
}

/**
 * The page over all reports: a row for each, with its counts and a link to its reviewer's report, which stands beside it as
 * `<report>.html`, and the mistakes that touch a headline or a rank.
 *
 * @example
 * overviewPage([]).startsWith('<!doctype html>') // => true
 */
export function overviewPage(lines: readonly OverviewLine[], lang: Language = 'en'): string {
  const said = (text: string): string =>
    saidHtml(lang === 'zh' ? chineseCheck(text) : text, { lang, words: words[lang] });
  const frame = words[lang];
  const counts = ['reproduced', 'consistent', 'contradicted', 'notComputable', 'context', 'mistakes'] as const;
  const names = [frame.reproduced, frame.consistent, frame.contradicted, frame['not-computable'], frame.out];
  const heads = [frame.report, ...names, frame.mistakesCount, frame.keyedTwice];
  const rows = lines.map((line) => {
    const link = `<a href="${encodeURIComponent(line.report)}.html">${said(line.title)}</a>`;
    return rowHtml([link, ...counts.map((count) => String(line[count])), keyedText(line)]);
  });
  const totals = counts.map((count) => String(lines.reduce((sum, line) => sum + line[count], 0)));
  const total = lines.length > 1 ? rowHtml([frame.all, ...totals, '']) : '';
  return `<!doctype html>
<html lang="${lang}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${frame.overview}</title>
<style>${style}</style>
<h1>${frame.overview}</h1>
<p class="soft">${frame.overviewHint}</p>
<table class="overview"><thead><tr>${heads.map((head) => `<th scope="col">${head}</th>`).join('')}</tr></thead>
<tbody>
${[...rows, total].join('\n')}
</tbody></table>
${materialHtml(lines, said, frame.material)}
</html>
`;
}

function rowHtml(cells: readonly string[]): string {
  return `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
}

/** How many cells differed of those that were keyed a second time. */
function keyedText({ rekeyed = [] }: OverviewLine): string {
  const keyed = transcription(rekeyed);
  return keyed === null ? '' : `${keyed.differing.length}/${keyed.cells}`;
}

/** The mistakes that touch a headline or a rank, each a link to its place in the report. */
function materialHtml(lines: readonly OverviewLine[], said: (text: string) => string, heading: string): string {
  const items = lines.flatMap(({ report, causes = [] }) =>
    causes
      .filter(({ materiality }) => materiality === 'headline' || materiality === 'rank')
      .map(({ id, title }) => {
        const href = `${encodeURIComponent(report)}.html#cause-${escapeHtml(id)}`;
        return `<li><a href="${href}">${said(title)}</a> <small><code>${escapeHtml(report)}</code></small></li>`;
      }),
  );
  return items.length === 0 ? '' : `<h2>${heading}</h2>\n<ul>${items.join('\n')}</ul>`;
}
