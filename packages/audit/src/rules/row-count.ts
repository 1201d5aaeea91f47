import { tableProblem } from '../problem.js';
import type { Rule } from '../rule.js';

export const rowCount: Rule = {
  name: 'row-count',
  finds: 'more or fewer rows than the table says that it has',
  roles: [],
  check({ table, facts: { rowCount: said } }) {
    if (said === undefined) return [];
    const message = `The table has ${table.rowCount} rows and says that it has ${said}.`;
    return [{ columns: [], problems: said === table.rowCount ? [] : [tableProblem('row-count', null, message)] }];
  },
};
