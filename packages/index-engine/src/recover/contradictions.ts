import { Exact } from '@indexlab/core';
import type { Region } from '../linear-program/constraint.js';
import { maximise } from '../linear-program/maximise.js';

/**
 * Rows that contradict one another, or `undefined` when the region without the removed rows is not empty.
 * They are at most one more than the region has variables.
 */
export function contradiction(region: Region, removed: ReadonlySet<number> = new Set()): number[] | undefined {
  const constraints =
    removed.size === 0 ? region.constraints : region.constraints.filter(({ row }) => !removed.has(row));
  const optimum = maximise({ ...region, constraints }, anywhere(region));
  if (optimum.status !== 'infeasible') return undefined;
  return [...new Set(optimum.certificate.map(({ row }) => row))].filter((row) => row >= 0);
}

/** Contradictions that share no row, so that at least as many rows are wrong; without all their rows the rest agrees. */
export function disjointContradictions(region: Region): number[][] {
  const removed = new Set<number>();
  const disjoint: number[][] = [];
  for (let found = contradiction(region, removed); found !== undefined; found = contradiction(region, removed)) {
    disjoint.push(found);
    for (const row of found) removed.add(row);
  }
  return disjoint;
}

/**
 * Rows without which the others agree, none of which can be taken back.
 *
 * @param rows rows without which the others agree; they are tried to be taken back in this order
 */
export function withoutHarmless(region: Region, rows: readonly number[]): number[] {
  const removed = new Set(rows);
  const within = { ...region, constraints: region.constraints.filter(({ row }) => !removed.has(row)) };
  let start = maximise(within, anywhere(region));
  for (const row of rows) {
    const constraints = [...within.constraints, ...region.constraints.filter((constraint) => constraint.row === row)];
    const optimum = maximise(
      { ...region, constraints },
      anywhere(region),
      start.status === 'optimal' ? start.basis : undefined,
    );
    if (optimum.status === 'infeasible') continue;
    removed.delete(row);
    within.constraints = constraints;
    start = optimum;
  }
  return [...removed].sort((a, b) => a - b);
}

/** No objective: every point is as good. */
function anywhere({ variables }: Region): Exact[] {
  return Array.from({ length: variables }, () => Exact.zero);
}
