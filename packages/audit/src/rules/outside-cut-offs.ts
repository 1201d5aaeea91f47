import { cellInterval, cellToken, Exact, Interval, textsOf } from '@indexlab/core';
import { cellProblem } from '../problem.js';
import { rowsWith } from '../rows-with.js';
import type { Rule } from '../rule.js';

export const outsideCutOffs: Rule = {
  name: 'outside-cut-offs',
  finds: 'a value that does not lie between the cut-offs of its tier',
  roles: ['tier'],
  check: (subject) =>
    subject.having('tier').flatMap(({ column, role: { of, cutOffs } }) => {
      if (cutOffs === undefined) return [];
      const [tiers, values] = [textsOf(subject.table, column), subject.numbers(of)];
      const end = (value: number | null): Exact | null => (value === null ? null : Exact.parse(String(value)));
      const problems = rowsWith(values).flatMap((row) => {
        const [from, to] = cutOffs[tiers[row] ?? ''] ?? [null, null];
        if (cellInterval(values, row).meets(new Interval(end(from), end(to)))) return [];
        const message = `${cellToken(values, row)} is in ${tiers[row]}, which goes from ${from ?? 'any'} to ${to ?? 'any'}.`;
        return [cellProblem('outside-cut-offs', values, row, message)];
      });
      return [{ columns: [column, of], problems, judged: rowsWith(values).length }];
    }),
};
