import { auditUserTable } from '@indexlab/adapters';
import type { Audit } from '@indexlab/audit';
import { readerOptions, withReaderOptions } from '../reader-options.js';
import { known, statedRelations } from '../stated-relations.js';
import { userTable } from '../user-table.js';
import { wrapText } from '../wrap-text.js';
import type { Verb } from './verb.js';

const several = (text: string, before: string[] = []): string[] => [...before, text];

/** `audit <file>`: what is wrong in a table, before anyone computes on it. */
export const audit: Verb = {
  declare: (program) =>
    withReaderOptions(
      program
        .command('audit')
        .description('audit a table: duplicates, missing ranks, order, sums, shares; says what it looked at')
        .argument('<file>', 'the table')
        .option('--rank <column>', 'the column of ranks')
        .option('--value <column>', 'the column that is ranked')
        .option('--key <column>', 'the column of units')
        .option('--time <column>', 'the column of times: unit and time identify a row')
        .option('--sum <T=A,B>', 'column T is the sum of A and B; may be given again', several)
        .option('--mean <T=A,B>', 'column T is the mean of A and B', several)
        .option('--share <C>', 'column C holds shares of one whole in percent; or C=A,B: 100 times A over B', several)
        .option('--ratio <R=A,B>', 'column R is A over B', several)
        .option('--growth <G=A,B>', 'column G is the growth in percent from A to B; or G=V: of V over time', several),
    ),
  async act({ args: [file], options, terminal }) {
    const table = await userTable(file, terminal, { keepTotals: true, ...readerOptions(options) });
    const named = Object.fromEntries(
      (['rank', 'value', 'key', 'time'] as const).flatMap((name) =>
        options[name] === undefined ? [] : [[name, known(table, String(options[name]), `--${name}`)]],
      ),
    );
    const found = auditUserTable(table, { ...named, unit: named.key, roles: statedRelations(table, options) });
    if (options.json) terminal.json({ ...found, warnings: warningsOf(found) });
    else for (const line of shown(found, table.rowCount)) terminal.line(line);
    return found.problems.every(({ severity }) => severity !== 'error');
  },
};

function warningsOf({ problems }: Audit): string[] {
  return problems.filter(({ rule }) => warned.includes(rule)).map(({ message }) => message);
}

const warned: readonly string[] = ['place-spellings', 'absent-in-some-times'];

function shown({ problems, checks, unchecked, roles }: Audit, rows: number): string[] {
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const count = (number: number, what: string): string => `${number} ${what}${number === 1 ? '' : 's'}`;
  const taken = Object.entries(roles).map(([column, role]) => `${column}: ${[role].flat().map(describe).join('; ')}`);
  return [
    problems.length === 0
      ? `No problem found in ${count(rows, 'row')}.`
      : `${count(errors, 'error')}, ${count(problems.length - errors, 'warning')} in ${count(rows, 'row')}.`,
    ...problems.flatMap(({ severity, rule, row, unit, column, message }) => {
      const where = [row === null ? '' : `row ${row}`, unit ?? '', column === null ? '' : `column ${column}`];
      return [
        '',
        ...wrapText([`${severity}: ${rule}`, ...where].filter(Boolean).join(', '), 80, '  '),
        ...wrapText(`  ${message}`, 80, '  '),
      ];
    }),
    ...(taken.length > 0 ? ['', 'Columns were taken as'] : []),
    ...taken.flatMap((line) => wrapText(`  ${line}`, 80, '    ')),
    '',
    'Checked',
    ...checks.flatMap(({ rule, columns, problems: found }) =>
      wrapText(
        `  ${rule}${columns.length > 0 ? `: ${columns.join(', ')}` : ''}${found > 0 ? ` (${found} found)` : ''}`,
        80,
        '    ',
      ),
    ),
    ...(unchecked.length > 0 ? ['', 'Not checked: no row has all the cells that it needs'] : []),
    ...unchecked.flatMap(({ rule, columns }) => wrapText(`  not checked: ${rule}: ${columns.join(', ')}`, 80, '    ')),
  ];
}

function describe(role: Audit['roles'][string] & { role?: string }): string {
  const { role: name, ...rest } = role as { role: string } & Record<string, unknown>;
  const of = rest.of === undefined ? '' : ` of ${[rest.of].flat().join(', ')}`;
  const others = Object.entries(rest).filter(([key]) => key !== 'of');
  return `${name}${of}${others.map(([key, value]) => (value === true ? ` (${key})` : ` (${key} ${[value].flat().join(', ')})`)).join('')}`;
}
