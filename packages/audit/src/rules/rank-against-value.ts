import type { NumberColumn } from '@indexlab/core';
import { cellProblem, type Problem } from '../problem.js';
import { canBeEqual } from '../printed-order.js';
import { rowsWith } from '../rows-with.js';
import type { Rule } from '../rule.js';

export const rankAgainstValue: Rule = {
  name: 'rank-against-value',
  finds: 'a better rank with a smaller value (or a greater one, where ranks ascend), as far as printed digits show it',
  roles: ['rank'],
  check: (subject) =>
    subject.having('rank').flatMap(({ column, role }) => {
      const { of, ascending } = role;
      if (of === undefined) return [];
      const [ranks, values] = [subject.numbers(column), subject.numbers(of)];
      const judged = subject.rankGroups(role).filter((rows) => rowsWith([ranks, values], rows).length > 1).length;
      const problems = subject.rankGroups(role).flatMap((rows) => {
        const ordered = rowsWith([ranks, values], rows).sort((a, b) => ranks.values[a]! - ranks.values[b]!);
        return ordered.slice(1).flatMap((row, at) => against(ranks, values, ordered[at]!, row, ascending ?? false));
      });
      return [{ columns: [column, of, ...subject.dividing], problems, judged }];
    }),
};

function against(
  ranks: NumberColumn,
  values: NumberColumn,
  better: number,
  row: number,
  ascending: boolean,
): Problem[] {
  if (ranks.values[better] === ranks.values[row] || !outOfOrder(values, better, row, ascending)) return [];
  const message = `${values.values[row]} has rank ${ranks.values[row]}, and the ${ascending ? 'greater' : 'smaller'} ${values.values[better]} in row ${better + 1} has rank ${ranks.values[better]}.`;
  return [cellProblem('rank-against-value', values, row, message)];
}

/** Whether the value of a better rank is smaller (greater, where ranks ascend), however the digits were rounded. */
export function outOfOrder(values: NumberColumn, better: number, row: number, ascending = false): boolean {
  const difference = values.values[row]! - values.values[better]!;
  return (ascending ? difference < 0 : difference > 0) && !canBeEqual(values, better, row);
}
