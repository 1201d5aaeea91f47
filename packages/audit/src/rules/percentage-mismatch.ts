import { cellInterval, Exact, Interval, type NumberColumn } from '@indexlab/core';
import { againstPrinted } from '../against-printed.js';
import type { Problem } from '../problem.js';
import { rowBefore } from '../row-before.js';
import { rowsWith } from '../rows-with.js';
import type { Check, Rule } from '../rule.js';
import type { Subject } from '../subject.js';

/** How a cell follows from two others. Where the divisor may be zero nothing follows. */
const derivations = {
  ratio: { compute: (a: Interval, b: Interval, scale: Interval) => scale.times(a.over(b)), divides: true, sign: '/' },
  growth: {
    compute: (after: Interval, before: Interval, scale: Interval) => scale.times(after.over(before)).minus(scale),
    divides: true,
    sign: 'against',
  },
  difference: { compute: (after: Interval, before: Interval) => after.minus(before), divides: false, sign: '-' },
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
  const [result, first, second] = [subject.numbers(name), subject.numbers(of[0]), subject.numbers(of[1])];
  const what = `${scale === 1 ? '' : `${scale} × `}${of[0]} ${derivations[kind].sign} ${of[1]}`;
  const rows = rowsWith([result, first, second]).filter((row) => follows(kind, cellInterval(second, row)));
  const problems = rows.flatMap((row) =>
    derived(kind, result, row, cellInterval(first, row), cellInterval(second, row), scale, what),
  );
  return { columns: [name, ...of], problems, judged: rows.length };
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
    const what = `the growth of ${of} since row ${earlier + 1}`;
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
