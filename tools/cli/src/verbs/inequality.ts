import { type Inequality, inequality as estimate } from '@indexlab/stats/inequality';
import { readerOptions, withReaderOptions } from '../reader-options.js';
import { columnOptions } from '../column-options.js';
import { inequalityText } from '../inequality-text.js';
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
        .option('--weights <column>', 'the column of weights, such as populations')
        .option('--by <column>', 'a column, such as the year, for each of whose values the same is given once more')
        .requiredOption('--data <file>', 'the table'),
    ),
  async act({ options, terminal }) {
    const table = await userTable(options.data, terminal, readerOptions(options), [options]);
    const named = columnOptions(options, ['column', 'groups', 'weights', 'by'], table);
    const result: Inequality = estimate(table, { ...named, column: named.column! });
    if (options.json) terminal.json(result);
    else terminal.line(inequalityText(result, options));
    for (const warning of result.warnings) terminal.note(`warning: ${warning}`);
    return true;
  },
};
