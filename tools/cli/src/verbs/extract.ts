import { loadDataPackage } from '@indexlab/adapters';
import { checkPublished, type TableCheck, writePublished } from '@indexlab/extraction';
import { tableFigure, tableText } from '@indexlab/figures';
import { readText } from '../read-text.js';
import type { Verb } from './verb.js';

/** `extract <report.txt> --as <report>`: re-reads a report's text into tables, or checks them against it. */
export const extract: Verb = {
  declare: (program) =>
    program
      .command('extract')
      .description('re-read a report text into the tables of its dossier')
      .argument('<report.txt>', 'the plain text of the report')
      .requiredOption('--as <report>', 'the short id of the report')
      .option('--check', 'compare with data/reports and write nothing'),
  async act({ args: [file], options, terminal }) {
    const text = readText(String(file));
    const report = String(options.as);
    const { folder } = loadDataPackage();
    if (!options.check) writePublished(text, report, folder);
    const tables = checkPublished(text, report, folder);
    const counts = tables.map(({ id, rows, cells, differing }) => ({ id, rows, cells, differing }));
    if (options.json) terminal.json({ tables: tables.map(({ differences, ...count }) => ({ ...count, differences })) });
    else terminal.line([tableText(tableFigure(counts, { limit: Infinity })), ...differences(tables)].join('\n'));
    return tables.every(({ differing }) => differing === 0);
  },
};

function differences(tables: readonly TableCheck[]): string[] {
  return tables.flatMap(({ id, differences: cells }) =>
    cells
      .slice(0, 10)
      .map(
        ({ row, column, published, extracted }) =>
          `${id}#${row}/${column}: ${published} in data, ${extracted} in the text`,
      ),
  );
}
