import { didYouMean } from '@indexlab/core';
import { type Field, type Role, roleNames, rolesOf } from './role.js';

/**
 * What is wrong with the roles of a table's columns: an unknown role, or a column that is not there.
 *
 * @param tables the fields of every table of the dossier
 *
 * @example
 * checkRoles('ports', [{ name: 'score', role: 'valeu' }], new Map())[0].message // => 'ports.score has the unknown role "valeu"'
 */
export function checkRoles(
  table: string,
  fields: readonly Field[],
  tables: ReadonlyMap<string, readonly Field[]>,
): { message: string; remedy?: string }[] {
  return fields.flatMap((field) => rolesOf(field).flatMap((role) => problemsOf(table, field, role, fields, tables)));
}

function problemsOf(
  table: string,
  field: Field,
  role: Role,
  fields: readonly Field[],
  tables: ReadonlyMap<string, readonly Field[]>,
): { message: string; remedy?: string }[] {
  const where = `${table}.${field.name}`;
  if (!(roleNames as readonly string[]).includes(role.role)) {
    return [
      {
        message: `${where} has the unknown role ${JSON.stringify(role.role)}`,
        remedy: didYouMean(String(role.role), roleNames, 'roles'),
      },
    ];
  }
  const expected = columnsOf[role.role];
  const named = role.of === undefined ? [] : typeof role.of === 'string' ? [role.of] : role.of;
  if (expected !== undefined && named.length !== expected) {
    return [
      {
        message: `${where}: the role ${role.role} requires ${expected} column${expected === 1 ? '' : 's'} under "of", got ${named.length}`,
      },
    ];
  }
  const other = role.table === undefined ? fields : tables.get(role.table);
  if (!other)
    return [
      {
        message: `${where} repeats the table ${role.table}, which is not there`,
        remedy: didYouMean(role.table!, tables.keys(), 'tables'),
      },
    ];
  const names = other.map(({ name }) => name);
  return named
    .filter((name) => !names.includes(name))
    .map((name) => ({
      message: `${where} follows from ${name}, which is no column of ${role.table ?? table}`,
      remedy: didYouMean(name, names, 'columns'),
    }));
}

/** How many columns a role names. */
const columnsOf: Partial<Record<Role['role'], number>> = {
  share: 2,
  ratio: 2,
  difference: 2,
  growth: 2,
  part: 1,
  repeats: 1,
  'share of total': 1,
  'rank change': 1,
  tier: 1,
};
