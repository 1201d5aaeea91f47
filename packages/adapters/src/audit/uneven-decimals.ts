import { exactDigits, type NumberColumn } from '@indexlab/core';
import { type AuditProblem, rowsWith, tableProblem } from './audit-problem.js';

/** `uneven-decimals` (warning): cells of one column print different numbers of decimals. */
export function unevenDecimals(column: NumberColumn): AuditProblem[] {
  const { name, decimals } = column;
  if (!decimals) return [];
  const present = rowsWith(column)
    .map((row) => decimals[row]!)
    .filter((count) => count !== exactDigits);
  const most = Math.max(...present);
  const fewer = present.filter((count) => count < most).length;
  if (fewer === 0) return [];
  const message = `${fewer} of ${present.length} cells print fewer than ${most} decimals; trailing zeros may have been dropped.`;
  return [{ ...tableProblem('uneven-decimals', name, message), severity: 'warning' }];
}
