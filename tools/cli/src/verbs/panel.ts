import { unitWarnings } from '@indexlab/adapters';
import { panel as estimate, type PanelMethod } from '@indexlab/stats/panel';
import { regressionTable } from '@indexlab/stats/regression-table';
import { clusterOption, columnOptions } from '../column-options.js';
import { oneOf } from '../one-of.js';
import { plainRegression } from '../plain-json.js';
import { readerOptions, withReaderOptions } from '../reader-options.js';
import { userTable } from '../user-table.js';
import { wrappedNotes } from '../wrapped-notes.js';
import type { Verb } from './verb.js';

const methods = ['first-difference', 'within', 'two-way', 'between', 'random', 'pooled'];

/** `panel "<formula>" --entity C --time C --method M`: panel regression, errors clustered by entity. */
export const panel: Verb = {
  declare: (program) =>
    withReaderOptions(
      program
        .command('panel')
        .description('panel regression: first differences, fixed or random effects, between entities')
        .argument('<formula>', 'such as "gdp ~ digital"')
        .requiredOption('--entity <column>', 'the entities, such as cities')
        .requiredOption('--time <column>', 'the times, such as years')
        .requiredOption('--method <method>', methods.join(', '))
        .requiredOption('--data <file>', 'the table')
        .option(
          '--se <errors>',
          'classical, cluster:<column> or cluster:<column>,<column>; clustered by entity unless told',
        ),
    ),
  async act({ args: [formula], options, terminal }) {
    const table = await userTable(options.data, terminal, readerOptions(options), [formula, options]);
    const { entity, time } = columnOptions(options, ['entity', 'time'], table) as Record<'entity' | 'time', string>;
    const se = clusterOption(options.se, table);
    const result = estimate(String(formula), table, {
      entity,
      time,
      method: oneOf('--method', options.method, methods) as PanelMethod,
      ...(se !== undefined && { se: se as 'classical' | `cluster:${string}` }),
    });
    const warnings = [...result.warnings, ...unitWarnings(table, { unit: entity, time })];
    if (options.json) terminal.json({ ...plainRegression(result), warnings });
    else terminal.line(wrappedNotes(regressionTable([result])));
    for (const warning of warnings) terminal.note(`warning: ${warning}`);
    return true;
  },
};
