import type { Role, Roles } from '@indexlab/audit';
import { assertThat, IndexlabError, type Table } from '@indexlab/core';
import type { Relation } from './relations.js';

/**
 * Relations as roles of columns.
 *
 * @param keyName the column whose cells are the keys of rows
 * @throws IndexlabError when a column is missing or carries no printed digits, or no row has the key of a total
 */
export function relationRoles(table: Table, relations: readonly Relation[], keyName: string | undefined): Roles {
  const roles: Record<string, Role[]> = {};
  const printed = (name: string): string => {
    const { decimals } = table.numbers(name);
    assertThat(decimals !== undefined, () => `auditTable requires printed digits, got none (column "${name}")`);
    return name;
  };
  const rowKey = (key: string): string => {
    if (keyName !== undefined && table.texts(keyName).values.includes(key)) return key;
    throw new IndexlabError(
      `auditTable requires a row with the key of a relation, got none with ${JSON.stringify(key)}`,
      { remedy: 'Say which column holds the keys.' },
    );
  };
  for (const relation of relations) {
    const { columns, role } = roleOf(relation);
    for (const column of columns) (roles[printed(column)] ??= []).push(role);
    if ('of' in role) [role.of ?? []].flat().forEach(printed);
    if ('unit' in role) rowKey(role.unit);
  }
  return roles;
}

/** The role that a relation is, and the columns that have it. */
function roleOf(relation: Relation): { readonly columns: readonly string[]; readonly role: Role } {
  switch (relation.kind) {
    case 'sum':
      return { columns: [relation.total], role: { role: 'sum', of: relation.parts } };
    case 'column-sum':
      return { columns: relation.columns, role: { role: 'row total', unit: relation.total } };
    case 'share':
      return { columns: [relation.share], role: { role: 'share', of: [relation.part, relation.whole] } };
    case 'growth':
      return { columns: [relation.growth], role: { role: 'growth', of: [relation.before, relation.after] } };
    case 'ratio':
      return { columns: [relation.ratio], role: { role: 'ratio', of: [relation.numerator, relation.denominator] } };
    case 'difference':
      return { columns: [relation.difference], role: { role: 'difference', of: [relation.before, relation.after] } };
    case 'part':
      return { columns: [relation.part], role: { role: 'part', of: relation.whole } };
    case 'shares':
      return { columns: [relation.column], role: { role: 'shares' } };
    case 'mean':
      return { columns: [relation.column], role: { role: 'row mean', unit: relation.whole } };
    case 'descending':
      return { columns: [relation.column], role: { role: 'sorted' } };
  }
}
