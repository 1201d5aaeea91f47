import { escapeHtml } from '@indexlab/core';
import { type Cause, causesOf } from '../dossier/causes.js';
import type { LedgerRow } from '../ledger/ledger-row.js';
import { type Scoreboard, scoreboard } from '../ledger/scoreboard.js';
import { rowHtml } from './row-html.js';
import { script } from './script.js';
import { style } from './style.js';
import { summaryLines } from './summary-lines.js';
import { type Language, type Words, words as languages } from './words.js';

/** What heads the page. */
export interface ReportHeading {
  /** The report's citation. */
  readonly title: string;
  /** SHA-256 of the text that its tables were read from; absent where tables were typed by hand. */
  readonly sha256?: string;
  readonly causes?: readonly Cause[];
  readonly lang?: Language;
  /** How the page was made: version, commit, command, date. */
  readonly environment?: Readonly<Record<string, string>>;
}

/**
 * The reviewer's report: one self-contained HTML page in the form that data editors ask for. A summary, the mistakes by
 * root cause, per table and for the text a row for each claim (cells, program, output, verdict), what could not be
 * checked and what each needs, room for a reply, and how the page was made.
 *
 * @example
 * const page = reviewerReport([], { title: 'Demo', sha256: 'abc' });
 * page.startsWith('<!doctype html>') // => true
 */
export function reviewerReport(given: readonly LedgerRow[], heading: ReportHeading): string {
  const { title, sha256, lang = 'en', environment = {} } = heading;
  const words = languages[lang];
  const found = heading.causes ? { causes: heading.causes, rows: given } : causesOf(given);
  const { causes, rows } = found;
  const sections = sectionsOf(rows, words);
  return `<!doctype html>
<html lang="${lang}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}: ${words.findings}</title>
<style>${style}</style>
<h1>${escapeHtml(title)}</h1>
${scoreList(scoreboard(rows), words)}
<h2 id="summary">${words.summary}</h2>
<ol class="summary">${summaryLines(rows, causes, lang)
    .map((line) => `<li>${escapeHtml(line)}</li>`)
    .join('\n')}</ol>
<p class="soft">${words.legend}</p>
<h2 id="contents">${words.contents}</h2>
<ul><li><a href="#mistakes">${words.mistakes} (${causes.length})</a></li>${sections.map(({ id, name, rows: all }) => `<li><a href="#${escapeHtml(id)}">${escapeHtml(name)} (${all.length})</a></li>`).join('')}<li><a href="#environment">${words.environment}</a></li></ul>
<nav><input type="search" placeholder="${words.search}" aria-label="${words.search}"> ${filters(words)}</nav>
${causesHtml(causes, rows, words)}
${sections.map((section) => sectionHtml(section, words)).join('\n')}
<section id="reply"><h2>${words.reply}</h2><p class="soft">${words.replyHint}</p>${causes.map(({ title: cause }) => `<p class="reply">${escapeHtml(cause)}</p>`).join('')}</section>
<section id="environment"><h2>${words.environment}</h2><dl>${Object.entries({
    ...environment,
    ...(sha256 !== undefined && { 'SHA-256 of the text': sha256 }),
  })
    .map(([term, text]) => `<dt>${escapeHtml(term)}</dt><dd><code>${escapeHtml(text)}</code></dd>`)
    .join('')}</dl></section>
<script>${script}</script>
</html>
`;
}

interface Section {
  readonly id: string;
  readonly name: string;
  readonly rows: readonly LedgerRow[];
}

/** Contradictions first within each: the text, every table, what could not be checked, what is out of scope. */
function sectionsOf(rows: readonly LedgerRow[], words: Words): Section[] {
  const checked = rows.filter(
    ({ verdict, why }) => verdict !== null && verdict !== 'not-computable' && why !== 'untestable',
  );
  const statements = checked.filter(({ kind }) => kind === 'statement');
  const tables = new Map<string, LedgerRow[]>();
  for (const row of checked.filter(({ kind }) => kind !== 'statement')) {
    const table = /^(.*?)#\d/.exec(row.inputs[0] ?? '')?.[1] ?? row.locator;
    tables.set(table, [...(tables.get(table) ?? []), row]);
  }
  return [
    { id: 'text', name: words.text, rows: statements },
    ...[...tables].map(([table, all]) => ({ id: `table-${table}`, name: `${words.table} ${table}`, rows: all })),
    {
      id: 'unchecked',
      name: words.unchecked,
      rows: rows.filter(({ verdict, why }) => verdict === 'not-computable' || why === 'untestable'),
    },
    { id: 'context', name: words.outOfScope, rows: rows.filter(({ verdict }) => verdict === null) },
  ]
    .filter((section) => section.rows.length > 0)
    .map((section) => ({ ...section, rows: contradictedFirst(section.rows) }));
}

function contradictedFirst(rows: readonly LedgerRow[]): LedgerRow[] {
  return [...rows].sort((a, b) => Number(b.verdict === 'contradicted') - Number(a.verdict === 'contradicted'));
}

function sectionHtml({ id, name, rows }: Section, words: Words): string {
  const head = [words.claim, words.cells, words.program, words.output, words.verdict]
    .map((word) => `<th>${word}</th>`)
    .join('');
  return `<section id="${escapeHtml(id)}" data-rows><h2>${escapeHtml(name)} (${rows.length})</h2> <a class="back" href="#contents">${words.back}</a>
<table><thead><tr>${head}</tr></thead><tbody>
${rows.map((row) => rowHtml(row, words)).join('\n')}
</tbody></table></section>`;
}

function causesHtml(causes: readonly Cause[], rows: readonly LedgerRow[], words: Words): string {
  const statementOf = new Map(rows.map((row) => [row.id, row.statement]));
  const items = causes.map(
    ({ id, title, findings, materiality, action }) =>
      `<li id="cause-${escapeHtml(id)}"><b>${escapeHtml(title)}</b> <span class="tag">${words[materiality]}</span><span class="tag">${words[action]}</span><br><small>${words.explains} ${findings.length}: ${findings
        .map(
          (finding) =>
            `<a href="#${escapeHtml(finding)}" title="${escapeHtml(statementOf.get(finding) ?? '')}">${escapeHtml(finding.slice(finding.indexOf('/') + 1))}</a>`,
        )
        .join(', ')}</small></li>`,
  );
  return `<section id="mistakes"><h2>${words.mistakes} (${causes.length})</h2>${causes.length === 0 ? `<p>${words.noMistakes}</p>` : `<ol>${items.join('\n')}</ol>`}</section>`;
}

function scoreList(score: Scoreboard, words: Words): string {
  const entries: [keyof Words & string, number][] = [
    ['reproduced', score.reproduced],
    ['consistent', score.consistent],
    ['contradicted', score.contradicted],
    ['not-computable', score.notComputable],
    ['out', score.context],
  ];
  return `<ul class="score">${entries.map(([key, count]) => `<li class="${key}"><b>${count}</b>${words[key]}</li>`).join('')}</ul>`;
}

function filters(words: Words): string {
  return (['reproduced', 'consistent', 'contradicted', 'not-computable', 'out'] as const)
    .map((verdict) => `<label><input type="checkbox" checked value="${verdict}"> ${words[verdict]}</label>`)
    .join('');
}
