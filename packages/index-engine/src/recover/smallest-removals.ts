import type { Region } from '../linear-program/constraint.js';
import { contradiction } from './contradictions.js';

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
 * agree with one another, and mostly does so twice with other rows. They tend to show at once that no
 * smaller set, and no other of its size, will do.
 *
 * @param disjoint contradictions that share no row
 * @param sufficient a set that suffices, from which no row can be taken back
 * @param limit how many sets to list
 * @param programs how many linear programs the search may solve, each of its steps counting as a twentieth
 * of one; when they do not do, the set that suffices is given as not proven
 */
export function smallestRemovals(
  region: Region,
  disjoint: readonly (readonly number[])[],
  sufficient: readonly number[],
  limit: number,
  programs: number,
): Removals {
  const around = contradictionsAround(region, sufficient);
  const contradictions = [...around.disjoint, ...around.more, ...disjoint];
  const sets: number[][] = [];
  let steps = programs * stepsPerProgram;

  const search = (removed: ReadonlySet<number>, kept: ReadonlySet<number>, allowed: number): void => {
    steps -= 1;
    if (steps < 0 || sets.length > limit) return;
    const whole = contradictions.filter((rows) => !rows.some((row) => removed.has(row)));
    if (whole.length === 0) {
      steps -= stepsPerProgram;
      const found = contradiction(region, removed);
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
      search(new Set([...removed, row]), keptHere, allowed - 1);
      keptHere.add(row);
    }
  };

  for (let size = Math.max(around.disjoint.length, disjoint.length); steps > 0 && sets.length === 0; size += 1)
    search(new Set(), new Set(), size);
  if (sets.length === 0) return { sets: [sufficient], proven: false, complete: false };
  return { sets: sets.slice(0, limit), proven: true, complete: steps > 0 && sets.length <= limit };
}

/**
 * For each row a contradiction with rows that no other uses, where there is one, and a second that shares only
 * the row with the first and no row with others as long as there are enough. The row comes first in both: it
 * is the likeliest to be wrong.
 */
function contradictionsAround(region: Region, rows: readonly number[]): { disjoint: number[][]; more: number[][] } {
  const used = new Set(rows);
  const around = (row: number, without: ReadonlySet<number>): number[][] => {
    const found = contradiction(region, new Set([...without].filter((other) => other !== row)));
    return found ? [[row, ...found.filter((other) => other !== row)]] : [];
  };
  const disjoint = rows.flatMap((row) => {
    const found = around(row, used);
    for (const other of found.flat()) used.add(other);
    return found;
  });
  const more = disjoint.flatMap((first) => {
    const found = around(first[0]!, used);
    for (const other of found.flat()) used.add(other);
    return found.length > 0 ? found : around(first[0]!, new Set([...rows, ...first]));
  });
  return { disjoint, more };
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
