import type { Table } from '@indexlab/core';
import { cluster as estimate } from '@indexlab/stats/clusters';
import { clusterText } from '../cluster-text.js';
import { columnList, columnOption } from '../column-options.js';
import { wholeNumber } from '../whole-number.js';
import { readerOptions, withReaderOptions } from '../reader-options.js';
import { userTable } from '../user-table.js';
import type { Verb } from './verb.js';

/** `cluster --columns A,B,… --k K --seed S`: k-means tiers. */
export const cluster: Verb = {
  declare: (program) =>
    withReaderOptions(
      program
        .command('cluster')
        .description('k-means tiers')
        .requiredOption('--columns <columns>', 'the columns, separated by commas')
        .requiredOption('--k <k>', 'how many clusters')
        .option('--seed <seed>', 'the seed of the restarts', '1')
        .option(
          '--unit-column <column>',
          'the column that names the units; by default the first of texts that all differ',
        )
        .option('--standardize', 'divide each column by its standard deviation')
        .requiredOption('--data <file>', 'the table'),
    ),
  async act({ options, terminal }) {
    const table = await userTable(options.data, terminal, readerOptions(options), [options]);
    const unit =
      options.unitColumn === undefined
        ? firstTexts(table)
        : columnOption('--unit-column', String(options.unitColumn), table);
    const columns = columnList('--columns', String(options.columns), table);
    const result = estimate(table, {
      columns,
      k: wholeNumber('--k', options.k, 1),
      seed: wholeNumber('--seed', options.seed, 0),
      standardize: options.standardize === true,
      ...(unit !== undefined && { unit }),
    });
    if (options.json) terminal.json(result);
    else terminal.line(clusterText(result, options.standardize === true));
    if (options.unitColumn === undefined)
      terminal.note(
        unit === undefined ? 'no column of texts names each row: rows have their numbers' : `rows are named by ${unit}`,
      );
    for (const warning of result.warnings) terminal.note(`warning: ${warning}`);
    return true;
  },
};

function firstTexts(table: Table): string | undefined {
  return table.columns.find((name) => {
    const { type, values } = table.column(name);
    return type === 'text' && new Set<unknown>(values).size === values.length;
  });
}
