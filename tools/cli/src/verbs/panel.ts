import { panel as estimate, type PanelMethod, regressionTable } from '@indexlab/stats';
import { oneOf } from '../one-of.js';
import { plainRegression } from '../plain-json.js';
import { readerOptions, withReaderOptions } from '../reader-options.js';
import { userTable } from '../user-table.js';
import type { Verb } from './verb.js';

const methods = ['first-difference', 'within', 'two-way', 'random', 'pooled'];

/** `panel "<formula>" --entity C --time C --method M`: panel regression, errors clustered by entity. */
export const panel: Verb = {
  declare: (program) =>
    withReaderOptions(
      program
        .command('panel')
        .description('panel regression: first differences, fixed or random effects')
        .argument('<formula>', 'such as "gdp ~ digital"')
        .requiredOption('--entity <column>', 'the entities, such as cities')
        .requiredOption('--time <column>', 'the times, such as years')
        .requiredOption('--method <method>', methods.join(', '))
        .requiredOption('--data <file>', 'the table')
        .option('--se <errors>', 'classical or cluster:<column>; clustered by entity unless told'),
    ),
  async act({ args: [formula], options, terminal }) {
    const result = estimate(String(formula), await userTable(options.data, terminal, readerOptions(options)), {
      entity: String(options.entity),
      time: String(options.time),
      method: oneOf('--method', options.method, methods) as PanelMethod,
      ...(options.se !== undefined && { se: options.se as 'classical' | `cluster:${string}` }),
    });
    if (options.json) terminal.json(plainRegression(result));
    else terminal.line(regressionTable([result]));
    for (const warning of result.warnings) terminal.note(`warning: ${warning}`);
    return true;
  },
};
