import { type Column, type NumberColumn, partLabel, Table, textsOf, totalLabel } from '@indexlab/core';
import { rowsByKey, Subject } from './subject.js';
import type { Role, Roles } from './role.js';
import { rowsWith } from './rows-with.js';

/** A row that sums up others, by its label. */
export interface TotalRow {
  readonly row: number;
  readonly column: string;
  readonly label: string;
}

/** The rows whose first text names a total; none where most rows are called so. */
export function totalRows(table: Table): TotalRow[] {
  const texts = textColumns(table);
  if (texts.length === table.columns.length) return [];
  const found = rowIndices(table).flatMap((row): TotalRow[] => {
    const first = texts.find(({ values }) => values[row] !== null);
    const label = first?.values[row] ?? '';
    return totalLabel(label) === null ? [] : [{ row, column: first!.column, label }];
  });
  return 2 * found.length > table.rowCount ? [] : found;
}

/** Rows of totals that a reader left out of a table, each with its line in the file. */
export interface TotalsApart {
  readonly table: Table;
  readonly lines: readonly number[];
}

/** The table with rows of totals behind its own; these rows. */
export function withTotals(table: Table, apart: TotalsApart | undefined): { whole: Table; added: readonly TotalRow[] } {
  if (apart === undefined) return { whole: table, added: [] };
  const texts = textColumns(apart.table).filter(({ column }) => table.has(column));
  const added = rowIndices(apart.table).flatMap((row): TotalRow[] => {
    const label = texts.find(({ values }) => totalLabel(values[row] ?? '') !== null);
    return [{ row: table.rowCount + row, column: label?.column ?? '', label: label?.values[row] ?? '' }];
  });
  const columns = table.columns.map((name) => joined(table.column(name), apart.table));
  return { whole: new Table(columns), added };
}

function joined(column: Column, below: Table): Column {
  const other = below.columns.includes(column.name) ? below.column(column.name) : undefined;
  if (column.type === 'text') {
    const cells = other?.type === 'text' ? other.values : new Array<null>(below.rowCount).fill(null);
    return { ...column, values: [...column.values, ...cells] };
  }
  const numbers = other?.type === 'number' ? other : { values: new Float64Array(below.rowCount).fill(NaN) };
  const digits = 'decimals' in numbers ? numbers.decimals : new Int8Array(below.rowCount);
  const { decimals, ...rest } = column;
  return {
    ...rest,
    values: appended(new Float64Array(column.values.length + numbers.values.length), column.values, numbers.values),
    ...(decimals && digits && { decimals: appended(new Int8Array(decimals.length + digits.length), decimals, digits) }),
  };
}

function appended<T extends Float64Array | Int8Array>(target: T, first: ArrayLike<number>, then: ArrayLike<number>): T {
  target.set(first);
  target.set(then, first.length);
  return target;
}

function textColumns(table: Table): { column: string; values: readonly (string | null)[] }[] {
  return table.columns
    .filter((name) => table.column(name).type === 'text')
    .map((column) => ({ column, values: textsOf(table, column) }));
}

function rowIndices(table: Table): number[] {
  return Array.from({ length: table.rowCount }, (_, row) => row);
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

/** Under which roles, and of which rows, sums are checked. */
export interface TotalsCheck {
  readonly roles: Roles;
  /** The table without the rows that are no parts of the total. */
  readonly counted: Table;
}

/**
 * How the rows of totals are checked: a column adds up to its total when it does in some group, or when the total is more
 * than any cell and within a fifth of the sum; rates and the like do not add up and have no total. Rows that are parts of
 * another row count once, and where it is not told which are parts nothing is checked.
 *
 * @param dividing the columns of time and groups
 */
export function totalsCheck(
  table: Table,
  totals: readonly TotalRow[],
  numeric: readonly string[],
  dividing: readonly string[],
): TotalsCheck {
  const sums = totals.filter(({ label }) => totalLabel(label) === 'sum');
  const [first] = sums;
  const nothing = { roles: {}, counted: table };
  if (first === undefined || sums.some(({ column, label }) => column !== first.column || label !== first.label))
    return nothing;
  const parts = textsOf(table, first.column).map((label) => partLabel(label ?? ''));
  if (parts.includes('below')) return nothing;
  const others = totals.filter((total) => !sums.includes(total)).map(({ row }) => row);
  const counted = withoutRows(table, [...others, ...parts.flatMap((part, row) => (part === 'row' ? [row] : []))]);
  const divides = dividing.filter((name) => name !== first.column);
  const isSum = new Set(sums.map(({ row }) => row));
  const groups = rowsByKey(table, divides).filter((rows) => rows.some((row) => isSum.has(row)));
  if (groups.some((rows) => rows.filter((row) => isSum.has(row)).length > 1)) return nothing;
  const subject = new Subject(counted, {}, {});
  const adding = numeric.filter((name) => {
    const near = groups.filter((group) => isNearSum(subject.numbers(name), group, isSum));
    return near.length > 0 && 2 * near.length >= groups.length;
  });
  const role: Role = { role: 'row total', unit: first.label };
  const roles = [
    [first.column, { role: 'unit' }],
    ...divides.map((name) => [name, { role: 'group' }]),
    ...adding.map((name) => [name, role]),
  ];
  return { roles: Object.fromEntries(roles) as Roles, counted };
}

function isNearSum(column: NumberColumn, group: readonly number[], isSum: ReadonlySet<number>): boolean {
  const rows = rowsWith(column, group);
  const total = rows.find((row) => isSum.has(row));
  const parts = rows.filter((row) => row !== total).map((row) => column.values[row]!);
  const sum = parts.reduce((a, b) => a + b, 0);
  const value = total === undefined ? NaN : column.values[total]!;
  return parts.length >= 2 && parts.every((part) => part >= 0 && part <= value) && Math.abs(value - sum) <= sum / 5;
}
