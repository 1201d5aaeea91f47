import { columnNamed } from '@indexlab/core';
import { tableFigure, tableText } from '@indexlab/figures';
import { type Recovery, recoverFromColumns } from '@indexlab/index-engine';
import { columnList, columnOption, columnOptions } from '../column-options.js';
import { pairs } from '../pairs.js';
import { listOf } from '../list-of.js';
import { oneOf } from '../one-of.js';
import { readerOptions, withReaderOptions } from '../reader-options.js';
import { statedText } from '../stated-text.js';
import { userTable } from '../user-table.js';
import { wrapText } from '../wrap-text.js';
import type { Verb } from './verb.js';

/** `recover <file>`: the weights, and scalings, behind a published total. */
export const recover: Verb = {
  declare: (program) =>
    withReaderOptions(
      program
        .command('recover')
        .description('recover the weights behind a published total')
        .argument('<file>', 'the table, with the digits as printed')
        .requiredOption('--total <column>', 'the column of the total')
        .requiredOption('--parts <columns>', 'the columns of the parts, separated by commas')
        .option('--unit-column <column>', 'the column that names the rows')
        .option('--stated <weights>', 'weights that the publication states, such as A=0.30,B=27.69%')
        .option('--scaling <scaling>', 'look for rescaled parts (auto) or not (none)', 'auto')
        .option('--no-sum-to-one', 'the weights need not sum to one'),
    ),
  async act({ args: [file], options, terminal }) {
    const table = await userTable(file, terminal, readerOptions(options), [options]);
    const { unitColumn: unit } = columnOptions(options, ['unitColumn'], table);
    const given = options.stated === undefined ? undefined : pairs('--stated', listOf(String(options.stated)));
    const stated = given && mapKeys(given, (name) => columnNamed(table, name) ?? name);
    const recovery = recoverFromColumns(table, {
      total: columnOption('--total', String(options.total), table),
      parts: columnList('--parts', String(options.parts), table),
      ...(unit !== undefined && { unit }),
      ...(stated !== undefined && { stated }),
      scaling: oneOf('--scaling', options.scaling, ['auto', 'none']) as 'auto' | 'none',
      sumToOne: options.sumToOne !== false,
    });
    if (options.json) terminal.json(recovery);
    else terminal.line(recoveryText(recovery, stated));
    return recovery.status === 'feasible';
  },
};

function mapKeys(record: Readonly<Record<string, string>>, name: (key: string) => string): Record<string, string> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [name(key), value]));
}

function recoveryText(recovery: Recovery, stated: Readonly<Record<string, string>> = {}): string {
  const rows = Object.entries(recovery.weights).map(([part, { estimate, lower, upper, identified }]) => ({
    part,
    estimate: shown(estimate),
    lower: shown(lower),
    upper: shown(upper),
    simplest: recovery.simplest?.[part] ?? null,
    identified: identified ? 'yes' : 'no',
    scaling: recovery.scaling[part]!.method,
  }));
  return [
    recovery.status === 'feasible' ? 'Weights that fit every row:' : 'No weights fit every row.',
    tableText(tableFigure(rows, { limit: Infinity })),
    `largest residual ${recovery.maxResidual.toPrecision(3)}`,
    ...recovery.assumptions.flatMap((assumption) => wrapText(`assumed: ${assumption}`, 80, '  ')),
    ...(recovery.stated ? [statedText(recovery.stated, stated, recovery.status === 'feasible')] : []),
    ...recovery.wrongRows.map((set, at) =>
      at === 0 ? `rows that must be wrong: ${set.join(', ')}` : `or instead: ${set.join(', ')}`,
    ),
    ...(recovery.wrongRows.length > 0 && !recovery.wrongRowsProven
      ? ['whether fewer rows would do was not proven']
      : []),
  ].join('\n');
}

function shown(weight: number | null): string {
  return weight === null ? '–' : weight.toFixed(6);
}
