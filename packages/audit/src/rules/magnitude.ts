import { Exact, type NumberColumn } from '@indexlab/core';
import { cellProblem, type Problem } from '../problem.js';
import { rowsWith } from '../rows-with.js';
import type { Rule } from '../rule.js';
import { outOfOrder } from './rank-against-value.js';

export const magnitude: Rule = {
  name: 'magnitude',
  finds: 'a value out of order with its rank that would stand in order with its point moved',
  roles: ['rank'],
  check: (subject) =>
    subject.having('rank').flatMap(({ column, role }) => {
      const { of, ascending } = role;
      if (of === undefined || ascending) return [];
      const [ranks, values] = [subject.numbers(column), subject.numbers(of)];
      const judged = subject.rankGroups(role).filter((rows) => rowsWith([ranks, values], rows).length > 1).length;
      const problems = subject.rankGroups(role).flatMap((rows) => {
        const ordered = rowsWith([ranks, values], rows).sort((a, b) => ranks.values[a]! - ranks.values[b]!);
        return ordered.flatMap((row, at) => moved(values, row, ordered[at - 1], ordered[at + 1]));
      });
      return [{ columns: [column, of, ...subject.dividing], problems, judged }];
    }),
};

/** A value out of order with a neighbour that a moved point puts between both neighbours. */
function moved(values: NumberColumn, row: number, before: number | undefined, after: number | undefined): Problem[] {
  const value = values.values[row]!;
  const wrong =
    (before !== undefined && outOfOrder(values, before, row)) ||
    (after !== undefined && outOfOrder(values, row, after));
  if (!wrong || value === 0 || before === undefined || after === undefined) return [];
  const decimal = (at: number): Exact => Exact.parse(String(values.values[at]!));
  const found = [-3, -2, -1, 1, 2, 3]
    .map((power) => decimal(row).times(Exact.parse(`1e${power}`)))
    .find((candidate) => decimal(before).compare(candidate) >= 0 && candidate.compare(decimal(after)) >= 0);
  if (found === undefined) return [];
  const message = `${value} stands between ${values.values[before]} in row ${before + 1} and ${values.values[after]} in row ${after + 1}, as ${found} would.`;
  return [cellProblem('magnitude', values, row, message)];
}
