import type { Column } from '@indexlab/core';
import type { AuditProblem } from './audit-problem.js';

/** `missing-cell`: empty cells of a column that should have none. */
export function missingCells({ name, values }: Column): AuditProblem[] {
  return Array.from(values as ArrayLike<unknown>, (cell, row) => ({ cell, row }))
    .filter(({ cell }) => cell === null || Number.isNaN(cell))
    .map(({ row }) => ({
      rule: 'missing-cell',
      severity: 'error',
      row: row + 1,
      column: name,
      value: null,
      message: `The cell is empty (column "${name}").`,
    }));
}
