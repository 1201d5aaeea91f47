import { escapeHtml } from '@indexlab/core';
import type { Scoreboard } from '../ledger/scoreboard.js';
import { style } from './style.js';

/** One report's line on the page over all. */
export interface OverviewLine extends Scoreboard {
  readonly report: string;
  /** The report's citation. */
  readonly title: string;
  /** How many mistakes explain its contradictions. */
  readonly mistakes: number;
}

/**
 * The page over all reports: a row for each, with its counts and a link to its reviewer's report, which stands beside it as
 * `<report>.html`.
 *
 * @example
 * overviewPage([]).startsWith('<!doctype html>') // => true
 */
export function overviewPage(lines: readonly OverviewLine[]): string {
  const heads = ['report', 'reproduced', 'consistent', 'contradicted', 'not computable', 'out of scope', 'mistakes'];
  const rows = lines.map((line) => {
    const link = `<a href="${encodeURIComponent(line.report)}.html">${escapeHtml(line.title)}</a>`;
    const counts = [line.reproduced, line.consistent, line.contradicted, line.notComputable, line.context];
    return `<tr>${[link, ...counts, line.mistakes].map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
  });
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Published claims and what their own numbers say</title>
<style>${style}</style>
<h1>Published claims and what their own numbers say</h1>
<p class="soft">Of each report whose claims have been judged; a mistake may explain several contradictions.</p>
<table><thead><tr>${heads.map((head) => `<th scope="col">${head}</th>`).join('')}</tr></thead>
<tbody>
${rows.join('\n')}
</tbody></table>
</html>
`;
}
