import type { Column } from '@indexlab/core';
import { isEmptyRow } from '../is-empty-row.js';
import type { Problem } from '../problem.js';
import type { Rule } from '../rule.js';

export const missingCell: Rule = {
  name: 'missing-cell',
  finds: 'an empty cell in a column of units, times, ranks or values',
  roles: ['unit', 'time', 'rank', 'value'],
  check(subject) {
    const columns = this.roles.flatMap((role) => subject.having(role).map(({ column }) => column));
    return [...new Set(columns)].map((name) => ({
      columns: [name],
      problems: emptyCells(subject.table.column(name)).filter(({ row }) => !isEmptyRow(subject.table, row! - 1)),
    }));
  },
};

function emptyCells({ name, values }: Column): Problem[] {
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
