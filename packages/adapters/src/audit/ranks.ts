import type { NumberColumn } from '@indexlab/core';
import { type AuditProblem, cellProblem, rowsWith } from './audit-problem.js';
import { canBeEqual } from './printed-order.js';

/**
 * `not-a-rank`: not a whole number from 1 on; `missing-rank`: a gap that no tie before it explains; `repeated-rank`:
 * one rank for values whose printed digits exclude a tie; `row-order` (warning): rows not in the order of their ranks.
 */
export function rankProblems(ranks: NumberColumn, values: NumberColumn | undefined): AuditProblem[] {
  const present = rowsWith(ranks);
  const wrong = present.filter((row) => !Number.isInteger(ranks.values[row]) || ranks.values[row]! < 1);
  const ordered = present.filter((row) => !wrong.includes(row)).sort((a, b) => ranks.values[a]! - ranks.values[b]!);
  const problems = wrong.map((row) =>
    cellProblem('not-a-rank', ranks, row, `${ranks.values[row]} is not a whole number from 1 on.`),
  );
  let highest = 0; // the last rank seen
  ordered.forEach((row, position) => {
    const rank = ranks.values[row]!;
    const before = ordered[position - 1];
    if (before !== undefined && rank === highest) {
      if (!values || !canBeEqual(values, before, row)) {
        problems.push(cellProblem('repeated-rank', ranks, row, `Rank ${rank} already stands in row ${before + 1}.`));
      }
      return;
    }
    // After a tie the next rank either follows at once or counts the tied rows.
    if (rank !== highest + 1 && rank !== position + 1) {
      const gap = rank === highest + 2 ? `Rank ${highest + 1} is` : `Ranks ${highest + 1} to ${rank - 1} are`;
      problems.push(cellProblem('missing-rank', ranks, row, `${gap} missing before rank ${rank}.`));
    }
    highest = rank;
  });
  for (const [at, row] of present.entries()) {
    const before = present[at - 1];
    if (before !== undefined && ranks.values[row]! < ranks.values[before]!) {
      const message = `Rank ${ranks.values[row]} stands behind rank ${ranks.values[before]}.`;
      problems.push({ ...cellProblem('row-order', ranks, row, message), severity: 'warning' });
    }
  }
  return problems;
}
