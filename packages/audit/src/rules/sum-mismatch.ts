import { cellInterval, Exact, Interval, type NumberColumn } from '@indexlab/core';
import { againstPrinted } from '../against-printed.js';
import type { Problem } from '../problem.js';
import { rowsWith } from '../rows-with.js';
import type { Rule } from '../rule.js';

export const sumMismatch: Rule = {
  name: 'sum-mismatch',
  finds: 'a total, in a column or in a row, that its parts do not add up to',
  roles: ['sum', 'row total'],
  check: (subject) => [
    ...subject.having('sum').map(({ column, role: { of } }) => ({
      columns: [column, ...of],
      problems: totalsOfRows(
        subject.numbers(column),
        of.map((part) => subject.numbers(part)),
      ),
      judged: rowsWith([column, ...of].map((name) => subject.numbers(name))).length,
    })),
    ...subject.having('row total').map(({ column, role: { unit } }) => ({
      columns: [column],
      problems: subject.groups.flatMap((rows) =>
        totalRow(
          subject.numbers(column),
          rows,
          rows.find((row) => subject.units[row] === unit),
        ),
      ),
    })),
  ],
};

function totalsOfRows(total: NumberColumn, parts: readonly NumberColumn[]): Problem[] {
  const names = parts.map(({ name }) => name).join(' + ');
  return rowsWith([total, ...parts]).flatMap((row) =>
    againstPrinted('sum-mismatch', total, row, sumOf(parts.map((part) => cellInterval(part, row))), names),
  );
}

function totalRow(column: NumberColumn, group: readonly number[], total: number | undefined): Problem[] {
  const rows = rowsWith(column, group);
  if (total === undefined || !rows.includes(total)) return [];
  const parts = rows.filter((row) => row !== total).map((row) => cellInterval(column, row));
  return againstPrinted('sum-mismatch', column, total, sumOf(parts), `the sum of ${parts.length} other rows`);
}

/** The sum of intervals; zero for none. */
export function sumOf(intervals: readonly Interval[]): Interval {
  return intervals.reduce((total, interval) => total.plus(interval), Interval.point(Exact.zero));
}
