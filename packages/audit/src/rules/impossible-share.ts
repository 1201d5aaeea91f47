import { cellInterval, cellToken, Interval } from '@indexlab/core';
import { cellProblem } from '../problem.js';
import { rowsWith } from '../rows-with.js';
import type { Rule } from '../rule.js';

const percentages = Interval.parse('0', '100');

export const impossibleShare: Rule = {
  name: 'impossible-share',
  finds: 'a percentage of a whole below 0 or above 100',
  roles: ['shares'],
  check: (subject) =>
    subject
      .having('shares')
      .flatMap(({ column, role: { across = [] } }) => [column, ...across])
      .map((name) => {
        const column = subject.numbers(name);
        const problems = rowsWith(column)
          .filter((row) => !cellInterval(column, row).meets(percentages))
          .map((row) =>
            cellProblem('impossible-share', column, row, `${cellToken(column, row)}% is no share of a whole.`),
          );
        return { columns: [name], problems, judged: rowsWith(column).length };
      }),
};
