import { tableProblem } from '../problem.js';
import type { Rule } from '../rule.js';

export const emptyTable: Rule = {
  name: 'empty-table',
  finds: 'a table without rows',
  roles: [],
  check: ({ table }) =>
    table.rowCount > 0
      ? []
      : [{ columns: [], problems: [tableProblem('empty-table', null, 'The table has no rows.')] }],
};
