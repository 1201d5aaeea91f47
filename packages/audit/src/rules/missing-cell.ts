import type { Column } from '@indexlab/core';
import { isEmptyRow } from '../is-empty-row.js';
import { asWarning, type Problem, tableProblem } from '../problem.js';
import { rowBefore } from '../row-before.js';
import type { Check, Rule } from '../rule.js';
import type { Subject } from '../subject.js';

export const missingCell: Rule = {
  name: 'missing-cell',
  finds: 'an empty cell in a column of units, times, ranks or values, and, as a warning, in another column of numbers',
  roles: ['unit', 'time', 'rank', 'value'],
  check(subject) {
    const columns = this.roles.flatMap((role) => subject.having(role).map(({ column }) => column));
    return [...new Set(columns)].map((name) => ({
      columns: [name],
      problems: emptyCells(subject.table.column(name)).filter(({ row }) => !isEmptyRow(subject.table, row! - 1)),
    }));
  },
};

/** Above so many empty cells of a column that may have some, one problem speaks for all. */
const listed = 10;

/**
 * Warns of empty cells in columns of numbers that need not be full: those that `missing-cell` does not look at. What is
 * computed from them leaves their rows out.
 */
export function emptyNumbers(subject: Subject, columns: readonly string[]): Check[] {
  return columns.map((name) => {
    const related = relatedTo(subject, name);
    const left = related.length === 0 ? '' : ` What follows for ${related.join(', ')} is not checked there.`;
    const grows = subject.having('growth').some(({ column, role }) => column === name && typeof role.of === 'string');
    const before = grows ? rowBefore(subject) : undefined;
    const cells = emptyCells(subject.table.column(name)).filter(
      // The first of a series has no growth.
      ({ row }) => !isEmptyRow(subject.table, row! - 1) && (before === undefined || before[row! - 1] !== undefined),
    );
    if (cells.length <= listed)
      return {
        columns: [name],
        problems: cells.map((cell) => asWarning({ ...cell, message: `${cell.message}${left}` })),
      };
    const rows = cells.slice(0, listed).map(({ row }) => row);
    const message = `${cells.length} of ${subject.table.rowCount} cells are empty (rows ${rows.join(', ')}, …).${left}`;
    return { columns: [name], problems: [asWarning(tableProblem('missing-cell', name, message))] };
  });
}

/** The columns that follow from a column, itself included when it follows from others. */
function relatedTo(subject: Subject, name: string): string[] {
  const relations = (['sum', 'mean', 'share', 'ratio', 'growth', 'difference', 'share of total'] as const).flatMap(
    (role) => subject.having(role).map(({ column, role: { of } }) => ({ column, of: [of].flat() })),
  );
  return [
    ...new Set(relations.filter(({ column, of }) => column === name || of.includes(name)).map(({ column }) => column)),
  ];
}

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
