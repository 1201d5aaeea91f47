import { cellInterval, Exact, Interval } from '@indexlab/core';
import { againstPrinted } from '../against-printed.js';
import { rowsWith } from '../rows-with.js';
import type { Rule } from '../rule.js';
import { sumOf } from './sum-mismatch.js';

export const meanMismatch: Rule = {
  name: 'mean-mismatch',
  finds: 'a mean that is not the unweighted mean of the columns that it is said to be of',
  roles: ['mean'],
  check: (subject) =>
    subject.having('mean').map(({ column, role: { of } }) => {
      const [mean, parts] = [subject.numbers(column), of.map((name) => subject.numbers(name))];
      const count = Interval.point(Exact.ratio(BigInt(parts.length)));
      const problems = rowsWith([mean, ...parts]).flatMap((row) => {
        const bounds = sumOf(parts.map((part) => cellInterval(part, row))).over(count);
        return againstPrinted('mean-mismatch', mean, row, bounds, `the mean of ${of.join(', ')}`);
      });
      return { columns: [column, ...of], problems, judged: rowsWith([mean, ...parts]).length };
    }),
};
