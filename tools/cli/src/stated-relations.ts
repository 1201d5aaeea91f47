import type { Role, Roles } from '@indexlab/audit';
import { assertThat, type Table } from '@indexlab/core';
import { columnOption } from './column-options.js';

/** The relations that options of `audit` state, as roles of columns. */
export function statedRelations(table: Table, options: Readonly<Record<string, unknown>>): Roles {
  const roles: Record<string, Role[]> = {};
  const add = (column: string, role: Role): void => void (roles[column] ??= []).push(role);
  const each = (name: string, act: (text: string, option: string) => void): void => {
    for (const text of (options[name] as string[] | undefined) ?? []) act(text, `--${name}`);
  };
  const pair = (text: string, option: string): [string, readonly [string, string]] => {
    const [column, of] = relation(table, text, option);
    assertThat(of.length === 2, () => `${option} requires two columns behind "=", got ${of.length} (${text})`);
    return [column, [of[0]!, of[1]!]];
  };
  each('sum', (text, option) => {
    const [column, of] = relation(table, text, option);
    add(column, { role: 'sum', of });
  });
  each('mean', (text, option) => {
    const [column, of] = relation(table, text, option);
    add(column, { role: 'mean', of });
  });
  each('share', (text, option) => {
    if (table.has(text)) return add(known(table, text, option), { role: 'shares' });
    if (!text.includes('=')) return void known(table, text, option);
    const [column, of] = relation(table, text, option);
    assertThat(
      of.length === 2,
      () => `${option} requires two columns behind "=", got ${of.length} (${text})`,
      `${option} ${column} is for shares of one whole, down the rows; ${option} ${column}=A,B for 100 times A over B.`,
    );
    add(column, { role: 'share', of: [of[0]!, of[1]!] });
  });
  each('ratio', (text, option) => {
    const [column, of] = pair(text, option);
    add(column, { role: 'ratio', of });
  });
  each('growth', (text, option) => {
    const [column, of] = relation(table, text, option);
    assertThat(of.length <= 2, () => `${option} requires one or two columns behind "=", got ${of.length} (${text})`);
    add(column, { role: 'growth', of: of.length === 1 ? of[0]! : [of[0]!, of[1]!] });
  });
  return roles;
}

/** Splits `T=A,B` into columns of the table; names may hold commas and equal signs themselves. */
function relation(table: Table, text: string, option: string): [column: string, of: string[]] {
  const signs = [...text.matchAll(/=/g)].map(({ index }) => index);
  assertThat(signs.length > 0, () => `${option} requires <column>=<column>,<column>, got ${JSON.stringify(text)}`);
  const at = signs.find((index) => table.has(text.slice(0, index).trim())) ?? signs[0]!;
  const column = known(table, text.slice(0, at).trim(), option);
  const of: string[] = [];
  let pending = '';
  for (const piece of text.slice(at + 1).split(',')) {
    pending = pending === '' ? piece.trim() : `${pending},${piece}`;
    if (!table.has(pending)) continue;
    of.push(known(table, pending, option));
    pending = '';
  }
  if (pending !== '') known(table, pending, option);
  const all = [column, ...of];
  assertThat(
    new Set(all).size === all.length,
    () => `${option} requires columns that differ, got ${JSON.stringify(text)}`,
    'A column is no part of itself.',
  );
  return [column, of];
}

/** The column of the table that an option names. */
export function known(table: Table, name: string, option: string): string {
  return columnOption(option, name, table);
}
