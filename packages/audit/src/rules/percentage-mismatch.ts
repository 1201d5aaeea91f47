import { cellInterval, Exact, Interval, type NumberColumn } from '@indexlab/core';
import { againstPrinted } from '../against-printed.js';
import type { Problem } from '../problem.js';
import { rowBefore } from '../row-before.js';
import { rowsWith } from '../rows-with.js';
import type { Check, Rule } from '../rule.js';
import type { Subject } from '../subject.js';

/** How a cell follows from two others. Where the divisor may be zero nothing follows. */
const derivations = {
  ratio: { compute: (a: Interval, b: Interval, scale: Interval) => scale.times(a.over(b)), divides: true },
  growth: {
    compute: (after: Interval, before: Interval, scale: Interval) => scale.times(after.over(before)).minus(scale),
    divides: true,
  },
  difference: { compute: (after: Interval, before: Interval) => after.minus(before), divides: false },
} as const;

export const percentageMismatch: Rule = {
  name: 'percentage-mismatch',
  finds: 'a share, ratio, growth or difference that does not follow from the numbers that it is of',
  roles: ['share', 'ratio', 'growth', 'difference'],
  check: (subject) => [
    ...subject.having('share').map(({ column, role: { of } }) => beside(subject, 'ratio', column, of, 100)),
    ...subject
      .having('ratio')
      .map(({ column, role: { of, scale } }) => beside(subject, 'ratio', column, of, scale ?? 1)),
    ...subject
      .having('difference')
      .map(({ column, role: { of } }) => beside(subject, 'difference', column, [of[1], of[0]], 1)),
    ...subject
      .having('growth')
      .map(({ column, role: { of, scale = 100 } }) =>
        typeof of === 'string'
          ? overTime(subject, column, of, scale)
          : beside(subject, 'growth', column, [of[1], of[0]], scale),
      ),
  ],
};

function beside(
  subject: Subject,
  kind: keyof typeof derivations,
  name: string,
  of: readonly [string, string],
  scale: number,
): Check {
  const result = subject.numbers(name);
  const judge = ([first, second]: readonly [string, string]): { rows: number[]; problems: Problem[] } => {
    const [a, b] = [subject.numbers(first), subject.numbers(second)];
    const rows = rowsWith([result, a, b]).filter((row) => follows(kind, cellInterval(b, row)));
    const what = described(kind, first, second, scale);
    const problems = rows.flatMap((row) =>
      derived(kind, result, row, cellInterval(a, row), cellInterval(b, row), scale, what),
    );
    return { rows, problems };
  };
  const { rows, problems } = judge(of);
  const columns = [name, ...of];
  if (2 * problems.length <= rows.length) return { columns, problems, judged: rows.length };
  const swapped = judge([of[1], of[0]]);
  if (swapped.rows.length < rows.length || swapped.problems.length > 0)
    return { columns, problems, judged: rows.length };
  const hint = ` Every row fits ${described(kind, of[1], of[0], scale).replace(/,$/, '')}: are the two columns swapped?`;
  const hinted = problems.map((problem) => ({ ...problem, message: `${problem.message}${hint}` }));
  return { columns, problems: hinted, judged: rows.length };
}

/** What is computed, in words: a growth is from the second column to the first. */
function described(kind: keyof typeof derivations, first: string, second: string, scale: number): string {
  const times = scale === 1 ? '' : `${scale} × `;
  if (kind === 'ratio') return `${times}${first} / ${second}`;
  if (kind === 'difference') return `${first} minus ${second}`;
  return `the growth from ${second} to ${first}${inUnit(scale)}`;
}

function inUnit(scale: number): string {
  if (scale === 1) return '';
  return scale === 100 ? ', in percent,' : `, times ${scale},`;
}

function overTime(subject: Subject, name: string, of: string, scale: number): Check {
  const [result, values] = [subject.numbers(name), subject.numbers(of)];
  const before = rowBefore(subject);
  const rows = rowsWith([result, values]).filter((row) => {
    const earlier = before[row];
    return (
      earlier !== undefined && !Number.isNaN(values.values[earlier]) && follows('growth', cellInterval(values, earlier))
    );
  });
  const problems = rows.flatMap((row) => {
    const earlier = before[row]!;
    const what = `the growth of ${of} since row ${earlier + 1}${inUnit(scale)}`;
    return derived('growth', result, row, cellInterval(values, row), cellInterval(values, earlier), scale, what);
  });
  return { columns: [name, of, ...subject.dividing], problems, judged: rows.length };
}

function follows(kind: keyof typeof derivations, divisor: Interval): boolean {
  return !derivations[kind].divides || !divisor.contains(Exact.zero);
}

function derived(
  kind: keyof typeof derivations,
  result: NumberColumn,
  row: number,
  a: Interval,
  b: Interval,
  scale: number,
  what: string,
): Problem[] {
  const bounds = derivations[kind].compute(a, b, Interval.point(Exact.parse(String(scale))));
  return againstPrinted('percentage-mismatch', result, row, bounds, what);
}
