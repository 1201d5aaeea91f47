import { cellProblem } from '../problem.js';
import { canBeEqual } from '../printed-order.js';
import { rowsWith } from '../rows-with.js';
import type { Rule } from '../rule.js';

export const valueOrder: Rule = {
  name: 'value-order',
  finds: 'a value that is greater than the one before it, in a column that should not rise',
  roles: ['sorted'],
  check: (subject) =>
    subject.having('sorted').map(({ column: name }) => {
      const column = subject.numbers(name);
      const pairs = subject.groups.filter((group) => rowsWith(column, group).length > 1).length;
      const problems = subject.groups.flatMap((group) => {
        const rows = rowsWith(column, group);
        return rows.slice(1).flatMap((row, at) => {
          const before = rows[at]!;
          if (column.values[before]! >= column.values[row]! || canBeEqual(column, before, row)) return [];
          const message = `${column.values[row]} stands behind the smaller ${column.values[before]} of row ${before + 1}.`;
          return [cellProblem('value-order', column, row, message)];
        });
      });
      return { columns: [name, ...subject.dividing], problems, judged: pairs };
    }),
};
