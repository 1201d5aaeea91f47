import { cellInterval, cellToken, Exact, Interval, type NumberColumn } from '@indexlab/core';
import { type AuditProblem, cellProblem, rowsWith, tableProblem } from './audit-problem.js';

const percentages = Interval.parse('0', '100');

/** `impossible-share`: a percentage below 0 or above 100; `shares-over-whole`: more than 100 in sum, however the digits were rounded. */
export function sharesOfOneWhole(column: NumberColumn): AuditProblem[] {
  const rows = rowsWith(column);
  const impossible = rows
    .filter((row) => !cellInterval(column, row).meets(percentages))
    .map((row) => cellProblem('impossible-share', column, row, `${cellToken(column, row)}% is no share of a whole.`));
  const least = rows.reduce((sum, row) => sum.plus(cellInterval(column, row).lower!), Exact.zero);
  if (least.compare(percentages.upper!) <= 0) return impossible;
  return [...impossible, tableProblem('shares-over-whole', column.name, `The shares add up to ${least}% at least.`)];
}

/** `part-over-whole`: a part that is larger than its whole. */
export function partOverWhole(part: NumberColumn, whole: NumberColumn): AuditProblem[] {
  return rowsWith(part)
    .filter((row) => !Number.isNaN(whole.values[row]))
    .filter((row) => cellInterval(part, row).lower!.compare(cellInterval(whole, row).upper!) > 0)
    .map((row) =>
      cellProblem(
        'part-over-whole',
        part,
        row,
        `${cellToken(part, row)} is more than its whole, ${cellToken(whole, row)} (${whole.name}).`,
      ),
    );
}
