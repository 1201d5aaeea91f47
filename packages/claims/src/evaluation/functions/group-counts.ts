import { didYouMean, Exact } from '@indexlab/core';
import { constant } from '../../forms/affine.js';
import { type Expression, ExpressionProblem, type Name } from '../../language/syntax.js';
import type { Scope } from '../scope.js';
import type { Entry, Value } from '../value.js';

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
  const groups = new Map<string, { label: string; count: number }>();
  for (const { row, key, label, choice } of rows) {
    if (row === null || choice)
      throw new ExpressionProblem('count(… by column) takes rows that are listed and decided', of.at);
    const text = session.text(table, column, row) ?? '';
    const group = column.name === table.unit ? (key ?? text) : text;
    const known = groups.get(group);
    groups.set(group, {
      label: known?.label ?? (column.name === table.unit ? label : text),
      count: (known?.count ?? 0) + 1,
    });
  }
  const entries = [...groups].map(
    ([key, { label, count }]): Entry => ({
      row: null,
      key,
      label,
      choice: null,
      form: constant(Exact.fromNumber(count)),
    }),
  );
  return { type: 'column', name: `count of ${table.name} by ${by.name}`, entries };
}
