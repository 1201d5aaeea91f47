import { flagOf } from './flag.js';
import type { Session } from './session.js';
import type { Row } from './value.js';
import type { ClaimTable } from './world.js';

/**
 * Whether a row's unit belongs to a class or region: a text in one of the table's own columns, in a column of another
 * table of the same units, or what the gazetteer knows; `null` where nothing is called that.
 */
export function belongsTo(session: Session, table: ClaimTable, row: Row, name: string): boolean | null {
  const own = fromTable(session, table, row.row, name);
  if (own !== null) return own;
  if (row.key === null) return null;
  const known = session.world.places?.belongs(row.key, name) ?? null;
  if (known !== null) {
    const caveat = known ? session.world.places?.caveat?.(row.key, name) : null;
    if (caveat) session.assume(caveat);
    if (row.row !== null && table.unit) session.text(table, table.columns.get(table.unit)!, row.row);
    return known;
  }
  for (const other of session.world.tables.values()) {
    if (other === table || other.unit === null) continue;
    const found = fromTable(session, other, session.index(other).byKey.get(row.key)?.[0]?.row ?? null, name);
    if (found !== null) return found;
  }
  return null;
}

function fromTable(session: Session, table: ClaimTable, row: number | null, name: string): boolean | null {
  const column = row === null ? null : session.index(table).classOf(name);
  if (!column) return null;
  const text = session.text(table, column, row!);
  return column.name === name ? flagOf(text ?? '') : text === name;
}

/** What can stand as a class in a condition on this table. */
export function classNames({ world }: Session, table: ClaimTable): string[] {
  const texts = [...table.columns.values()].filter(({ kind, name }) => kind === 'text' && name !== table.unit);
  const cells = texts.flatMap(({ cells }) => [...new Set(cells)].filter((cell): cell is string => cell !== null));
  return [...cells, ...(world.places?.regions ?? [])];
}
