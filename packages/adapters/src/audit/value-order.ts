import type { NumberColumn } from '@indexlab/core';
import { type AuditProblem, cellProblem, rowsWith } from './audit-problem.js';
import { canBeEqual } from './printed-order.js';

/** `value-order`: a value that is greater than the one before it, in a column that should not rise. */
export function valueOrder(column: NumberColumn): AuditProblem[] {
  const rows = rowsWith(column);
  return rows.slice(1).flatMap((row, at) => {
    const before = rows[at]!;
    if (column.values[before]! >= column.values[row]! || canBeEqual(column, before, row)) return [];
    return [
      cellProblem(
        'value-order',
        column,
        row,
        `${column.values[row]} stands behind the smaller ${column.values[before]} of row ${before + 1}.`,
      ),
    ];
  });
}
