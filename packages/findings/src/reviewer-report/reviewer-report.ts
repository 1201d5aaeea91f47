import { escapeHtml } from '@indexlab/core';
import type { LedgerRow } from '../ledger/ledger-row.js';
import { type Scoreboard, scoreboard } from '../ledger/scoreboard.js';
import { style } from './style.js';

/** What heads the page. */
export interface ReportHeading {
  /** The report's citation. */
  readonly title: string;
  /** SHA-256 of the text that its tables were read from. */
  readonly sha256: string;
}

/**
 * The reviewer's report: one self-contained HTML page with every row of a ledger, contradictions first, and under
 * each the cells it was computed from.
 *
 * @example
 * const page = reviewerReport([], { title: 'Demo', sha256: 'abc' });
 * page.startsWith('<!doctype html>') // => true
 */
export function reviewerReport(rows: readonly LedgerRow[], { title, sha256 }: ReportHeading): string {
  const inScope = rows.filter((row) => row.verdict !== null);
  const contradicted = inScope.filter((row) => row.verdict === 'contradicted');
  const rest = inScope.filter((row) => row.verdict !== 'contradicted');
  const context = rows.filter((row) => row.verdict === null);
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}: findings</title>
<style>${style}</style>
<h1>${escapeHtml(title)}</h1>
<p class="lead">Every published claim about the index, recomputed from the report's own published numbers. Tables were read
from a text with SHA-256 <code>${escapeHtml(sha256)}</code>.</p>
${scoreList(scoreboard(rows))}
${legend}
${filters}
${section("Contradicted by the report's own numbers", contradicted)}
${section(
  'Statements',
  rest.filter((row) => row.kind === 'statement'),
)}
${section(
  'Invariants of tables',
  rest.filter((row) => row.kind === 'invariant'),
)}
${section('Out of scope', context)}
<script>${script}</script>
</html>
`;
}

function scoreList(score: Scoreboard): string {
  const entries: [string, number, string][] = [
    ['reproduced', score.reproduced, 'reproduced'],
    ['consistent', score.consistent, 'consistent'],
    ['contradicted', score.contradicted, 'contradicted'],
    ['not computable', score.notComputable, 'not-computable'],
    ['out of scope', score.context, 'out'],
  ];
  return `<ul class="score">${entries.map(([label, count, style]) => `<li class="${style}"><b>${count}</b>${label}</li>`).join('')}</ul>`;
}

const legend = `<p class="soft"><b class="reproduced">Reproduced</b>: the value computed from the printed digits lies in the interval that the printed
number stands for. <b class="consistent">Consistent</b>: it does not, or inputs are published only in part, but some values that the digits allow
meet it. <b class="contradicted">Contradicted</b>: none does. <b class="not-computable">Not computable</b>: inputs or formula are not published.
A printed 0.507 stands for 0.5065 to 0.5075; ranks and counts are exact.</p>`;

const filters = `<nav>${(['reproduced', 'consistent', 'contradicted', 'not-computable', 'out'] as const)
  .map(
    (verdict) =>
      `<label><input type="checkbox" checked value="${verdict}"> ${verdict === 'out' ? 'out of scope' : verdict.replace('-', ' ')}</label>`,
  )
  .join('')}</nav>`;

const script = `document.querySelector('nav').addEventListener('change', ({ target }) => {
  for (const row of document.querySelectorAll('article[data-verdict="' + target.value + '"]')) row.hidden = !target.checked;
});`;

function section(heading: string, rows: readonly LedgerRow[]): string {
  return rows.length === 0
    ? ''
    : `<section><h2>${heading} (${rows.length})</h2>\n${rows.map(article).join('\n')}</section>`;
}

function article(row: LedgerRow): string {
  const verdict = row.verdict ?? 'out';
  const tags = [
    row.verdict ?? 'out of scope',
    row.why,
    row.class,
    row.reading && 'fits as truncated',
    row.needs && `needs ${row.needs} data`,
    ...row.flags,
  ];
  const details: [string, string | null][] = [
    ['printed', printedText(row)],
    ['computed', computedText(row)],
    ['where', [row.locator, ...row.alsoAt].join('; ')],
    ['meaning', row.reason],
  ];
  return `<article id="${escapeHtml(row.id)}" data-verdict="${verdict}">
<h3>${escapeHtml(row.statement)}</h3>
<div class="${verdict}">${tags
    .filter(Boolean)
    .map((tag) => `<span class="tag">${escapeHtml(String(tag))}</span>`)
    .join('')}</div>
<dl>${details
    .filter(([, text]) => text)
    .map(([term, text]) => `<dt>${term}</dt><dd>${escapeHtml(text!)}</dd>`)
    .join('')}</dl>
${evidence(row)}<code class="soft">${escapeHtml(row.id)}</code>
</article>`;
}

/** Units that go without saying. */
const bareUnits = new Set(['count', 'rank', 'correlation']);

function printedText(row: LedgerRow): string {
  const qualifier = row.qualifier === null || row.qualifier === 'none' ? '' : `${row.qualifier} `;
  const unit = row.unit && !bareUnits.has(row.unit) ? ` ${row.unit}` : '';
  const interval = row.exact === false ? ` (stands for ${ends(row.printedLower, row.printedUpper, 'to')})` : '';
  return `${qualifier}${row.printed}${unit}${interval}`;
}

function computedText(row: LedgerRow): string | null {
  if (row.computedText !== null) return row.computedText;
  if (row.lower === null && row.upper === null) return null;
  const value = row.computed === null ? '' : `${shown(row.computed)}, `;
  return row.lower === row.upper ? shown(row.lower!) : `${value}between ${ends(row.lower, row.upper)}`;
}

function ends(lower: number | null, upper: number | null, joined: 'and' | 'to' = 'and'): string {
  if (lower === null) return `at most ${shown(upper!)}`;
  return upper === null ? `at least ${shown(lower)}` : `${shown(lower)} ${joined} ${shown(upper)}`;
}

function shown(value: number): string {
  return String(Number(value.toPrecision(10)));
}

function evidence({ evidence: cells }: LedgerRow): string {
  if (cells.length === 0) return '';
  const lines = cells.map(
    ({ ref, printed }) => `<tr><td><code>${escapeHtml(ref)}</code></td><td>${escapeHtml(printed)}</td></tr>`,
  );
  return `<details><summary>${cells.length} published ${cells.length === 1 ? 'cell' : 'cells'}</summary><table>${lines.join('')}</table></details>\n`;
}
