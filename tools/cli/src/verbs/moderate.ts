import { columnNamed } from '@indexlab/core';
import { tableFigure, tableText } from '@indexlab/figures';
import { moderate as estimate } from '@indexlab/stats/moderation';
import type { StandardErrors } from '@indexlab/stats/regression';
import { regressionTable } from '@indexlab/stats/regression-table';
import { listOf } from '../list-of.js';
import { clusterOption, columnOption } from '../column-options.js';
import { plainRegression } from '../plain-json.js';
import { readerOptions, withReaderOptions } from '../reader-options.js';
import { userTable } from '../user-table.js';
import { wrappedNotes } from '../wrapped-notes.js';
import { regionText } from '../region-text.js';
import { wrapText } from '../wrap-text.js';
import type { Verb } from './verb.js';

/** `moderate --y Y --x X --by M`: does a moderator change an effect? */
export const moderate: Verb = {
  declare: (program) =>
    withReaderOptions(
      program
        .command('moderate')
        .description('moderation: centred interaction, simple slopes, Johnson-Neyman region')
        .requiredOption('--y <column>', 'the outcome')
        .requiredOption('--x <column>', 'the column whose effect is asked for')
        .requiredOption('--by <column>', 'the moderator')
        .option('--controls <terms>', 'further terms, separated by commas')
        .requiredOption('--data <file>', 'the table')
        .option(
          '--se <errors>',
          'classical, HC0 to HC4, cluster:<column>[,<column>] or newey-west:<lags>',
          'classical',
        ),
    ),
  async act({ options, terminal }) {
    const table = await userTable(options.data, terminal, readerOptions(options), [options]);
    // Anything but a column or a word may be an expression, such as log(x).
    const named = (name: string): string => {
      const written = String(options[name]);
      const column = /^[\p{L}\p{N}_. ]+$/u.test(written)
        ? columnOption(`--${name}`, written, table)
        : columnNamed(table, written);
      return column ?? written;
    };
    const result = estimate(table, {
      y: named('y'),
      x: named('x'),
      by: named('by'),
      ...(options.controls !== undefined && { controls: listOf(String(options.controls)) }),
      se: clusterOption(options.se, table) as StandardErrors,
    });
    if (options.json) {
      terminal.json({ ...plainRegression(result), raw: plainRegression(result.raw) });
    } else {
      terminal.line(wrappedNotes(regressionTable([result.raw, result], { names: ['raw', 'centred'] })));
      const title = `Simple slopes of ${result.simpleSlopes[0]!.term} at ${result.evaluatedAt.moderator}, other columns at their means`;
      terminal.line(`\n${wrapText(title, 80, '  ').join('\n')}\n`);
      terminal.line(
        tableText(
          tableFigure(
            result.simpleSlopes.map(({ term: _term, at, ...slope }) => ({ at, ...slope })),
            { limit: Infinity },
          ),
        ),
      );
      const region = result.johnsonNeyman;
      if (region !== null) {
        terminal.line(`\n${regionText(region)}`);
      }
    }
    for (const warning of result.warnings) terminal.note(`warning: ${warning}`);
    return true;
  },
};
