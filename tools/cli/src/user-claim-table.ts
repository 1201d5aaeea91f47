import { claimTable, type ClaimTable, type Field } from '@indexlab/claims';
import { cellToken, exactDigits, IndexlabError, type Table } from '@indexlab/core';

/**
 * A user's file as the table `user` of claims: the first column names the units, and a unit may stand in brackets behind
 * a column's name, `income (yuan)`.
 *
 * @throws IndexlabError when a unit stands there twice
 */
export function userClaimTable({ table }: { readonly table: Table }): ClaimTable {
  const fields = table.columns.map((header, at): Field => {
    const [, name, bracketed] = /^(.*?)\s*[([（［]([^)\]）］]+)[)\]）］]\s*$/u.exec(header) ?? [
      header,
      header,
      undefined,
    ];
    const column = table.column(header);
    const unit = bracketed ?? (column.type === 'number' ? column.unit : undefined);
    return { name: name!, ...(unit !== undefined && { unit }), ...(at === 0 && { role: 'unit' as const }) };
  });
  const rows = Array.from({ length: table.rowCount }, (_, row) =>
    table.columns.map((name) => tokenAt(table, name, row)),
  );
  const seen = new Set<string>();
  for (const [unit] of rows) {
    if (seen.has(unit!))
      throw new IndexlabError(`--with requires one row for each unit, got two of ${JSON.stringify(unit)}`);
    seen.add(unit!);
  }
  return {
    ...claimTable('user', fields, rows),
    units: new Map(fields.flatMap(({ name, unit }) => (unit === undefined ? [] : [[name, unit] as const]))),
  };
}

function tokenAt(table: Table, name: string, row: number): string {
  const column = table.column(name);
  if (column.type === 'text') return column.values[row] ?? '';
  if (Number.isNaN(column.values[row])) return '';
  return column.decimals
    ? cellToken(column, row)
    : cellToken({ ...column, decimals: new Int8Array(column.values.length).fill(exactDigits) }, row);
}
