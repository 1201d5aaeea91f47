import { contradictionBounds } from './contradictions.js';
import type { PublishedRow } from './published-rows.js';
import { regionOf, type Relation } from './relation.js';
import { type Removals, smallestRemovals } from './smallest-removals.js';
import { smallestResidual } from './smallest-residual.js';

/** The smallest sets of wrong rows, and the relation that the other rows follow. */
export interface WrongRows extends Removals {
  readonly relation: Relation;
}

/**
 * The smallest sets of rows that must be wrong, none of several relations agreeing with all rows.
 *
 * The first relation is the plain one. Another is preferred when it needs fewer wrong rows by more than it
 * has free numbers more, for so many rows it could fit whatever they say.
 *
 * @param limit how many sets to list
 * @param programs how many linear programs the search may solve
 */
export function wrongRows(rows: readonly PublishedRow[], relations: readonly Relation[], limit: number, programs: number): WrongRows {
  const [plain, ...others] = relations.map((relation) => ({ relation, region: regionOf(rows, relation) }));
  let best = { ...plain!, bounds: contradictionBounds(plain!.region, (removed) => misfit(rows, plain!.relation, removed)) };
  const atLeast = best.bounds.disjoint.length;
  for (const { relation, region } of others) {
    const freedom = relation.sumToOne ? 2 : 1;
    if (atLeast <= freedom) continue;
    const bounds = contradictionBounds(region, (removed) => misfit(rows, relation, removed));
    const isBetter = bounds.sufficient.length + freedom < atLeast && bounds.sufficient.length < best.bounds.sufficient.length;
    if (isBetter) best = { relation, region, bounds };
  }
  return { relation: best.relation, ...smallestRemovals(best.region, best.bounds, limit, programs) };
}

/** How far each row is from the estimate of the rows that are not removed. */
function misfit(rows: readonly PublishedRow[], relation: Relation, removed: ReadonlySet<number>): (row: number) => number {
  const rest = rows.filter((_, row) => !removed.has(row));
  const { point } = smallestResidual(rest, relation, regionOf(rest, relation));
  const numbers = point.map((value) => value.toNumber());
  const distances = rows.map(({ middle, total }) => {
    const computed = middle.reduce((sum, value, part) => sum + value.toNumber() * numbers[part]!, numbers[relation.parts] ?? 0);
    return Math.max(computed - (total.upper?.toNumber() ?? Infinity), (total.lower?.toNumber() ?? -Infinity) - computed);
  });
  return (row) => distances[row]!;
}
