import { Exact, type NumberColumn } from '@indexlab/core';
import { type AuditProblem, cellProblem, rowsWith } from './audit-problem.js';
import { canBeEqual } from './printed-order.js';

/**
 * `rank-against-value`: a better rank with a smaller value. Rows that print one value may be ranked by digits that are
 * not printed, so their order is free; cells of different decimals contradict their ranks only when the intervals of
 * their digits do not meet.
 *
 * `magnitude`: such a value would stand in order with its point moved.
 */
export function rankAgainstValue(ranks: NumberColumn, values: NumberColumn): AuditProblem[] {
  const ordered = rowsWith(ranks)
    .filter((row) => !Number.isNaN(values.values[row]))
    .sort((a, b) => ranks.values[a]! - ranks.values[b]!);
  return ordered.flatMap((row, at) => [
    ...(at > 0 ? orderProblem(ranks, values, ordered[at - 1]!, row) : []),
    ...magnitudeProblem(values, row, ordered[at - 1], ordered[at + 1]),
  ]);
}

function orderProblem(ranks: NumberColumn, values: NumberColumn, better: number, row: number): AuditProblem[] {
  if (ranks.values[better] === ranks.values[row] || !rises(values, better, row)) return [];
  const message = `${values.values[row]} has rank ${ranks.values[row]}, and the smaller ${values.values[better]} in row ${better + 1} has rank ${ranks.values[better]}.`;
  return [cellProblem('rank-against-value', values, row, message)];
}

/** A value out of order with a neighbour that a moved point puts between both neighbours. */
function magnitudeProblem(
  values: NumberColumn,
  row: number,
  before: number | undefined,
  after: number | undefined,
): AuditProblem[] {
  const value = values.values[row]!;
  const outOfOrder =
    (before !== undefined && rises(values, before, row)) || (after !== undefined && rises(values, row, after));
  if (!outOfOrder || value === 0 || before === undefined || after === undefined) return [];
  const decimal = (at: number): Exact => Exact.parse(String(values.values[at]!));
  const moved = [-3, -2, -1, 1, 2, 3]
    .map((power) => decimal(row).times(Exact.parse(`1e${power}`)))
    .find((candidate) => decimal(before).compare(candidate) >= 0 && candidate.compare(decimal(after)) >= 0);
  if (moved === undefined) return [];
  const message = `${value} stands between ${values.values[before]} in row ${before + 1} and ${values.values[after]} in row ${after + 1}, as ${moved} would.`;
  return [cellProblem('magnitude', values, row, message)];
}

function rises(values: NumberColumn, better: number, row: number): boolean {
  return values.values[better]! < values.values[row]! && !canBeEqual(values, better, row);
}
