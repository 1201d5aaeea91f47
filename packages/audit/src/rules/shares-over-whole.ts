import { cellInterval, Exact, type Interval } from '@indexlab/core';
import { asWarning, type Problem, type RuleName, tableProblem } from '../problem.js';
import { rowsWith } from '../rows-with.js';
import type { Check, Rule } from '../rule.js';
import type { Subject } from '../subject.js';
import { sumOf } from './sum-mismatch.js';

const whole = Exact.parse('100');

export const sharesOverWhole: Rule = {
  name: 'shares-over-whole',
  finds: 'shares of one whole that add up to more than 100%, however their digits were rounded',
  roles: ['shares'],
  check: (subject) =>
    sharesOf(subject, (sum, at) => {
      const least = sum.lower!;
      if (least.compare(whole) <= 0) return [];
      return [problemAt('shares-over-whole', at, `The shares${at.label} add up to ${least}% at least.`)];
    }),
};

export const sharesResidual: Rule = {
  name: 'shares-residual',
  finds: 'shares that leave a part of their whole over; an error where shares stand side by side (else a warning)',
  roles: ['shares'],
  check: (subject) =>
    sharesOf(subject, (sum, at) => {
      const most = sum.upper!;
      if (most.compare(whole) >= 0) return [];
      const message = `The shares${at.label} add up to ${most}% at most: ${whole.minus(most)}% at least stands in none of them.`;
      const problem = problemAt('shares-residual', at, message);
      return [at.row === null ? asWarning(problem) : problem];
    }),
};

interface Place {
  readonly column: string;
  readonly row: number | null;
  readonly label: string;
}

function problemAt(rule: RuleName, { column, row }: Place, message: string): Problem {
  return { ...tableProblem(rule, column, message), row: row === null ? null : row + 1 };
}

/** Judges the sum of each set of shares: of each group of rows, or of each row for shares side by side. */
function sharesOf(subject: Subject, judge: (sum: Interval, at: Place) => Problem[]): Check[] {
  return subject.having('shares').map(({ column: name, role: { across, supposed } }) => {
    const columns = [name, ...(across ?? [])].map((each) => subject.numbers(each));
    const sets =
      across === undefined
        ? subject.groups.map((rows) => rowsWith(columns, rows))
        : rowsWith(columns).map((row) => [row]);
    const present = sets.filter((rows) => rows.length > 0);
    const problems = present.flatMap((rows) => {
      const sum = sumOf(rows.flatMap((row) => columns.map((column) => cellInterval(column, row))));
      const label = subject.dividing
        .map((each) => ` of ${each} ${String(subject.table.column(each).values[rows[0]!])}`)
        .join('');
      const found = judge(sum, {
        column: name,
        row: across === undefined ? null : rows[0]!,
        label: across ? '' : label,
      });
      return supposed ? found.map(asWarning) : found;
    });
    return { columns: [name, ...(across ?? subject.dividing)], problems, judged: present.length };
  });
}
