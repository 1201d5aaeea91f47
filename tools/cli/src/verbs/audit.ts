import { auditUserTable } from '@indexlab/adapters';
import type { Audit } from '@indexlab/audit';
import { assertThat, type Table } from '@indexlab/core';
import { readerOptions, withReaderOptions } from '../reader-options.js';
import { known, statedRelations } from '../stated-relations.js';
import { userResult } from '../user-table.js';
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
    const { table, totals } = await userResult(file, terminal, { totalsApart: true, ...readerOptions(options) });
    const named = Object.fromEntries(
      (['rank', 'value', 'key', 'time'] as const).flatMap((name) =>
        options[name] === undefined ? [] : [[name, known(table, String(options[name]), `--${name}`)]],
      ),
    );
    requireDifferent(named);
    const found = auditUserTable(table, { ...named, unit: named.key, roles: statedRelations(table, options), totals });
    if (options.json) terminal.json({ ...found, warnings: warningsOf(found) });
    else for (const line of shown(found, table)) terminal.line(line);
    return found.problems.every(({ severity }) => severity !== 'error');
  },
};

/** A column has one of these parts in a table. */
function requireDifferent(named: Readonly<Record<string, string>>): void {
  const entries = Object.entries(named);
  for (const [at, [name, column]] of entries.entries()) {
    const before = entries.slice(0, at).find(([, other]) => other === column);
    assertThat(
      before === undefined,
      () => `--${before![0]} and --${name} require two columns, got ${JSON.stringify(column)} for both`,
    );
  }
}

function warningsOf({ problems }: Audit): string[] {
  return problems.filter(({ rule }) => warned.includes(rule)).map(({ message }) => message);
}

const warned: readonly string[] = ['place-spellings', 'absent-in-some-times'];

/** The columns of numbers that nothing was checked of but that they are full, and the options that would. */
function notLookedAt(table: Table, checks: Audit['checks']): string[] {
  const looked = new Set(checks.flatMap(({ rule, columns }) => (rule === 'missing-cell' ? [] : columns)));
  const others = table.columns.filter((name) => table.column(name).type === 'number' && !looked.has(name));
  if (others.length === 0) return [];
  const options = '--rank and --value check an order, --sum, --mean, --share, --ratio and --growth what follows';
  const text = `${others.join(', ')}: only for empty cells, for no order or relation is known; ${options}`;
  return ['', 'The numbers were not checked of', ...wrapText(`  ${text}`, 80, '    ')];
}

function shown({ problems, checks, unchecked, roles }: Audit, table: Table): string[] {
  const rows = table.rowCount;
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const count = (number: number, what: string): string => `${number} ${what}${number === 1 ? '' : 's'}`;
  const taken = Object.entries(roles).map(([column, role]) => `${column}: ${[role].flat().map(describe).join('; ')}`);
  return [
    problems.length === 0
      ? `No problem found in ${count(rows, 'row')} by what was checked.`
      : `${count(errors, 'error')}, ${count(problems.length - errors, 'warning')} in ${count(rows, 'row')}.`,
    ...problems.flatMap(({ severity, rule, row, line, unit, column, message }) => {
      const where = [
        row !== null ? `row ${row}` : line === undefined ? '' : `line ${line}`,
        unit ?? '',
        column === null ? '' : `column ${column}`,
      ];
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
    ...notLookedAt(table, checks),
    ...(unchecked.length > 0 ? ['', 'Not checked: no row has all the cells that it needs'] : []),
    ...unchecked.flatMap(({ rule, columns }) => wrapText(`  not checked: ${rule}: ${columns.join(', ')}`, 80, '    ')),
  ];
}

function describe(role: Audit['roles'][string] & { role?: string }): string {
  const { role: name, ...rest } = role as { role: string } & Record<string, unknown>;
  if (name === 'share of total')
    return `shares, in percent, of the column ${String(rest.of)} in a whole that is not printed`;
  const [first = '', second = ''] = [rest.of ?? []].flat().map(String);
  const scale = rest.scale === undefined ? '' : ` (scale ${String(rest.scale)})`;
  if (name === 'share') return `100 × ${first} / ${second}`;
  if (name === 'ratio') return `${first} / ${second}${scale}`;
  if (name === 'growth')
    return `growth ${second === '' ? `of ${first} over time` : `from ${first} to ${second}`}${scale}`;
  if (name === 'shares')
    return [
      'shares of one whole, in percent',
      ...(rest.across ? [`with ${[rest.across].flat().join(', ')}`] : []),
    ].join(', ');
  const of = rest.of === undefined ? '' : ` of ${[rest.of].flat().join(', ')}`;
  const others = Object.entries(rest).filter(([key]) => key !== 'of');
  return `${name}${of}${others.map(([key, value]) => (value === true ? ` (${key})` : ` (${key} ${[value].flat().join(', ')})`)).join('')}`;
}
