import { tableFigure, tableText } from '@indexlab/figures';
import { type CorrelationMethod, correlate as estimate } from '@indexlab/stats/correlation';
import { columnList } from '../column-options.js';
import { oneOf } from '../one-of.js';
import { readerOptions, withReaderOptions } from '../reader-options.js';
import { userTable } from '../user-table.js';
import { wrapText } from '../wrap-text.js';
import type { Verb } from './verb.js';

/** `correlate --columns A,B,…`: correlations with p-values and intervals. */
export const correlate: Verb = {
  declare: (program) =>
    withReaderOptions(
      program
        .command('correlate')
        .description('correlations with p-values and intervals')
        .requiredOption('--columns <columns>', 'the columns, separated by commas')
        .option('--method <method>', 'pearson, spearman or kendall', 'pearson')
        .requiredOption('--data <file>', 'the table'),
    ),
  async act({ options, terminal }) {
    const table = await userTable(options.data, terminal, readerOptions(options), [options]);
    const columns = columnList('--columns', String(options.columns), table);
    const { method, convention, pairs, warnings } = estimate(table, {
      columns,
      method: oneOf('--method', options.method, ['pearson', 'spearman', 'kendall']) as CorrelationMethod,
    });
    if (options.json) terminal.json({ method, convention, pairs, warnings });
    else {
      terminal.line(
        tableText(
          tableFigure(
            pairs.map((pair) => ({ ...pair, n: String(pair.n) })),
            { limit: Infinity },
          ),
        ),
      );
      terminal.line(`\n${wrapText(`${method}: ${convention}.`, 80, '  ').join('\n')}`);
    }
    for (const warning of warnings) terminal.note(`warning: ${warning}`);
    return true;
  },
};
