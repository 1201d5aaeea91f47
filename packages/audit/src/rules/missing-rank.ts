import type { NumberColumn } from '@indexlab/core';
import { cellProblem, type Problem } from '../problem.js';
import type { Rule } from '../rule.js';
import { rowsByRank } from '../rows-by-rank.js';

export const missingRank: Rule = {
  name: 'missing-rank',
  finds: 'a gap in the ranks that no tie before it explains',
  roles: ['rank'],
  check: (subject) =>
    subject
      .having('rank')
      .filter(({ role }) => !role.selection)
      .map(({ column, role }) => ({
        columns: [column, ...subject.dividing],
        problems: subject.rankGroups(role).flatMap((rows) => gaps(subject.numbers(column), rows)),
      })),
};

function gaps(ranks: NumberColumn, rows: readonly number[]): Problem[] {
  let highest = 0; // the last rank seen
  return rowsByRank(ranks, rows).flatMap((row, position) => {
    const rank = ranks.values[row]!;
    const before = highest;
    highest = rank;
    // After a tie the next rank either follows at once or counts the tied rows.
    if (rank === before || rank === before + 1 || rank === position + 1) return [];
    const gap = rank === before + 2 ? `Rank ${before + 1} is` : `Ranks ${before + 1} to ${rank - 1} are`;
    return [cellProblem('missing-rank', ranks, row, `${gap} missing before rank ${rank}.`)];
  });
}
