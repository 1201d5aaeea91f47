import { tableFigure, tableText } from '@indexlab/figures';
import { inequality as estimate } from '@indexlab/stats/inequality';
import { readerOptions, withReaderOptions } from '../reader-options.js';
import { userTable } from '../user-table.js';
import type { Verb } from './verb.js';

/** `inequality --column C`: Gini, Theil and their decompositions. */
export const inequality: Verb = {
  declare: (program) =>
    withReaderOptions(
      program
        .command('inequality')
        .description('Gini, Theil and other measures, and their decompositions over groups')
        .requiredOption('--column <column>', 'the column')
        .option('--groups <column>', 'the column of groups')
        .requiredOption('--data <file>', 'the table'),
    ),
  async act({ options, terminal }) {
    const result = estimate(await userTable(options.data, terminal, readerOptions(options)), {
      column: String(options.column),
      ...(options.groups !== undefined && { groups: String(options.groups) }),
    });
    if (options.json) {
      terminal.json(result);
    } else {
      const single = Object.entries(result).filter(([, value]) => typeof value === 'number');
      terminal.line(
        tableText(
          tableFigure(
            single.map(([measure, value]) => ({
              measure,
              value: measure === 'n' || measure === 'missing' ? String(value) : Number(value).toFixed(4),
            })),
            { limit: Infinity },
          ),
        ),
      );
    }
    if (!options.json && result.decompositions.length > 0) {
      const rows = result.decompositions.map(({ measure, n, total, between, within, overlap }) => ({
        measure,
        n: String(n),
        total,
        between,
        within,
        overlap: overlap === null ? null : overlap.toFixed(4),
      }));
      const title = `Between and within groups of ${String(options.groups)}`;
      terminal.line(`\n${tableText(tableFigure(rows, { title, limit: Infinity }))}`);
    }
    for (const warning of result.warnings) terminal.note(`warning: ${warning}`);
    return true;
  },
};
