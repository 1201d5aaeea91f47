import { Exact } from '@indexlab/core';
import type { Region } from './constraint.js';
import { maximise } from './maximise.js';

/** Between how many and how many rows must be wrong. */
export interface ContradictionBounds {
  /** Contradictions that share no row: each must lose one. */
  readonly disjoint: readonly (readonly number[])[];
  /** Rows without which the others agree; none of them can be taken back. */
  readonly sufficient: readonly number[];
}

/**
 * Rows that contradict one another, none of which can be spared, or `undefined` when the region without the
 * removed rows is not empty. They are at most one more than the region has variables.
 */
export function contradiction(region: Region, removed: ReadonlySet<number> = new Set()): number[] | undefined {
  const constraints = removed.size === 0 ? region.constraints : region.constraints.filter(({ row }) => !removed.has(row));
  const anywhere = Array.from({ length: region.variables }, () => Exact.zero);
  const optimum = maximise({ ...region, constraints }, anywhere);
  if (optimum.status !== 'infeasible') return undefined;
  return [...new Set(optimum.certificate.map(({ row }) => row))].filter((row) => row >= 0);
}

/**
 * Bounds on how many rows must be wrong: contradictions are taken out until the rest agrees, then rows are
 * taken back, the best fitting first.
 *
 * @param misfit given the removed rows, how badly each row fits the others
 */
export function contradictionBounds(
  region: Region,
  misfit: (removed: ReadonlySet<number>) => (row: number) => number,
): ContradictionBounds {
  const removed = new Set<number>();
  const disjoint: number[][] = [];
  for (let found = contradiction(region, removed); found !== undefined; found = contradiction(region, removed)) {
    disjoint.push(found);
    for (const row of found) removed.add(row);
  }
  const misfitOf = misfit(removed);
  for (const row of [...removed].sort((a, b) => misfitOf(a) - misfitOf(b))) {
    removed.delete(row);
    if (contradiction(region, removed) !== undefined) removed.add(row);
  }
  return { disjoint, sufficient: [...removed].sort((a, b) => a - b) };
}
