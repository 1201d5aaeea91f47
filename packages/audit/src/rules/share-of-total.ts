import { cellInterval, Exact, Interval, type NumberColumn } from '@indexlab/core';
import { againstPrinted } from '../against-printed.js';
import { asWarning, type Problem, tableProblem } from '../problem.js';
import { rowsWith } from '../rows-with.js';
import type { Rule } from '../rule.js';
import { sumOf } from './sum-mismatch.js';

/** The whole is not printed: it is the one that fits the most rows, in each group. */
export const shareOfTotal: Rule = {
  name: 'share-mismatch',
  finds: 'a share, in percent, of a whole that is not printed, which does not fit the whole behind the other shares',
  roles: ['share of total'],
  check: (subject) =>
    subject.having('share of total').map(({ column, role: { of, selection } }) => ({
      columns: [column, of, ...subject.dividing],
      problems: subject.groups.flatMap((rows) =>
        mismatches(subject.numbers(column), subject.numbers(of), rows, selection ?? false),
      ),
      judged: subject.groups.filter((rows) => {
        const [shares, values] = [subject.numbers(column), subject.numbers(of)];
        return wholeBehind(shares, values, rowsWith([shares, values], rows)) !== undefined;
      }).length,
    })),
};

function mismatches(
  shares: NumberColumn,
  values: NumberColumn,
  group: readonly number[],
  selection: boolean,
): Problem[] {
  const rows = rowsWith([shares, values], group);
  const whole = wholeBehind(shares, values, rows);
  if (whole === undefined) return [];
  const scale = Interval.point(Exact.parse('100')).over(Interval.point(whole));
  const shown = Number(whole.toNumber().toPrecision(6));
  const wrong = rows.flatMap((row) =>
    againstPrinted(
      'share-mismatch',
      shares,
      row,
      cellInterval(values, row).times(scale),
      `the share of ${values.name} in ${shown}`,
    ),
  );
  const most = sumOf(rows.map((row) => cellInterval(values, row))).upper!;
  if (selection || most.compare(whole) >= 0) return wrong;
  const left = (100 * (1 - most.toNumber() / whole.toNumber())).toPrecision(2);
  const message = `The shares are of ${shown}, of which ${left}% at least stands in no row.`;
  return [...wrong, asWarning(tableProblem('shares-residual', shares.name, message))];
}

/** The middle of the wholes that the most rows allow; `undefined` for fewer than three rows with a share. */
export function wholeBehind(shares: NumberColumn, values: NumberColumn, rows: readonly number[]): Exact | undefined {
  const ends = rows.flatMap((row): [at: number, step: number][] => {
    const [share, value] = [cellInterval(shares, row), cellInterval(values, row)];
    if (share.lower!.sign() <= 0 || value.lower!.sign() <= 0) return [];
    return [
      [(100 * value.lower!.toNumber()) / share.upper!.toNumber(), 1],
      [(100 * value.upper!.toNumber()) / share.lower!.toNumber(), -1],
    ];
  });
  if (ends.length < 6) return undefined;
  ends.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  let [open, best, whole] = [0, 0, 0];
  ends.forEach(([at, step], index) => {
    open += step;
    if (open > best) [best, whole] = [open, (at + ends[index + 1]![0]) / 2];
  });
  return Exact.parse(String(whole));
}
