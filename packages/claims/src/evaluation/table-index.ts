import { bareToken } from '../printed/bare-token.js';
import type { Row } from './value.js';
import type { ClaimColumn, ClaimTable } from './world.js';

/** What is looked up in a table again and again: its rows, and where a unit or a rank stands. */
export interface TableIndex {
  readonly rows: readonly Row[];
  /** The rows of each unit. */
  readonly byKey: ReadonlyMap<string, readonly Row[]>;
  /** The rank, else the year, else the line of each row. */
  readonly numbers: readonly number[];
  /** The column of texts that is called a name, or in which the name stands: which makes it a class. */
  readonly classOf: (name: string) => ClaimColumn | null;
}

export function tableIndex(table: ClaimTable): TableIndex {
  const index = made.get(table) ?? indexOf(table);
  made.set(table, index);
  return index;
}

const made = new WeakMap<ClaimTable, TableIndex>();

function indexOf(table: ClaimTable): TableIndex {
  const units = table.columns.get(table.unit ?? '')?.cells;
  const rows = Array.from({ length: table.rowCount }, (_, row): Row => {
    const label = units?.[row] || `line ${row + 1}`;
    return { row, key: table.keys[row] ?? null, label, choice: null };
  });
  const byKey = new Map<string, Row[]>();
  for (const row of rows) if (row.key !== null) byKey.set(row.key, [...(byKey.get(row.key) ?? []), row]);
  const counted = table.columns.get(table.rank ?? table.time ?? '');
  const numbers = rows.map((_, row) => (counted ? Number(bareToken(counted.cells[row] ?? '')) : row + 1));
  return { rows, byKey, numbers, classOf: classesOf(table) };
}

function classesOf({ columns, unit }: ClaimTable): TableIndex['classOf'] {
  const byName = new Map<string, ClaimColumn>();
  for (const column of columns.values()) {
    if (column.kind !== 'text' || column.name === unit) continue;
    for (const name of [column.name, ...column.cells]) if (name !== null && !byName.has(name)) byName.set(name, column);
  }
  return (name) => byName.get(name) ?? null;
}
