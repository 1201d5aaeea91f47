import { assertThat } from '@indexlab/core';
import { formatNumbers } from '@indexlab/figures';
import { explainDocument } from '@indexlab/index-engine';
import { fittingTable } from '../fitting-table.js';
import { builtFrom } from './build.js';
import { withReaderOptions } from '../reader-options.js';
import type { Verb } from './verb.js';

/** `explain <spec.yaml> --data <file> --unit U`: why a unit stands where it does. */
export const explain: Verb = {
  declare: (program) =>
    withReaderOptions(
      program
        .command('explain')
        .description('explain why a unit stands where it does')
        .argument('<spec>', 'the specification, a YAML file')
        .requiredOption('--data <file>', 'the data, one row per unit (and year)')
        .requiredOption('--unit <unit>', 'the unit, as the data name it')
        .option('--year <year>', 'which year of a panel')
        .option('--unit-column <column>', 'the column that names the units')
        .option('--time-column <column>', 'the column of the year'),
    ),
  async act({ args: [spec], options, terminal }) {
    const year = options.year === undefined ? undefined : Number(options.year);
    assertThat(
      year === undefined || Number.isInteger(year),
      () => `--year requires a year, got ${JSON.stringify(options.year)}`,
    );
    const explained = explainDocument(
      await builtFrom(spec, options, terminal),
      String(options.unit),
      year === undefined ? {} : { year },
    );
    if (options.json) {
      terminal.json(explained);
      return true;
    }
    const [score] = formatNumbers([explained.score]);
    terminal.line(`${explained.unit}: score ${score}, rank ${explained.rank}`);
    for (const [title, rows] of [
      ['What each part adds to the score', explained.contributions],
      ['The nearest in the ranking', explained.nearest],
    ] as const)
      terminal.line(
        `\n${fittingTable(
          rows.map((row) => ({ ...row })),
          title,
          2,
        )}`,
      );
    return true;
  },
};
