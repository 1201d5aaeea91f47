import type { Region } from './constraint.js';
import { contradiction, type ContradictionBounds } from './contradictions.js';

/** The smallest sets of rows that must be wrong. */
export interface Removals {
  readonly sets: readonly (readonly number[])[];
  /** Whether no smaller set will do. */
  readonly proven: boolean;
  /** Whether these are all the sets of that size. */
  readonly complete: boolean;
}

/**
 * The smallest sets of rows without which a region is not empty.
 *
 * Every contradiction must lose a row. A tree search branches on the rows of a contradiction that is still
 * whole and solves a linear program only when all known ones are broken: the program confirms the set or
 * adds a contradiction. Sizes are tried upward from the number of contradictions that share no row, so the
 * first size with a set is the smallest.
 *
 * The search starts from contradictions around the set that suffices: each of its rows contradicts rows that
 * agree with one another, and does so twice with other rows each time where there are enough. They mostly
 * show at once that no smaller set, and no other of its size, will do.
 *
 * @param bounds contradictions that share no row, and a set that suffices
 * @param limit how many sets to list
 * @param programs how many linear programs the search may solve, each of its steps counting as a twentieth
 * of one; when they do not do, the set that suffices is given as not proven
 */
export function smallestRemovals(region: Region, bounds: ContradictionBounds, limit: number, programs: number): Removals {
  const used = new Set(bounds.sufficient);
  const [first, second] = [contradictionsAround(region, bounds.sufficient, used), contradictionsAround(region, bounds.sufficient, used)];
  const contradictions = [...first, ...second, ...bounds.disjoint];
  const sets: number[][] = [];
  let steps = programs * stepsPerProgram;

  const search = (removed: readonly number[], kept: ReadonlySet<number>, allowed: number): void => {
    steps -= 1;
    if (steps < 0 || sets.length > limit) return;
    const whole = contradictions.filter((rows) => !rows.some((row) => removed.includes(row)));
    if (whole.length === 0) {
      steps -= stepsPerProgram;
      const found = contradiction(region, new Set(removed));
      if (found === undefined) {
        sets.push([...removed].sort((a, b) => a - b));
        return;
      }
      contradictions.push(found);
      whole.push(found);
    }
    const open = whole.map((rows) => rows.filter((row) => !kept.has(row))).sort((a, b) => a.length - b.length);
    if (disjointCount(open) > allowed) return;
    const keptHere = new Set(kept);
    for (const row of open[0]!) {
      search([...removed, row], keptHere, allowed - 1);
      keptHere.add(row);
    }
  };

  for (let size = Math.max(first.length, bounds.disjoint.length); steps > 0 && sets.length === 0; size += 1) search([], new Set(), size);
  if (sets.length === 0) return { sets: [bounds.sufficient], proven: false, complete: false };
  return { sets: sets.slice(0, limit), proven: true, complete: steps > 0 && sets.length <= limit };
}

/** For each row a contradiction with rows that are not used yet, where there is one; uses up its rows. */
function contradictionsAround(region: Region, rows: readonly number[], used: Set<number>): number[][] {
  return rows.flatMap((row) => {
    used.delete(row);
    const found = contradiction(region, used);
    for (const one of found ?? [row]) used.add(one);
    return found ? [found] : [];
  });
}

const stepsPerProgram = 20;

/** How many of the sets, taken in order, share no row with one taken before. */
function disjointCount(sets: readonly (readonly number[])[]): number {
  const seen = new Set<number>();
  return sets.filter((rows) => {
    if (rows.some((row) => seen.has(row))) return false;
    for (const row of rows) seen.add(row);
    return true;
  }).length;
}
