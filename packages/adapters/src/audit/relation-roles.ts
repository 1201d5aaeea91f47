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
  const add = (column: string, role: Role): void => void (roles[printed(column)] ??= []).push(role);
  const rowKey = (key: string): string => {
    if (keyName !== undefined && table.texts(keyName).values.includes(key)) return key;
    throw new IndexlabError(
      `auditTable requires a row with the key of a relation, got none with ${JSON.stringify(key)}`,
      { remedy: 'Say which column holds the keys.' },
    );
  };
  for (const relation of relations) {
    switch (relation.kind) {
      case 'sum':
        add(relation.total, { role: 'sum', of: relation.parts.map(printed) });
        break;
      case 'column-sum':
        for (const name of relation.columns) add(name, { role: 'row total', unit: rowKey(relation.total) });
        break;
      case 'share':
        add(relation.share, { role: 'share', of: [printed(relation.part), printed(relation.whole)] });
        break;
      case 'growth':
        add(relation.growth, { role: 'growth', of: [printed(relation.before), printed(relation.after)] });
        break;
      case 'ratio':
        add(relation.ratio, { role: 'ratio', of: [printed(relation.numerator), printed(relation.denominator)] });
        break;
      case 'difference':
        add(relation.difference, { role: 'difference', of: [printed(relation.before), printed(relation.after)] });
        break;
      case 'part':
        add(relation.part, { role: 'part', of: printed(relation.whole) });
        break;
      case 'shares':
        add(relation.column, { role: 'shares' });
        break;
      case 'mean':
        add(relation.column, { role: 'row mean', unit: rowKey(relation.whole) });
        break;
      case 'descending':
        add(relation.column, { role: 'sorted' });
    }
  }
  return roles;
}
