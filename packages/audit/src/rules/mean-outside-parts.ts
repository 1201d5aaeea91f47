import { cellInterval, Interval, type NumberColumn } from '@indexlab/core';
import { againstPrinted } from '../against-printed.js';
import type { Problem } from '../problem.js';
import { rowsWith } from '../rows-with.js';
import type { Rule } from '../rule.js';

/** The growth of a whole is such a mean of the growth of its parts, with their shares before as weights. */
export const meanOutsideParts: Rule = {
  name: 'mean-outside-parts',
  finds: 'a mean, in a row, that lies outside the range of what it is a mean of',
  roles: ['row mean'],
  check: (subject) =>
    subject.having('row mean').map(({ column, role: { unit } }) => ({
      columns: [column],
      problems: subject.groups.flatMap((rows) =>
        outside(
          subject.numbers(column),
          rows,
          rows.find((row) => subject.units[row] === unit),
        ),
      ),
    })),
};

function outside(column: NumberColumn, group: readonly number[], whole: number | undefined): Problem[] {
  const rows = rowsWith(column, group);
  const [first, ...others] = rows.filter((row) => row !== whole).flatMap((row) => cellInterval(column, row).ends());
  if (whole === undefined || !rows.includes(whole) || first === undefined) return [];
  return againstPrinted('mean-outside-parts', column, whole, Interval.hull(first, ...others), 'the range of its parts');
}
