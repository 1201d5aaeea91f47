import { asWarning, cellProblem } from '../problem.js';
import { rowsWith } from '../rows-with.js';
import type { Rule } from '../rule.js';

export const rowOrder: Rule = {
  name: 'row-order',
  finds: 'a row that stands before a better rank, in a table in the order of its ranks (warning)',
  roles: ['rank'],
  check: (subject) => {
    const judged = subject.having('rank').flatMap(({ column, role }) => {
      const ranks = subject.numbers(column);
      const groups = subject.rankGroups(role).map((rows) => {
        const present = rowsWith(ranks, rows);
        return present.slice(1).map((row, at) => [present[at]!, row] as const);
      });
      const pairs = groups.flat();
      const falls = ([before, row]: readonly [number, number]): boolean => ranks.values[row]! < ranks.values[before]!;
      const wrong = pairs.filter(falls);
      const ordered = groups.filter((group) => !group.some(falls)).length;
      if (groups.length > 1 && 2 * ordered < groups.length) return [];
      // A table in another order, such as that of the alphabet, is none of ranks in the wrong order.
      if (2 * wrong.length > pairs.length || wrong.length > 0.1 * pairs.length + 1) return [];
      const problems = wrong.map(([before, row]) =>
        asWarning(
          cellProblem('row-order', ranks, row, `Rank ${ranks.values[row]} stands behind rank ${ranks.values[before]}.`),
        ),
      );
      return [{ columns: [column], problems }];
    });
    // Of several columns of ranks a table is in the order of one.
    return judged.sort((a, b) => a.problems.length - b.problems.length).slice(0, 1);
  },
};
