import { join, resolve } from 'node:path';
import { listTables, loadTable, writeFiles } from '@indexlab/adapters';
import {
  changedRows,
  coverage,
  judgeReport,
  type LedgerRow,
  type OverviewLine,
  overviewPage,
  reports,
  reviewerReport,
  scoreboard,
  type Scoreboard,
  writeLedger,
} from '@indexlab/findings';
import { tableFigure, tableText } from '@indexlab/figures';
import { workspaceRoot } from '@indexlab/notebook-runner/workspace-root';
import { oneOf } from '../one-of.js';
import { notebooksOf } from '../notebooks-of.js';
import { commitOf, pageEnvironment } from '../page-environment.js';
import { ledgerFiles } from '../ledger-files.js';
import type { Verb } from './verb.js';

/** `reproduce [report…]`: the main job. */
export const reproduce: Verb = {
  declare: (program) =>
    program
      .command('reproduce')
      .description('rebuild the reports that have claims, compute every finding, print the scoreboard')
      .argument('[report...]', 'short ids of reports; by default all')
      .option('--out <dir>', "folder for the reviewer's report and the result tables", 'out')
      .option('--lang <language>', "en or zh: the frame of the reviewer's report")
      .option('--update', 'write the verdicts as the committed ledger, and the pages of coverage'),
  async act({ args: [names], options, terminal }) {
    const lang = (oneOf('--lang', options.lang, ['en', 'zh']) ?? 'en') as 'en' | 'zh';
    const known = Object.keys(reports);
    const chosen =
      (names as string[]).length > 0 ? (names as string[]).map((name) => oneOf('reproduce', name, known)!) : known;
    const out = resolve(String(options.out));
    const files: [path: string, text: string][] = [];
    const results: ({ report: string; seconds: number } & Scoreboard)[] = [];
    const changed: string[] = [];
    const overview: OverviewLine[] = [];
    const commit = commitOf(workspaceRoot);
    for (const report of chosen) {
      const start = performance.now();
      const { rows, causes, dossier } = await judgeReport(report, undefined, (done, all) =>
        terminal.progress(`${report}: ${done} of ${all}`),
      );
      terminal.progress('');
      if (options.update) update(rows, report);
      changed.push(...changedRows(rows, report));
      files.push(...ledgerFiles(rows, report, out, causes));
      const { source } = listTables(report)[0]!;
      files.push([
        join(out, `${report}.html`),
        reviewerReport(rows, {
          ...source,
          causes,
          lang,
          dossier,
          notebooks: notebooksOf(report, rows, out),
          environment: pageEnvironment(dossier.folder, `indexlab reproduce ${report}`, commit),
          rowCommand: 'indexlab findings show <id>',
        }),
      ]);
      overview.push({
        report,
        title: source.title,
        ...scoreboard(rows),
        mistakes: causes.length,
        causes,
        rekeyed: dossier.rekeyed,
      });
      results.push({ report, ...scoreboard(rows), seconds: (performance.now() - start) / 1000 });
    }
    const totals = totalOf(results);
    const scoreboards = { reports: results.map(({ seconds: _, ...counts }) => counts), totals };
    files.push([join(out, 'index.html'), overviewPage(overview, lang)]);
    writeFiles([...files, [join(out, 'scoreboard.json'), `${JSON.stringify(scoreboards, null, 2)}\n`]]);
    if (options.json) {
      terminal.json({ reports: results, totals, changed, out });
    } else {
      const rows = [
        ...results.map(({ seconds, ...counts }) => ({ ...counts, seconds: seconds.toFixed(2) })),
        { report: 'all', ...totals, seconds: '' },
      ];
      terminal.line(
        tableText(tableFigure(rows, { title: 'Published claims and what their own numbers say', limit: Infinity })),
      );
      terminal.line(`\nThe reviewer's report is in ${out}.`);
      if (changed.length > 0) terminal.line(`Verdicts differ from the committed ledger:\n  ${changed.join('\n  ')}`);
    }
    return changed.length === 0;
  },
};

/** Writes the committed ledger and the page of coverage. */
function update(rows: readonly LedgerRow[], report: string): void {
  writeLedger(rows, report);
  const page = join(workspaceRoot, 'docs', 'coverage', `${report}.md`);
  writeFiles([[page, coverage(report, rows, (id) => loadTable(id).table)]]);
}

function totalOf(results: readonly Scoreboard[]): Scoreboard {
  const total = (key: keyof Scoreboard): number => results.reduce((sum, result) => sum + result[key], 0);
  return {
    findings: total('findings'),
    reproduced: total('reproduced'),
    consistent: total('consistent'),
    contradicted: total('contradicted'),
    notComputable: total('notComputable'),
    context: total('context'),
  };
}
