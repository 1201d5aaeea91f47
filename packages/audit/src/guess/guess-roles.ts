import type { Table } from '@indexlab/core';
import type { PlaceFinder } from '../place-finder.js';
import type { Role, Roles } from '../role.js';
import { Subject } from '../subject.js';
import { guessKey } from './guess-key.js';
import { guessRanks } from './guess-ranks.js';
import { guessRelations } from './guess-relations.js';
import { guessTiers } from './guess-tiers.js';
import { names } from './names.js';
import { numericColumns } from './numeric-columns.js';

/** The columns that the caller names; the others are guessed. */
export interface StatedColumns {
  readonly unit?: string | undefined;
  readonly time?: string | undefined;
  readonly rank?: string | undefined;
  readonly value?: string | undefined;
  /** Columns whose relation to others is stated: none is guessed for them. */
  readonly related?: readonly string[] | undefined;
}

/**
 * Guesses what the columns of a table are, by their names and by what they hold.
 *
 * @returns the role or roles of each column that has any; those stated included
 *
 * @example
 * const table = new Table([
 *   { type: 'text', name: 'city', values: ['A', 'A', 'B'] },
 *   { type: 'number', name: 'year', values: Float64Array.of(2015, 2016, 2015) },
 * ]);
 * guessRoles(table) // => { city: { role: 'unit' }, year: { role: 'time' } }
 */
export function guessRoles(table: Table, stated: StatedColumns = {}, placeOf?: PlaceFinder): Roles {
  const { unit, time, groups } = guessKey(table, stated, placeOf);
  const key: Record<string, Role> = {
    ...(unit !== undefined && { [unit]: { role: 'unit' } }),
    ...(time !== undefined && time !== unit && { [time]: { role: 'time' } }),
    ...Object.fromEntries(groups.map((name) => [name, { role: 'group' }])),
  };
  const subject = new Subject(table, key, {});
  const { numbers, mixed } = numericColumns(table);
  const numeric = [...new Set([...numbers, ...mixed, ...named(stated)])].filter((name) => !(name in key));
  const ranks = guessRanks(subject, numeric, stated);
  const ranked = ranks.flatMap(({ role }) => (role.role === 'rank' && role.of !== undefined ? [role.of] : []));
  const value = stated.value ?? table.columns.find((name) => numeric.includes(name) && names.value[0].test(name));
  const values = new Set([...(value === undefined ? [] : [value]), ...ranked]);
  const quantities = numeric.filter((name) => !ranks.some(({ column }) => column === name));
  const relations = guessRelations(
    subject,
    table.columns.filter((name) => quantities.includes(name)),
  ).filter(({ column }) => !stated.related?.includes(column));
  const roles = new Map<string, Role[]>(Object.entries(key).map(([column, role]) => [column, [role]]));
  const add = (column: string, role: Role): void => void roles.set(column, [...(roles.get(column) ?? []), role]);
  for (const column of values) add(column, { role: 'value' });
  for (const column of mixed) if (!values.has(column) && quantities.includes(column)) add(column, { role: 'number' });
  for (const { column, role } of [...ranks, ...guessTiers(subject, [...values]), ...relations]) add(column, role);
  return Object.fromEntries([...roles].map(([column, list]) => [column, list.length === 1 ? list[0]! : list]));
}

function named({ rank, value }: StatedColumns): string[] {
  return [rank, value].filter((name) => name !== undefined);
}
