import { cellInterval, Exact, Interval, type NumberColumn } from '@indexlab/core';
import { againstPrinted } from './against-printed.js';
import { type AuditProblem, rowsWith } from './audit-problem.js';

/** `sum-mismatch`: parts in the columns of a row that do not add up to its total. */
export function sumOfColumns(total: NumberColumn, parts: readonly NumberColumn[]): AuditProblem[] {
  const names = parts.map(({ name }) => name).join(' + ');
  return rowsWith(total)
    .filter((row) => parts.every(({ values }) => !Number.isNaN(values[row])))
    .flatMap((row) =>
      againstPrinted('sum-mismatch', total, row, sum(parts.map((part) => cellInterval(part, row))), names),
    );
}

/** `sum-mismatch`: the cells of a column that do not add up to the cell of its total row. */
export function sumOfRows(column: NumberColumn, total: number): AuditProblem[] {
  const rows = rowsWith(column);
  if (!rows.includes(total)) return [];
  const parts = rows.filter((row) => row !== total).map((row) => cellInterval(column, row));
  return againstPrinted('sum-mismatch', column, total, sum(parts), `the sum of ${parts.length} other rows`);
}

function sum(intervals: readonly Interval[]): Interval {
  return intervals.reduce((total, interval) => total.plus(interval), Interval.point(Exact.zero));
}
