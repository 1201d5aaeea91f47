import { didYouMean } from '@indexlab/core';
import { ExpressionProblem, type Name } from '../language/syntax.js';
import type { Scope } from './scope.js';
import type { Item } from './value.js';
import type { ClaimTable } from './world.js';

/**
 * Names as places or texts: what the column that they are compared with holds. A name that no table and no gazetteer
 * knows is an error, never a false claim.
 */
export function namesOf(names: readonly Name[], table: ClaimTable | null, column: string | null, scope: Scope): Item[] {
  return names.map((name) => itemOf(name, table, column, scope));
}

function itemOf({ name, at }: Name, table: ClaimTable | null, column: string | null, { session }: Scope): Item {
  const { world } = session;
  const ofUnits = table === null || column === null || column === table.unit;
  if (!ofUnits) {
    const cells = table.columns.get(column)!.cells;
    if (cells.includes(name)) return { key: name, label: name };
    throw new ExpressionProblem(
      `${table.name} has no ${column} ${name}`,
      at,
      didYouMean(name, present(cells), `values of ${column}`),
    );
  }
  const key = world.places?.keyOf(name, table);
  if (key) return { key, label: name };
  const tables = table ? [table, ...world.tables.values()] : [...world.tables.values()];
  if (tables.some(({ keys }) => keys.includes(name))) return { key: name, label: name };
  const known = present(
    (table ? [table] : tables).flatMap(({ columns, unit }) => columns.get(unit ?? '')?.cells ?? []),
  );
  throw new ExpressionProblem(`no table has a unit ${name}`, at, didYouMean(name, known, 'units'));
}

function present(cells: readonly (string | null)[]): string[] {
  return [...new Set(cells)].filter((cell): cell is string => cell !== null);
}
