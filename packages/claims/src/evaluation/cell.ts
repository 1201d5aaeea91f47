import { Exact } from '@indexlab/core';
import { ofVariable } from '../forms/affine.js';
import { bareToken } from '../printed/bare-token.js';
import { roundedInterval } from '@indexlab/core';
import { TableGap } from '../language/syntax.js';
import type { Session } from './session.js';
import { number, type Row, type Value } from './value.js';
import type { ClaimColumn, ClaimTable } from './world.js';

/** One cell as a number or a text. @throws TableGap when it is empty */
export function cellOf(session: Session, table: ClaimTable, column: ClaimColumn, row: Row, at: number): Value {
  if (row.row === null) return unlistedCell(session, table, column, row, at);
  if (column.kind === 'number') {
    const form = session.number(table, column, row.row);
    if (form) return number(form);
    throw new TableGap(`${table.name} prints no number in ${column.name} of ${row.label}`, at);
  }
  const label = session.text(table, column, row.row) ?? '';
  const key = column.name === table.unit ? (row.key ?? label) : label;
  return { type: 'list', items: [{ key, label }], single: true, ordered: true, known: { table, column: column.name } };
}

/** What is known of a unit that a list cut off: a rank behind the last, a value between zero and the last printed. */
function unlistedCell(session: Session, table: ClaimTable, column: ClaimColumn, row: Row, at: number): Value {
  const id = `${table.name}#${row.key ?? row.label}/${column.name}`;
  if (column.name === table.rank) {
    const last = Exact.fromNumber(table.rowCount + 1);
    const size = populationSize(session, table);
    session.assume(`units that ${table.name} does not list rank behind its last`);
    return number(
      ofVariable(
        session.variable(id, () => ({ lower: last, upper: Exact.fromNumber(size), printed: last, unlisted: true })),
      ),
    );
  }
  if (column.name === table.unit) {
    return { type: 'list', items: [{ key: row.key ?? row.label, label: row.label }], single: true, ordered: true };
  }
  if (column.kind === 'text') {
    const full = typeof table.population === 'string' ? session.world.tables.get(table.population) : undefined;
    const own = full?.columns.get(column.name);
    const line = full ? full.keys.indexOf(row.key) : -1;
    if (full && own && line >= 0) return cellOf(session, full, own, { ...row, row: line }, at);
    throw new TableGap(`${table.name} does not say the ${column.name} of ${row.label}, which it does not list`, at);
  }
  const token = bareToken(column.cells[table.rowCount - 1] ?? '');
  if (token === null) throw new TableGap(`${table.name} prints no last value in ${column.name}`, at);
  session.number(table, column, table.rowCount - 1);
  session.assume(
    `${column.name} of a unit that ${table.name} does not list lies between zero and the last that it prints`,
  );
  const form = session.unlisted(id, column.size, () => {
    const upper = column.exact ? Exact.parse(token) : roundedInterval(token).upper!;
    return { lower: Exact.zero, upper, printed: Exact.zero, unlisted: true };
  });
  return number(form);
}

export function populationSize(session: Session, { population, rowCount }: ClaimTable): number {
  if (typeof population === 'number') return population;
  return session.world.tables.get(population ?? '')?.rowCount ?? rowCount;
}
