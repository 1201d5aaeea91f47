import { type Column, Table, textsOf } from '@indexlab/core';
import { rowsByKey, Subject } from './subject.js';
import type { Role, Roles } from './role.js';
import { rowsWith } from './rows-with.js';

/** A row that sums up others, by its label. */
export interface TotalRow {
  readonly row: number;
  readonly column: string;
  readonly label: string;
}

const labels =
  /^(合计|总计|总和|小计|汇总|全国|全国合计|全国总计|全国平均|全省|全省合计|全市|全市合计|全区合计|平均|均值|平均值|total|subtotal|grandtotal|sum|nationaltotal|average|mean)[:：]?$/i;
const ofOthers = /小计|subtotal|平均|均值|average|mean/i;

/** The rows whose first text names a total; none where most rows are called so. */
export function totalRows(table: Table): TotalRow[] {
  const texts = table.columns.filter((name) => table.column(name).type === 'text');
  if (texts.length === table.columns.length) return [];
  const cells = texts.map((column) => ({ column, values: textsOf(table, column) }));
  const found = Array.from({ length: table.rowCount }, (_, row) => row).flatMap((row): TotalRow[] => {
    const first = cells.find(({ values }) => values[row] !== null);
    const label = first?.values[row] ?? '';
    return labels.test(label.replace(/\s/g, '')) ? [{ row, column: first!.column, label }] : [];
  });
  return 2 * found.length > table.rowCount ? [] : found;
}

/** The table with nothing in some rows, so that all others keep their numbers. */
export function withoutRows(table: Table, rows: readonly number[]): Table {
  if (rows.length === 0) return table;
  const emptied = new Set(rows);
  return new Table(
    table.columns.map((name): Column => {
      const column = table.column(name);
      if (column.type === 'number')
        return { ...column, values: column.values.map((value, row) => (emptied.has(row) ? NaN : value)) };
      return { ...column, values: column.values.map((value, row) => (emptied.has(row) ? null : value)) };
    }),
  );
}

/**
 * The roles under which the rows of totals are checked: a column adds up to its total when it does in some group, or when
 * the total is more than any cell and within a fifth of the sum; rates and the like do not add up and have no total.
 *
 * @param dividing the columns of time and groups
 */
export function totalRoles(
  table: Table,
  totals: readonly TotalRow[],
  numeric: readonly string[],
  dividing: readonly string[],
): Roles {
  const sums = totals.filter(({ label }) => !ofOthers.test(label));
  const [first] = sums;
  if (first === undefined || sums.some(({ column, label }) => column !== first.column || label !== first.label))
    return {};
  const divides = dividing.filter((name) => name !== first.column);
  const subject = new Subject(withoutRows(table, others(totals, sums)), {}, {});
  const groups = rowsByKey(table, divides).filter((rows) =>
    rows.some((row) => sums.some((total) => total.row === row)),
  );
  if (groups.some((rows) => rows.filter((row) => sums.some((total) => total.row === row)).length > 1)) return {};
  const adding = numeric.filter((name) => {
    const column = subject.numbers(name);
    const near = groups.filter((group) => {
      const rows = rowsWith(column, group);
      const total = rows.find((row) => sums.some((each) => each.row === row));
      const parts = rows.filter((row) => row !== total).map((row) => column.values[row]!);
      const sum = parts.reduce((a, b) => a + b, 0);
      const value = total === undefined ? NaN : column.values[total]!;
      return parts.length >= 2 && parts.every((part) => part >= 0 && part <= value) && Math.abs(value - sum) <= sum / 5;
    });
    return near.length > 0 && 2 * near.length >= groups.length;
  });
  const role: Role = { role: 'row total', unit: first.label };
  return Object.fromEntries([
    [first.column, { role: 'unit' }],
    ...divides.map((name) => [name, { role: 'group' }]),
    ...adding.map((name) => [name, role]),
  ]) as Roles;
}

function others(totals: readonly TotalRow[], sums: readonly TotalRow[]): number[] {
  return totals.filter((total) => !sums.includes(total)).map(({ row }) => row);
}
