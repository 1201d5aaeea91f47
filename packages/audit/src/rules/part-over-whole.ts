import { cellInterval, cellToken } from '@indexlab/core';
import { cellProblem } from '../problem.js';
import { rowsWith } from '../rows-with.js';
import type { Rule } from '../rule.js';

export const partOverWhole: Rule = {
  name: 'part-over-whole',
  finds: 'a part that is larger than its whole',
  roles: ['part'],
  check: (subject) =>
    subject.having('part').map(({ column, role: { of } }) => {
      const [part, whole] = [subject.numbers(column), subject.numbers(of)];
      const problems = rowsWith([part, whole])
        .filter((row) => cellInterval(part, row).lower!.compare(cellInterval(whole, row).upper!) > 0)
        .map((row) => {
          const message = `${cellToken(part, row)} is more than its whole, ${cellToken(whole, row)} (${of}).`;
          return cellProblem('part-over-whole', part, row, message);
        });
      return { columns: [column, of], problems, judged: rowsWith([part, whole]).length };
    }),
};
