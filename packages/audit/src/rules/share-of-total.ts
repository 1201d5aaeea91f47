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
  const range = Interval.hull(Exact.parse(String(whole.lower)), Exact.parse(String(whole.upper)));
  const scale = Interval.point(Exact.parse('100')).over(range);
  const from = `It is printed nowhere; it is estimated ${shownRange(whole)} from ${shownRows(whole.agreeing, rows)}.`;
  const wrong = rows
    .filter((row) => !whole.fits.has(row))
    .flatMap((row) => {
      const bounds = cellInterval(values, row).times(scale);
      const found = againstPrinted('share-mismatch', shares, row, bounds, `100 × ${values.name} over the whole`);
      return found.map((problem) => ({ ...problem, message: `${problem.message} ${from.replace('It', 'The whole')}` }));
    });
  const most = sumOf(rows.map((row) => cellInterval(values, row))).upper!;
  if (selection || most.compare(range.lower!) >= 0) return wrong;
  const left = (100 * (1 - most.toNumber() / whole.lower)).toPrecision(2);
  const message = `The shares are of a whole of which ${left}% at least stands in no row. ${from}`;
  return [...wrong, asWarning(tableProblem('shares-residual', shares.name, message))];
}

/** A whole that is not printed: between which numbers it lies, when the rows that agree on it are right. */
interface EstimatedWhole {
  readonly lower: number;
  readonly upper: number;
  readonly agreeing: readonly number[];
  /** The rows that are right, whichever of the wholes that as many rows allow is the true one. */
  readonly fits: ReadonlySet<number>;
}

/**
 * The wholes that the most rows allow together; the widest interval of them where several allow as many, for a wrong row
 * meets right ones at a single number by chance. `undefined` for fewer than three rows with a share.
 */
export function wholeBehind(
  shares: NumberColumn,
  values: NumberColumn,
  rows: readonly number[],
): EstimatedWhole | undefined {
  const spans = rows.flatMap((row) => {
    const [share, value] = [cellInterval(shares, row), cellInterval(values, row)];
    if (share.lower!.sign() <= 0 || value.lower!.sign() <= 0) return [];
    const lower = (100 * value.lower!.toNumber()) / share.upper!.toNumber();
    return [{ row, lower, upper: (100 * value.upper!.toNumber()) / share.lower!.toNumber() }];
  });
  if (spans.length < 3) return undefined;
  const ends = spans.flatMap(({ lower, upper }): [at: number, step: number][] => [
    [lower, 1],
    [upper, -1],
  ]);
  ends.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  let [open, most] = [0, 0];
  let ranges: { lower: number; upper: number }[] = [];
  ends.forEach(([lower, step], index) => {
    open += step;
    if (step < 0 || open < most) return;
    if (open > most) [most, ranges] = [open, []];
    ranges.push({ lower, upper: ends[index + 1]![0] });
  });
  const width = ({ lower, upper }: { lower: number; upper: number }): number => upper - lower;
  const widest = ranges.reduce((best, range) => (width(range) > width(best) ? range : best));
  const within = (range: { lower: number; upper: number }): number[] =>
    spans.filter(({ lower, upper }) => meet(lower, range.upper) && meet(range.lower, upper)).map(({ row }) => row);
  const likely = ranges.filter((range) => 2 * width(range) >= width(widest));
  return { ...widest, agreeing: within(widest), fits: new Set(likely.flatMap(within)) };
}

/** Not above, but for the last bits of a double. */
function meet(lower: number, upper: number): boolean {
  return lower <= upper * (1 + 1e-12);
}

function shownRange({ lower, upper }: EstimatedWhole): string {
  const shown = (value: number): string => String(Number(value.toPrecision(6)));
  if (shown(lower) === shown(upper)) return `as ${shown(lower)}`;
  return `between ${shown(lower)} and ${shown(upper)}, such as ${shown(roundest(lower, upper))},`;
}

/** The number with the fewest digits between two positive ones. */
function roundest(lower: number, upper: number): number {
  for (let power = Math.ceil(Math.log10(upper)); power > -300; power -= 1) {
    const count = power < 0 ? Math.ceil(lower * 10 ** -power) : Math.ceil(lower / 10 ** power);
    const value = power < 0 ? count / 10 ** -power : count * 10 ** power;
    if (value >= lower && value <= upper) return value;
  }
  return lower;
}

function shownRows(agreeing: readonly number[], rows: readonly number[]): string {
  const numbers = agreeing.slice(0, 8).map((row) => row + 1);
  const listed = `${numbers.join(', ')}${agreeing.length > numbers.length ? ', …' : ''}`;
  return `the ${agreeing.length} of ${rows.length} rows that agree with each other (rows ${listed})`;
}
