import { cellInterval, Exact, Interval, type NumberColumn } from '@indexlab/core';
import { againstPrinted } from './against-printed.js';
import { type AuditProblem, rowsWith } from './audit-problem.js';

const hundred = Interval.point(Exact.parse('100'));

/** How a cell follows from two cells beside it. */
export const derivations = {
  share: { compute: (part: Interval, whole: Interval) => hundred.times(part.over(whole)), divides: true, sign: '/' },
  growth: {
    compute: (after: Interval, before: Interval) => hundred.times(after.over(before)).minus(hundred),
    divides: true,
    sign: 'against',
  },
  ratio: {
    compute: (numerator: Interval, denominator: Interval) => numerator.over(denominator),
    divides: true,
    sign: '/',
  },
  difference: { compute: (after: Interval, before: Interval) => after.minus(before), divides: false, sign: '-' },
} as const;

/**
 * `percentage-mismatch`: a percentage, a ratio or a difference that does not follow from the two numbers beside it.
 * Where the second may be zero nothing follows.
 */
export function derivedCells(
  kind: keyof typeof derivations,
  result: NumberColumn,
  first: NumberColumn,
  second: NumberColumn,
): AuditProblem[] {
  const { compute, divides, sign } = derivations[kind];
  return rowsWith(result).flatMap((row) => {
    if (Number.isNaN(first.values[row]) || Number.isNaN(second.values[row])) return [];
    const [a, b] = [cellInterval(first, row), cellInterval(second, row)];
    if (divides && b.contains(Exact.zero)) return [];
    return againstPrinted('percentage-mismatch', result, row, compute(a, b), `${first.name} ${sign} ${second.name}`);
  });
}
