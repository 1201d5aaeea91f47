import { didYouMean } from '@indexlab/core';
import { type Expression, ExpressionProblem, TableGap } from '../language/syntax.js';
import { ofVariable } from '../forms/affine.js';
import { cellOf } from './cell.js';
import { evaluate } from './evaluate.js';
import { minusRemedy } from './names.js';
import type { Scope } from './scope.js';
import { number, type Entry, type Value } from './value.js';
import type { ClaimColumn, ClaimTable } from './world.js';

type ColumnExpression = Extract<Expression, { kind: 'column' }>;

/** What stands behind a point: a column of rows, a figure of the text, a column of a user's file, a table of another dossier. */
export function evaluateColumn(expression: ColumnExpression, scope: Scope): Value {
  const { of, column } = expression;
  const { world } = scope.session;
  if (of.kind === 'name' && !world.tables.has(of.name) && !scope.lets.has(of.name)) {
    if (of.name === 'text') return figure(column.name, column.at, scope);
    if (of.name === 'unknown') return unknown(column.name, column.at, scope);
    const other = world.others.get(of.name);
    if (other) return tableOf(other, of.name, column, scope);
  }
  const rows = evaluate(of, scope);
  if (rows.type !== 'rows') throw new ExpressionProblem('a point stands between a table and one of its columns', of.at);
  if (!rows.named) scope.session.leaveOutUnits(rows.table);
  const value = columnOf(rows.table, rows.rows, column, scope);
  return value.type === 'column' && rows.one !== undefined ? { ...value, one: rows.one } : value;
}

function figure(id: string, at: number, { session }: Scope): Value {
  const known = session.world.figures.get(id);
  if (known) return number(session.figure(id, known));
  throw new ExpressionProblem(
    `there is no figure ${id} in the text`,
    at,
    didYouMean(id, session.world.figures.keys(), 'figures'),
  );
}

function unknown(id: string, at: number, { session }: Scope): Value {
  const range = session.world.unknowns?.get(id);
  if (range) {
    const [lower, upper] = range;
    const make = () => ({ lower, upper, printed: lower, unlisted: true });
    return number(ofVariable(session.variable(`unknown#${id}`, make)));
  }
  const known = session.world.unknowns?.keys() ?? [];
  throw new ExpressionProblem(`there is no unknown ${id}`, at, didYouMean(id, known, 'unknowns'));
}

function tableOf(
  tables: ReadonlyMap<string, ClaimTable>,
  alias: string,
  { name, at }: { name: string; at: number },
  { session }: Scope,
): Value {
  const table = tables.get(name);
  // Its cells are cited with the alias, so that no cell of another dossier passes for one of this.
  const cited = table && { ...table, name: `${alias}.${table.name}` };
  if (cited) return { type: 'rows', table: cited, rows: session.index(cited).rows };
  throw new ExpressionProblem(`${alias} has no table ${name}`, at, didYouMean(name, tables.keys(), 'tables'));
}

function columnOf(
  table: ClaimTable,
  rows: Extract<Value, { type: 'rows' }>['rows'],
  { name, at }: { name: string; at: number },
  scope: Scope,
): Value {
  const column = table.columns.get(name);
  if (!column) {
    const remedy = minusRemedy(name, scope.session) ?? didYouMean(name, table.columns.keys(), 'columns');
    throw new ExpressionProblem(`${table.name} has no column ${name}`, at, remedy);
  }
  return column.kind === 'number' ? numbers(table, rows, column, at, scope) : texts(table, rows, column, at, scope);
}

function numbers(
  table: ClaimTable,
  rows: Extract<Value, { type: 'rows' }>['rows'],
  column: ClaimColumn,
  at: number,
  { session }: Scope,
): Value {
  const entries = rows.flatMap((row): Entry[] => {
    if (row.row !== null) {
      const form = session.number(table, column, row.row);
      return form === null ? [] : [{ ...row, form }];
    }
    const value = cellOf(session, table, column, row, at);
    return value.type === 'number' ? [{ ...row, form: value.form }] : [];
  });
  const empty = rows.length - entries.length;
  if (empty > 0 && rows.length === 1)
    throw new TableGap(`${table.name} prints no number in ${column.name} of ${rows[0]!.label}`, at);
  if (empty > 0)
    session.leaveOut(
      `${empty} of ${rows.length} cells of ${table.name}.${column.name} print no number and are left out`,
    );
  return { type: 'column', name: `${table.name}.${column.name}`, entries };
}

function texts(
  table: ClaimTable,
  rows: Extract<Value, { type: 'rows' }>['rows'],
  column: ClaimColumn,
  at: number,
  { session }: Scope,
): Value {
  const items = rows.map((row) => {
    const value = cellOf(session, table, column, row, at);
    const item = value.type === 'list' ? value.items[0]! : { key: row.label, label: row.label };
    return row.choice ? { ...item, choice: row.choice } : item;
  });
  return { type: 'list', items, single: items.length === 1, ordered: true, known: { table, column: column.name } };
}
