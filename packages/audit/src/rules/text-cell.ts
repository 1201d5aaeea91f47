import type { Rule } from '../rule.js';

export const textCell: Rule = {
  name: 'text-cell',
  finds: 'a cell that holds no number in a column of numbers',
  roles: ['value', 'number', 'rank'],
  check(subject) {
    const columns = this.roles.flatMap((role) => subject.having(role).map(({ column }) => column));
    return [...new Set(columns)].map((name) => ({ columns: [name], problems: subject.textCells(name) }));
  },
};
