import type { NumberColumn } from '@indexlab/core';
import { cellProblem } from '../problem.js';
import { rowsWith } from '../rows-with.js';
import type { Rule } from '../rule.js';

export const notARank: Rule = {
  name: 'not-a-rank',
  finds: 'a rank that is no whole number from 1 on',
  roles: ['rank'],
  check: (subject) =>
    subject.having('rank').map(({ column }) => {
      const ranks = subject.numbers(column);
      const problems = rowsWith(ranks)
        .filter((row) => !isRank(ranks, row))
        .map((row) => cellProblem('not-a-rank', ranks, row, `${ranks.values[row]} is not a whole number from 1 on.`));
      return { columns: [column], problems };
    }),
};

/** Whether a cell holds a rank. */
export function isRank({ values }: NumberColumn, row: number): boolean {
  return Number.isInteger(values[row]) && values[row]! >= 1;
}
