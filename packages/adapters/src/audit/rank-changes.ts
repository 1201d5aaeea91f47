import type { NumberColumn } from '@indexlab/core';
import { type AuditProblem, cellProblem, rowsWith } from './audit-problem.js';

/**
 * `impossible-rank-change`: changes that no earlier ranking allows. The earlier rank is the rank plus the ranks gained;
 * it must be 1 or more, and no two units can come from one rank. Earlier ties are not taken for possible: a table of
 * changes counts ranks that were distinct.
 *
 * @param changes ranks gained since, negative when lost
 */
export function rankChanges(ranks: NumberColumn, changes: NumberColumn): AuditProblem[] {
  const rowOfEarlier = new Map<number, number>();
  const both = new Set(rowsWith(ranks));
  return rowsWith(changes).flatMap((row): AuditProblem[] => {
    if (!both.has(row)) return [];
    const earlier = ranks.values[row]! + changes.values[row]!;
    if (earlier < 1)
      return [
        cellProblem(
          'impossible-rank-change',
          changes,
          row,
          `Rank ${ranks.values[row]} cannot come from rank ${earlier}.`,
        ),
      ];
    const other = rowOfEarlier.get(earlier);
    if (other === undefined) {
      rowOfEarlier.set(earlier, row);
      return [];
    }
    return [
      cellProblem(
        'impossible-rank-change',
        changes,
        row,
        `The row comes from rank ${earlier}, and so does row ${other + 1}.`,
      ),
    ];
  });
}
