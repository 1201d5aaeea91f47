import { didYouMean } from '@indexlab/core';
import { rewrite } from '../language/rewrite.js';
import { type Expression, ExpressionProblem } from '../language/syntax.js';
import { cellOf } from './cell.js';
import { belongsTo, classNames } from './classes.js';
import { evaluate } from './evaluate.js';
import { flagOf } from './flag.js';
import type { Scope } from './scope.js';
import { decided } from './truth.js';
import type { Value } from './value.js';
import type { ClaimColumn, ClaimTable } from './world.js';

type NameExpression = Extract<Expression, { kind: 'name' }>;

/** A bare word: inside a condition a column, then a class; elsewhere a named expression or a table. */
export function evaluateName({ name, at }: NameExpression, scope: Scope): Value {
  const { session, row, lets } = scope;
  if (row) {
    const column = row.table.columns.get(name);
    if (column) return flagOrCell(cellOf(session, row.table, column, row.row, at), column);
    const belongs = belongsTo(session, row.table, row.row, name);
    if (belongs !== null)
      return { type: 'truth', ...decided(belongs, `${row.row.label} ${belongs ? 'is' : 'is not'} ${name}`) };
  }
  const named = lets.get(name);
  if (named) {
    const open = scope.open ?? new Set();
    if (open.has(name))
      throw new ExpressionProblem(`${name} is computed from itself`, at, `Take it out of ${[...open].join(', ')}.`);
    const make = (): Value => evaluate(named, { ...scope, row: null, open: new Set([...open, name]) });
    return names(named, lets) ? session.once(named, make) : session.kept(named, make);
  }
  const table = tableCalled(name, session.world);
  if (table) return { type: 'rows', table, rows: session.index(table).rows };
  if (row) {
    const known = [...row.table.columns.keys(), ...classNames(session, row.table)];
    throw new ExpressionProblem(
      `${row.table.name} has no column or class ${name}`,
      at,
      didYouMean(name, known, 'columns and classes'),
    );
  }
  if (name === 'user') throw new ExpressionProblem('user means a file of your own, and none is given', at);
  throw new ExpressionProblem(
    `there is no table ${name}`,
    at,
    minusRemedy(name, session) ?? didYouMean(name, [...session.world.tables.keys(), ...lets.keys()], 'tables'),
  );
}

/** A table of the dossier, or the user's file where no table is called so. */
export function tableCalled(name: string, { tables, user }: Scope['session']['world']): ClaimTable | null {
  return tables.get(name) ?? (name === 'user' ? user : null);
}

/** Whether an expression names other parts of its claim, which another claim with the same expression may not share. */
function names(expression: Expression, lets: Scope['lets']): boolean {
  let found = false;
  rewrite(expression, (part) => {
    found ||= part.kind === 'name' && lets.has(part.name);
    return found ? part : null;
  });
  return found;
}

/** A column of yes and no is a condition by itself; an empty cell says no there, and nothing in a column of other texts. */
function flagOrCell(value: Value, column: ClaimColumn): Value {
  if (value.type !== 'list' || !value.single) return value;
  const text = value.items[0]!.label;
  const flag = text === '' && !holdsFlags(column) ? null : flagOf(text);
  return flag === null ? value : { type: 'truth', ...decided(flag, `${column.name} is ${text}`) };
}

function holdsFlags({ cells }: ClaimColumn): boolean {
  return cells.every((cell) => cell === null || flagOf(cell) !== null);
}

/** `a-b` is one name; where both halves are known, a minus was meant. */
export function minusRemedy(name: string, { world }: Scope['session']): string | undefined {
  const known = (half: string): boolean =>
    world.tables.has(half) || [...world.tables.values()].some(({ columns }) => columns.has(half));
  const halves = [...name].flatMap((sign, at) =>
    sign === '-' ? [[name.slice(0, at), name.slice(at + 1)] as const] : [],
  );
  const meant = halves.find(
    ([left, right]) => (known(left) || /^\d/.test(left)) && (known(right) || /^\d/.test(right)),
  );
  return meant ? `A hyphen belongs to a name: put spaces around a minus, ${meant[0]} - ${meant[1]}.` : undefined;
}
