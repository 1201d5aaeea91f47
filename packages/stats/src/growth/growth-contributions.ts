import { assertThat, type Data, dataSource, numbersOf, textsOf } from '@indexlab/core';

/** A part's role in the growth of the whole. */
export interface GrowthContribution {
  readonly part: string;
  readonly before: number;
  readonly after: number;
  readonly change: number;
  /** `change / before`; `null` for a part that was zero. */
  readonly growth: number | null;
  /** The part's share in the whole before and after. */
  readonly shareBefore: number;
  readonly shareAfter: number;
  /** Its contribution to the growth rate of the whole, `change / whole before`: contributions add up to it. */
  readonly contribution: number;
  /** Its share in the growth, `change / change of the whole`: above one or negative when parts move apart; `null` without a change. */
  readonly shareOfGrowth: number | null;
}

/** The growth of a whole and of its parts. */
export interface GrowthContributions {
  readonly before: number;
  readonly after: number;
  readonly growth: number;
  readonly parts: GrowthContribution[];
  readonly warnings: string[];
}

/**
 * What each part contributes to the growth of the whole, the sum of the parts. Parts with a missing value in either period
 * are left out, with a warning.
 *
 * @param options.part the column that names the parts; the row's number from 1 without it
 * @throws IndexlabError when a column is unknown, no part is complete, or the whole before is not above zero
 *
 * @example
 * growthContributions({ before: [80, 20], after: [88, 32] }, { before: 'before', after: 'after' }).parts.map((row) => row.shareOfGrowth)
 * // => [8 / 20, 12 / 20]
 */
export function growthContributions(data: Data, options: { before: string; after: string; part?: string }): GrowthContributions {
  const source = dataSource(data);
  const [x, y] = [numbersOf(source, options.before), numbersOf(source, options.after)];
  const names = options.part === undefined ? null : textsOf(source, options.part);
  const rows = Array.from(x.keys()).filter((row) => Number.isFinite(x[row]) && Number.isFinite(y[row]));
  assertThat(rows.length > 0, 'growthContributions requires a part with both values, got none');
  const before = rows.reduce((sum, row) => sum + x[row]!, 0);
  const change = rows.reduce((sum, row) => sum + (y[row]! - x[row]!), 0);
  assertThat(before > 0, () => `growthContributions requires a whole above zero before, got ${before} (column "${options.before}")`);
  const after = rows.reduce((sum, row) => sum + y[row]!, 0);
  return {
    before,
    after,
    growth: change / before,
    parts: rows.map((row) => {
      const own = y[row]! - x[row]!;
      return {
        part: names ? (names[row] ?? '') : String(row + 1),
        before: x[row]!,
        after: y[row]!,
        change: own,
        growth: x[row] === 0 ? null : own / x[row]!,
        shareBefore: x[row]! / before,
        shareAfter: y[row]! / after,
        contribution: own / before,
        shareOfGrowth: change === 0 ? null : own / change,
      };
    }),
    warnings: [
      ...(rows.length < x.length ? [`${x.length - rows.length} of ${x.length} parts were left out: a value is missing.`] : []),
      ...(change === 0 ? ['The whole did not change: parts have no share in its growth.'] : []),
    ],
  };
}
