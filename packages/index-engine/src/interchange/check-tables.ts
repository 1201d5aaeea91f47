import { suggest } from '../specification/suggest.js';
import type { MetaRow } from './meta-rows.js';
import type { TableMistakes } from './table-mistakes.js';

/** What the two tables have to say of one another: columns, parents, one top, no circle. */
export function checkTables(meta: readonly MetaRow[], columns: readonly string[], mistakes: TableMistakes): void {
  const known = new Set(columns);
  const used = new Set(['uCode', 'uName', 'Time', ...meta.map(({ code }) => code)]);
  const free = columns.filter((column) => !used.has(column));
  const need = (column: string, where: { table: string; row?: number; column?: string }): void => {
    if (known.has(column)) return;
    mistakes.add(
      where,
      `requires a column ${column} in iData, got none`,
      suggest(column, free.length > 0 ? free : columns, 'columns'),
    );
  };
  need('uCode', { table: 'iData' });
  const aggregates = meta.filter(({ type }) => type === 'Aggregate');
  const codes = aggregates.map(({ code }) => code);
  for (const { row, code, type, denominator } of meta) {
    if (['Indicator', 'Group', 'Denominator'].includes(type)) need(code, { table: 'iMeta', row, column: 'iCode' });
    if (denominator !== null) need(denominator, { table: 'iMeta', row, column: 'Denominator' });
  }
  for (const { row, code, type, parent } of meta) {
    if (type !== 'Indicator' && !(type === 'Aggregate' && parent !== null)) continue;
    if (parent !== null && codes.includes(parent)) continue;
    const got = parent === null ? `none for ${code}` : `${parent} for ${code}`;
    mistakes.add(
      { table: 'iMeta', row, column: 'Parent' },
      `requires a Parent that is an aggregate, got ${got}`,
      suggest(parent ?? '', codes, 'aggregates'),
    );
  }
  const tops = aggregates.filter(({ parent }) => parent === null);
  if (tops.length !== 1)
    mistakes.add(
      { table: 'iMeta', column: 'Parent' },
      `requires one aggregate without a parent, the index, got ${tops.length === 0 ? 'none' : tops.map(({ code }) => code).join(', ')}`,
    );
  for (const { row, code } of aggregates) {
    if (!meta.some(({ parent, type }) => parent === code && type !== 'Other'))
      mistakes.add(
        { table: 'iMeta', row, column: 'iCode' },
        `requires children for each aggregate, got none for ${code}`,
      );
  }
  for (const { row, code } of circles(aggregates))
    mistakes.add(
      { table: 'iMeta', row, column: 'Parent' },
      `requires a tree without a circle of parents, got one through ${code}`,
    );
}

function circles(aggregates: readonly MetaRow[]): MetaRow[] {
  const parents = new Map(aggregates.map(({ code, parent }) => [code, parent]));
  return aggregates.filter(({ code }) => {
    let above = parents.get(code) ?? null;
    for (let steps = 0; above !== null && steps <= aggregates.length; steps += 1) {
      if (above === code) return true;
      above = parents.get(above) ?? null;
    }
    return false;
  });
}
