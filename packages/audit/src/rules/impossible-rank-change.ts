import type { NumberColumn } from '@indexlab/core';
import { cellProblem, type Problem } from '../problem.js';
import { rowsWith } from '../rows-with.js';
import type { Rule } from '../rule.js';

/**
 * The earlier rank is the rank plus the ranks gained; it must be 1 or more, and no two units can come from one rank.
 * Earlier ties are not taken for possible: a table of changes counts ranks that were distinct. Ranks that no unit comes
 * from are those of units that dropped out.
 */
export const impossibleRankChange: Rule = {
  name: 'impossible-rank-change',
  finds: 'a change of rank from before the first, or from the rank that another row comes from',
  roles: ['rank change'],
  check: (subject) =>
    subject.having('rank change').map(({ column, role: { of, lost } }) => ({
      columns: [of, column, ...subject.dividing],
      problems: subject.groups.flatMap((rows) =>
        impossibleChanges(subject.numbers(of), subject.numbers(column), rows, lost ? -1 : 1),
      ),
      judged: rowsWith([subject.numbers(of), subject.numbers(column)]).length,
    })),
};

function impossibleChanges(
  ranks: NumberColumn,
  changes: NumberColumn,
  rows: readonly number[],
  sign: 1 | -1,
): Problem[] {
  const rowOfEarlier = new Map<number, number>();
  const problem = (row: number, message: string) => [cellProblem('impossible-rank-change', changes, row, message)];
  return rowsWith([ranks, changes], rows).flatMap((row): Problem[] => {
    const earlier = ranks.values[row]! + sign * changes.values[row]!;
    if (earlier < 1) return problem(row, `Rank ${ranks.values[row]} cannot come from rank ${earlier}.`);
    const other = rowOfEarlier.get(earlier);
    if (other !== undefined) {
      return problem(row, `The row comes from rank ${earlier}, and so does row ${other + 1}.`);
    }
    rowOfEarlier.set(earlier, row);
    return [];
  });
}
