import type { Region } from '../linear-program/constraint.js';
import { disjointContradictions, withoutHarmless } from './contradictions.js';
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
export function wrongRows(
  rows: readonly PublishedRow[],
  relations: readonly Relation[],
  limit: number,
  programs: number,
): WrongRows {
  const [plain, ...others] = relations.map((relation) => {
    const region = regionOf(rows, relation);
    return { relation, region, disjoint: disjointContradictions(region) };
  });
  const search = (candidate: Candidate, sufficient: readonly number[]): WrongRows => {
    const { relation, region, disjoint } = candidate;
    // Where most rows would have to be wrong it is the relation that is, and a search would only take long.
    if (2 * sufficient.length > rows.length) return { relation, sets: [sufficient], proven: false, complete: false };
    return { relation, ...smallestRemovals(region, disjoint, sufficient, limit, programs) };
  };
  const found = search(plain!, sufficientRows(rows, plain!));
  let most = found.sets[0]!.length - 1;
  let better: (() => WrongRows) | undefined;
  for (const other of others) {
    const allowed = better ? most : most - (other.relation.sumToOne ? 2 : 1);
    if (other.disjoint.length > allowed) continue;
    const sufficient = sufficientRows(rows, other);
    if (sufficient.length > allowed) continue;
    most = sufficient.length - 1;
    better = () => search(other, sufficient);
  }
  return better?.() ?? found;
}

interface Candidate {
  readonly relation: Relation;
  readonly region: Region;
  readonly disjoint: readonly (readonly number[])[];
}

/** Rows without which the others follow the relation, as few as taking back the best fitting ones leaves. */
function sufficientRows(rows: readonly PublishedRow[], { relation, region, disjoint }: Candidate): number[] {
  const removed = disjoint.flat();
  const misfit = misfits(rows, relation, new Set(removed));
  return withoutHarmless(
    region,
    removed.sort((a, b) => misfit[a]! - misfit[b]!),
  );
}

/** How far each row is from the estimate of the rows that are not removed. */
function misfits(rows: readonly PublishedRow[], relation: Relation, removed: ReadonlySet<number>): number[] {
  const rest = rows.filter((_, row) => !removed.has(row));
  const { point } = smallestResidual(rest, relation, regionOf(rest, relation));
  const numbers = point.map((value) => value.toNumber());
  return rows.map(({ middle, total }) => {
    const computed = middle.reduce(
      (sum, value, part) => sum + value.toNumber() * numbers[part]!,
      numbers[relation.parts] ?? 0,
    );
    return Math.max(
      computed - (total.upper?.toNumber() ?? Infinity),
      (total.lower?.toNumber() ?? -Infinity) - computed,
    );
  });
}
