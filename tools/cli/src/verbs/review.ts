import { join, resolve } from 'node:path';
import { readDataFile, readDossier, writeFiles } from '@indexlab/adapters';
import { workspaceRoot } from '@indexlab/notebook-runner/workspace-root';
import { changedLines, judgeDossier, ledgerJson, ledgerText, reviewerReport, scoreboard } from '@indexlab/findings';
import { ledgerFiles } from '../ledger-files.js';
import { oneOf } from '../one-of.js';
import { commitOf, pageEnvironment } from '../page-environment.js';
import { quotedPath } from '../quoted-path.js';
import { reviewArchive } from '../review-archive.js';
import { wrapText } from '../wrap-text.js';
import { userClaimTable } from '../user-claim-table.js';
import type { Verb } from './verb.js';

/** `review <folder>`: judges a dossier and writes the reviewer's report. */
export const review: Verb = {
  declare: (program) =>
    program
      .command('review')
      .description("judge a report's dossier: every claim, the checks of every table, the reviewer's report")
      .argument('<folder>', 'the dossier: datapackage.json, tables, claims')
      .option('--out <dir>', "folder for the reviewer's report", 'out')
      .option('--lang <language>', 'en or zh: the frame of the report')
      .option('--with <file>', 'a table of your own for the claims that need one')
      .option('--update', 'write the verdicts as ledger.csv of the dossier')
      .option('--archive <file.zip>', 'pack dossier, ledger, report and command into one file'),
  async act({ args: [folder], options, terminal }) {
    const start = performance.now();
    const lang = (oneOf('--lang', options.lang, ['en', 'zh']) ?? 'en') as 'en' | 'zh';
    const dossier = readDossier(String(folder));
    const table = options.with === undefined ? null : userClaimTable(await readDataFile(String(options.with)));
    const { report, title, rows, causes } = judgeDossier(dossier, table);
    const out = resolve(String(options.out));
    const user = options.with === undefined ? null : String(options.with);
    const chosen = [...(lang === 'en' ? [] : ['--lang', lang])];
    const command = [
      'indexlab review',
      quotedPath(dossier.folder),
      ...(user === null ? [] : ['--with', quotedPath(user)]),
      ...chosen,
    ];
    const sha256 = dossier.sources[0]?.sha256;
    const environment = pageEnvironment(dossier.folder, command.join(' '), commitOf(workspaceRoot));
    const page = reviewerReport(rows, {
      title,
      causes,
      lang,
      environment,
      dossier,
      ...(sha256 !== undefined && { sha256 }),
    });
    const files: [string, string][] = [...ledgerFiles(rows, report, out, causes), [join(out, `${report}.html`), page]];
    writeFiles(files);
    if (options.update) writeFiles([[join(dossier.folder, 'ledger.csv'), ledgerText(rows)]]);
    if (options.archive !== undefined)
      writeFiles([
        [
          String(options.archive),
          reviewArchive({ dossier, ledger: ledgerText(rows), files, user, options: chosen, environment }),
        ],
      ]);
    const counts = { report, ...scoreboard(rows), seconds: (performance.now() - start) / 1000 };
    const { report: _report, seconds: _seconds, ...totals } = counts;
    const changed = dossier.ledger === null || options.update ? [] : changedLines(rows, dossier.ledger);
    if (options.json) {
      terminal.json({ reports: [counts], totals, findings: ledgerJson(rows), causes, changed, out });
    } else {
      const { findings, reproduced, consistent, contradicted, notComputable } = totals;
      const lines = [
        title,
        `${findings} claims: ${reproduced} reproduced, ${consistent} consistent, ${contradicted} contradicted, ${notComputable} not computable`,
        ...causes.map((cause) => `- ${cause.title} (${cause.materiality}, ${cause.action}; ${cause.findings.length})`),
        ...changed.map((id) => `differs from the committed ledger: ${id}`),
      ];
      for (const line of lines.flatMap((one) => wrapText(one, 80, '  '))) terminal.line(line);
      terminal.line(`The reviewer's report: ${join(out, `${report}.html`)}`);
    }
    return dossier.ledger === null ? totals.contradicted === 0 : changed.length === 0;
  },
};
