import { auditTable } from '@indexlab/adapters';
import { tableFigure, tableText } from '@indexlab/figures';
import { readerOptions, withReaderOptions } from '../reader-options.js';
import { userTable } from '../user-table.js';
import type { Verb } from './verb.js';

/** `audit <file>`: what is wrong in a table, before anyone computes on it. */
export const audit: Verb = {
  declare: (program) =>
    withReaderOptions(
      program
        .command('audit')
        .description('audit a table: duplicates, missing ranks, order')
        .argument('<file>', 'the table')
        .option('--rank <column>', 'the column of ranks')
        .option('--value <column>', 'the column that is ranked')
        .option('--key <column>', 'the column that identifies a row'),
    ),
  async act({ args: [file], options, terminal }) {
    const [rank, value, key] = [options.rank, options.value, options.key] as (string | undefined)[];
    const problems = auditTable(await userTable(file, terminal, readerOptions(options)), { rank, value, key });
    if (options.json) terminal.json({ problems });
    else if (problems.length === 0) terminal.line('No problem found.');
    else
      terminal.line(
        tableText(
          tableFigure(
            problems.map((problem) => ({ ...problem })),
            { limit: Infinity },
          ),
        ),
      );
    return problems.every(({ severity }) => severity !== 'error');
  },
};
