import { cellProblem } from '../problem.js';
import { canBeEqual } from '../printed-order.js';
import type { Rule } from '../rule.js';
import { rowsByRank } from '../rows-by-rank.js';

export const repeatedRank: Rule = {
  name: 'repeated-rank',
  finds: 'one rank for values whose printed digits exclude a tie',
  roles: ['rank'],
  check: (subject) =>
    subject.having('rank').map(({ column, role }) => {
      const { of } = role;
      const ranks = subject.numbers(column);
      const values = of === undefined ? undefined : subject.numbers(of);
      const problems = subject.rankGroups(role).flatMap((rows) => {
        const ordered = rowsByRank(ranks, rows);
        return ordered.slice(1).flatMap((row, at) => {
          const before = ordered[at]!;
          if (ranks.values[before] !== ranks.values[row]) return [];
          if (values && canBeEqual(values, before, row)) return [];
          const message = `Rank ${ranks.values[row]} already stands in row ${before + 1}.`;
          return [cellProblem('repeated-rank', ranks, row, message)];
        });
      });
      return { columns: [column, ...(of === undefined ? [] : [of]), ...subject.dividing], problems };
    }),
};
