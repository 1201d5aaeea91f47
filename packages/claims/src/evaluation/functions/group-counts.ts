import { didYouMean } from '@indexlab/core';
import { type Expression, ExpressionProblem, type Name } from '../../language/syntax.js';
import type { Scope } from '../scope.js';
import type { Entry, Row, Value } from '../value.js';
import { size } from './aggregates.js';

/** How many rows each unit or text of a column has: a number per group, in the order of first appearance. */
export function groupCounts(value: Value, by: Name, of: Expression, { session }: Scope): Value {
  if (value.type !== 'rows') throw new ExpressionProblem('count(… by column) takes rows of a table', of.at);
  const { table, rows } = value;
  const column = table.columns.get(by.name);
  if (!column)
    throw new ExpressionProblem(
      `${table.name} has no column ${by.name}`,
      by.at,
      didYouMean(by.name, table.columns.keys(), 'columns'),
    );
  const groups = new Map<string, { label: string; rows: Row[] }>();
  for (const one of rows) {
    const { row, key, label } = one;
    if (row === null) throw new ExpressionProblem('count(… by column) takes rows that are listed', of.at);
    const text = session.text(table, column, row) ?? '';
    const group = column.name === table.unit ? (key ?? text) : text;
    const known = groups.get(group) ?? { label: column.name === table.unit ? label : text, rows: [] };
    groups.set(group, known);
    known.rows.push(one);
  }
  const entries = [...groups].map(
    ([key, { label, rows: own }]): Entry => ({ row: null, key, label, choice: null, form: size(own) }),
  );
  return { type: 'column', name: `count of ${table.name} by ${by.name}`, entries };
}
