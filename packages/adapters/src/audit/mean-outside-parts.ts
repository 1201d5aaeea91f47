import { cellInterval, Interval, type NumberColumn } from '@indexlab/core';
import { againstPrinted } from './against-printed.js';
import { type AuditProblem, rowsWith } from './audit-problem.js';

/**
 * `mean-outside-parts`: a mean that lies outside the range of what it is a mean of. The growth of a whole is such a mean
 * of the growth of its parts, with their shares before as weights.
 */
export function meanOutsideParts(column: NumberColumn, whole: number): AuditProblem[] {
  const rows = rowsWith(column);
  const [first, ...others] = rows.filter((row) => row !== whole).flatMap((row) => cellInterval(column, row).ends());
  if (!rows.includes(whole) || first === undefined) return [];
  return againstPrinted('mean-outside-parts', column, whole, Interval.hull(first, ...others), 'the range of its parts');
}
