import { exactDigits, type NumberColumn } from '@indexlab/core';
import { asWarning, type Problem, tableProblem } from '../problem.js';
import { rowsWith } from '../rows-with.js';
import type { Rule } from '../rule.js';

export const unevenDecimals: Rule = {
  name: 'uneven-decimals',
  finds: 'cells of one column of values that print different numbers of decimals (warning)',
  roles: ['value'],
  check: (subject) =>
    subject.having('value').flatMap(({ column }) => {
      const read = subject.table.column(column);
      if (read.type === 'number' && !read.decimals) return []; // stored numbers have lost their trailing zeros
      return [{ columns: [column], problems: fewerDecimals(subject.numbers(column)) }];
    }),
};

function fewerDecimals(column: NumberColumn): Problem[] {
  const present = rowsWith(column)
    .map((row) => column.decimals![row]!)
    .filter((count) => count !== exactDigits);
  const most = present.reduce((a, b) => Math.max(a, b), 0);
  const fewer = present.filter((count) => count < most).length;
  if (fewer === 0) return [];
  const message = `${fewer} of ${present.length} cells print fewer than ${most} decimals; trailing zeros may have been dropped.`;
  return [asWarning(tableProblem('uneven-decimals', column.name, message))];
}
