import type { Dossier } from '@indexlab/adapters';
import { escapeHtml } from '@indexlab/core';
import { type Cause, causesOf } from '../dossier/causes.js';
import type { LedgerRow } from '../ledger/ledger-row.js';
import { causeTitle } from './cause-title.js';
import { causesHtml } from './causes-html.js';
import { correctionsHtml } from './corrections-html.js';
import { dataHtml } from './data-html.js';
import { environmentHtml } from './environment-html.js';
import { recoveredHtml } from './recovered-html.js';
import { type Page, pageOf } from './page.js';
import { reliabilityHtml } from './reliability-html.js';
import { saidHtml } from './said-html.js';
import { scoreHtml } from './score-html.js';
import { script } from './script.js';
import { sectionHtml } from './section-html.js';
import { sectionsOf } from './sections-of.js';
import { style } from './style.js';
import { summaryLines } from './summary-lines.js';
import { unknownNames } from './unknown-names.js';
import { type Language, verdicts, type Words } from './words.js';

/** What heads the page. */
export interface ReportHeading {
  /** The report's citation. */
  readonly title: string;
  /** SHA-256 of the text that its tables were read from; absent where tables were typed by hand. */
  readonly sha256?: string;
  readonly causes?: readonly Cause[];
  readonly lang?: Language;
  /** How the page was made: version, date, commit, command, inputs. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Its tables, suspected mistakes, and what was keyed and worked out a second time. */
  readonly dossier?: Pick<Dossier, 'name' | 'tables' | 'corrections' | 'rekeyed' | 'redone' | 'recovered'>;
  /** The notebook that shows a row: its name and where it is. */
  readonly notebooks?: ReadonlyMap<string, { readonly name: string; readonly href: string }>;
  /** The command that shows one row again; `<id>` stands for the row. */
  readonly rowCommand?: string;
}

/**
 * The reviewer's report: one self-contained HTML page in the form that data editors ask for. A summary in ten lines, the
 * mistakes by root cause, per table and for the text a row for each claim (cells, program, output, verdict), what could
 * not be checked and what each needs, data and inputs, methods recovered, our own errors, room for a reply, and how the
 * page was made.
 *
 * @example
 * const page = reviewerReport([], { title: 'Demo', sha256: 'abc' });
 * page.startsWith('<!doctype html>') // => true
 */
export function reviewerReport(given: readonly LedgerRow[], heading: ReportHeading): string {
  const { causes, rows } = heading.causes ? { causes: heading.causes, rows: given } : causesOf(given);
  const page = pageOf(rows, causes, heading);
  const { words } = page;
  const sections = sectionsOf(page);
  const parts: readonly (readonly [id: string, name: string, html: string])[] = [
    ['mistakes', `${words.mistakes} (${causes.length})`, causesHtml(page)],
    ['corrections', `${words.corrections} (${page.dossier.corrections.length})`, correctionsHtml(page)],
    ...sections.map((one) => [one.id, `${one.name} (${one.rows.length})`, sectionHtml(one, page)] as const),
    ['data', words.needed, dataHtml(page)],
    ['recovered', words.recovered, recoveredHtml(page)],
    ['reliability', words.reliability, reliabilityHtml(page)],
    ['reply', words.reply, replyHtml(page)],
    ['environment', words.environment, environmentHtml(page)],
  ];
  const shown = parts.filter(([, , html]) => html !== '');
  return `<!doctype html>
<html lang="${heading.lang ?? 'en'}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(heading.title)}: ${words.findings}</title>
<style>${style}</style>
<h1>${saidHtml(heading.title, page)}</h1>
${madeHtml(page)}${unknownNames(page)}<h2 id="summary">${words.summary}</h2>
<ol class="summary">${summaryLines(page)
    .map((line) => `<li>${line}</li>`)
    .join('\n')}</ol>
${scoreHtml(page)}
<p class="soft">${words.legend}</p>
<h2 id="contents">${words.contents}</h2>
<ul class="contents">${shown.map(([id, name]) => `<li><a href="#${escapeHtml(id)}">${name}</a></li>`).join('')}</ul>
<nav>${filters(page)}</nav>
${shown.map(([id, name, html]) => partHtml(id, name, html, words)).join('\n')}
<script>${script}</script>
</html>
`;
}

/** When the page was made and with what, on top. */
function madeHtml({ heading: { environment: { date, version } = {} }, words }: Page): string {
  if (date === undefined || version === undefined) return '';
  return `<p class="soft">${escapeHtml(date)} · <code>${escapeHtml(version)}</code> · <a href="#environment">${words.environment}</a></p>\n`;
}

function partHtml(id: string, name: string, html: string, words: Words): string {
  return `<section id="${escapeHtml(id)}"${html.includes('data-verdict') ? ' data-rows' : ''}><h2>${name}</h2> <a class="back" href="#contents">${words.back}</a>
${html}</section>`;
}

function replyHtml(page: Page): string {
  const { causes, words } = page;
  const boxes = causes.map(
    (cause) =>
      `<div class="reply"><a href="#cause-${escapeHtml(cause.id)}">${causeTitle(cause, page)}</a><p>${words.replyChoices}</p></div>`,
  );
  return `<p class="soft">${words.replyHint}</p>${boxes.join('')}<div class="reply">${words.replyOther}</div>`;
}

function filters({ rows, words }: Page): string {
  const boxes = verdicts
    .map((verdict) => `<label><input type="checkbox" checked value="${verdict}"> ${words[verdict]}</label>`)
    .join('');
  const classes = [...new Set(rows.flatMap((row) => row.class ?? []))].sort();
  const select =
    classes.length === 0
      ? ''
      : `<select aria-label="${words.class}"><option value="">${words.class}: ${words.all}</option>${classes.map((one) => `<option value="${escapeHtml(one)}">${escapeHtml(words.terms[one] ?? one)}</option>`).join('')}</select>`;
  return `<input type="search" placeholder="${words.search}" aria-label="${words.search}"> ${boxes}${select} <output></output>`;
}
