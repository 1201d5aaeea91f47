import { belongsTo } from '../evaluation/classes.js';
import type { Scope } from '../evaluation/scope.js';
import type { ClaimTable } from '../evaluation/world.js';
import { rewrite } from '../language/rewrite.js';
import type { Expression } from '../language/syntax.js';
import type { Rival } from './rivals.js';

/**
 * A region as the sum of its places or as printed at its own level, where exactly one other table has the column: any
 * more would be another quantity of the same name.
 */
export function levelRivals(compute: Expression, scope: Scope): Rival[] {
  const rival = (reading: string, replace: (part: Expression) => Expression | null): Rival[] => {
    let found = false;
    const expression = rewrite(compute, (part) => {
      const other = replace(part);
      found ||= other !== null;
      return other;
    });
    return found ? [{ reading, expression }] : [];
  };
  return [
    ...rival('the region as printed at its own level', (part) => ownLevel(part, scope)),
    ...rival('the region as the sum of its places', (part) => ofPlaces(part, scope)),
  ];
}

/** `sum(places[where region].column)` as `regions[region].column`. */
function ownLevel(part: Expression, scope: Scope): Expression | null {
  if (part.kind !== 'call' || part.name !== 'sum') return null;
  const [column] = part.args;
  if (column?.kind !== 'column' || column.of.kind !== 'rows' || column.of.of.kind !== 'name') return null;
  const { of: table, where, rows } = column.of;
  const region = rows.length === 0 && where ? regionOf(where) : null;
  const other = region && otherTable(table.name, column.column.name, scope);
  if (!other || rowsOf(other, region, scope).length !== 1) return null;
  const { at } = part;
  const choice = { kind: 'name' as const, name: region, at };
  return {
    ...column,
    of: { kind: 'rows', of: nameOf(other, at), rows: [choice], all: false, where: null, at },
  };
}

/** `regions[region].column` as `sum(places[where region].column)`. */
function ofPlaces(part: Expression, scope: Scope): Expression | null {
  if (part.kind !== 'column' || part.of.kind !== 'rows' || part.of.of.kind !== 'name') return null;
  const { of: table, rows, where } = part.of;
  const [only, second] = rows;
  const other = otherTable(table.name, part.column.name, scope);
  if (!other || second || where || only?.kind !== 'name') return null;
  const { session } = scope;
  const members = session.index(other).rows.filter((row) => belongsTo(session, other, row, only.name) === true);
  if (members.length === 0 || other.columns.get(part.column.name)!.exact) return null;
  const { at } = part;
  const region: Expression = { kind: 'name', name: only.name, quoted: false, at };
  const of: Expression = { kind: 'rows', of: nameOf(other, at), rows: [], all: false, where: region, at };
  return { kind: 'call', name: 'sum', args: [{ ...part, of }], by: null, at };
}

/** A condition that is the name of a region: `where north`, `where in north`, `where coast = north`. */
function regionOf(where: Expression): string | null {
  if (where.kind === 'name') return where.name;
  if (where.kind !== 'compare' || where.rest.length !== 1) return null;
  const [{ relation, right }] = where.rest as [(typeof where.rest)[number]];
  return right.kind === 'name' && (relation === 'in' || relation === '=') ? right.name : null;
}

function otherTable(name: string, column: string, { session: { world } }: Scope): ClaimTable | null {
  const others = [...world.tables.values()].filter((table) => table.name !== name && table.columns.has(column));
  return others.length === 1 ? others[0]! : null;
}

function rowsOf(table: ClaimTable, unit: string, { session }: Scope) {
  const key = session.world.places?.keyOf(unit, table) ?? unit;
  return session.index(table).byKey.get(key) ?? [];
}

function nameOf({ name }: ClaimTable, at: number): Expression {
  return { kind: 'name', name, quoted: false, at };
}
