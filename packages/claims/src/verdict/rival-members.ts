import type { Scope } from '../evaluation/scope.js';
import { rewrite } from '../language/rewrite.js';
import type { Expression, Name } from '../language/syntax.js';
import { changeOf } from './change-of.js';
import type { Rival } from './rivals.js';

/**
 * The members of a group at the base or at the end year: where a growth is over rows chosen by a condition on one of the
 * two columns, or by the printed ranks, the same over the rows that the other column chooses.
 */
export function memberRivals(compute: Expression, scope: Scope): Rival[] {
  const change = changeOf(compute);
  const [now, before] = change ? [columnsIn(change.now), columnsIn(change.before)] : [[], []];
  const [end] = now;
  const [base] = before;
  if (!change || now.length !== 1 || before.length !== 1 || end!.column.name === base!.column.name) return [];
  return [
    ...swapped(compute, end!.column, base!.column, 'members at the base year'),
    ...swapped(compute, base!.column, end!.column, 'members at the end year'),
    ...byRank(compute, base!.column, scope),
  ];
}

type Column = Extract<Expression, { kind: 'column' }>;
type Rows = Extract<Expression, { kind: 'rows' }>;

function columnsIn(expression: Expression): Column[] {
  const found: Column[] = [];
  rewrite(expression, (part) => {
    if (part.kind !== 'column') return null;
    found.push(part);
    return part;
  });
  return found;
}

/** The conditions ask of another column. */
function swapped(compute: Expression, from: Name, to: Name, reading: string): Rival[] {
  const asksOf = (where: Expression): Expression =>
    rewrite(where, (part) => (part.kind === 'name' && part.name === from.name ? { ...part, name: to.name } : null));
  let asked = false;
  const expression = inRows(compute, (rows) => {
    if (!rows.where) return null;
    const where = asksOf(rows.where);
    asked ||= JSON.stringify(where) !== JSON.stringify(rows.where);
    return { ...rows, where };
  });
  return asked ? [{ reading, expression }] : [];
}

/** The first by their printed rank are those of the end year; by the values of the base year others may lead. */
function byRank(compute: Expression, base: Name, { session: { world } }: Scope): Rival[] {
  let asked = false;
  const expression = inRows(compute, (rows) => {
    const [first, second] = rows.rows;
    const table = rows.of.kind === 'name' ? world.tables.get(rows.of.name) : undefined;
    if (!table?.rank || !table.unit || second || first?.kind !== 'rank' || first.from !== 1 || !first.range)
      return null;
    asked = true;
    const { at } = rows;
    const leading: Expression = {
      kind: 'compare',
      at,
      first: {
        kind: 'call',
        name: 'rank',
        by: null,
        at,
        args: [
          { kind: 'name', name: table.unit, quoted: false, at },
          { kind: 'column', of: rows.of, column: base, at },
        ],
      },
      rest: [{ relation: '<=', right: { kind: 'number', token: String(first.to), percent: false, at } }],
    };
    const where: Expression = rows.where
      ? { kind: 'logic', operator: 'and', left: leading, right: rows.where, at }
      : leading;
    return { ...rows, rows: [], where };
  });
  return asked ? [{ reading: 'members at the base year', expression }] : [];
}

function inRows(compute: Expression, replace: (rows: Rows) => Rows | null): Expression {
  return rewrite(compute, (part) => (part.kind === 'rows' ? replace(part) : null));
}
