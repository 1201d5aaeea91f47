import { regress as estimate, type StandardErrors } from '@indexlab/stats/regression';
import { regressionTable } from '@indexlab/stats/regression-table';
import { clusterOption, columnOptions } from '../column-options.js';
import { plainRegression } from '../plain-json.js';
import { readerOptions, withReaderOptions } from '../reader-options.js';
import { userTable } from '../user-table.js';
import { wrappedNotes } from '../wrapped-notes.js';
import type { Verb } from './verb.js';

/** `regress "<formula>" --data <file>`: least squares. */
export const regress: Verb = {
  declare: (program) =>
    withReaderOptions(
      program
        .command('regress')
        .description('least squares for a formula, with the standard errors asked for')
        .argument('<formula>', 'such as "industry ~ market * technology + log(population) + C(region)"')
        .requiredOption('--data <file>', 'the table')
        .option('--se <errors>', 'classical, HC0 to HC4, cluster:<column>[,<column>] or newey-west:<lags>', 'classical')
        .option('--weights <column>', 'the column of weights'),
    ),
  async act({ args: [formula], options, terminal }) {
    const table = await userTable(options.data, terminal, readerOptions(options), [formula, options]);
    const result = estimate(String(formula), table, {
      se: clusterOption(options.se, table) as StandardErrors,
      ...columnOptions(options, ['weights'], table),
    });
    if (options.json) terminal.json(plainRegression(result));
    else terminal.line(wrappedNotes(regressionTable([result])));
    for (const warning of result.warnings) terminal.note(`warning: ${warning}`);
    return true;
  },
};
