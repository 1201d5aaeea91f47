import { assertThat, type Data, dataSource, numbersOf, textsOf } from '@indexlab/core';
import { correlation } from '../correlation/correlation.js';
import { ranksOf } from '../descriptive/ranks.js';

/** A unit's rank in two periods. */
export interface RankChange {
  readonly unit: string;
  readonly from: number;
  readonly to: number;
  /** Places gained; negative when lost. */
  readonly gained: number;
}

/** How much a ranking moved. */
export interface RankMobility {
  /** One row per unit with a value in both periods, in the order of the data. */
  readonly rows: RankChange[];
  /** Spearman's and Kendall's correlation of the two periods; `null` where all values of one are equal. */
  readonly spearman: number | null;
  readonly kendall: number | null;
  /** Mean of the absolute places gained or lost, and the same over what a random ranking would give, `(n^2 - 1) / (3 n)`. */
  readonly meanAbsoluteChange: number;
  readonly relativeChange: number;
  readonly risen: number;
  readonly fallen: number;
  readonly unchanged: number;
  readonly n: number;
}

/**
 * Rank mobility between two periods: each unit's places gained, and measures of how much the ranking as a whole moved.
 *
 * The highest value has rank 1, equal values share the best of their places. Ranks are among the units that have a value in
 * both periods.
 *
 * @throws IndexlabError when a column is unknown or fewer than three units have both values
 *
 * @example
 * rankMobility({ city: ['a', 'b', 'c'], before: [9, 8, 7], after: [5, 6, 7] }, { from: 'before', to: 'after', unit: 'city' }).rows[2]
 * // => { unit: 'c', from: 3, to: 1, gained: 2 }
 */
export function rankMobility(data: Data, options: { from: string; to: string; unit?: string }): RankMobility {
  const { from, to, unit } = options;
  const source = dataSource(data);
  const [before, after] = [numbersOf(source, from), numbersOf(source, to)];
  const kept = Array.from(before.keys()).filter((row) => !Number.isNaN(before[row]) && !Number.isNaN(after[row]));
  const n = kept.length;
  assertThat(n >= 3, () => `rankMobility requires at least three units with both values, got ${n} (columns "${from}" and "${to}")`);
  const [x, y] = [before, after].map((values) => Float64Array.from(kept, (row) => values[row]!)) as [Float64Array, Float64Array];
  const [first, second] = [ranksOf(x, 'min', -1), ranksOf(y, 'min', -1)];
  const units = unit === undefined ? null : textsOf(source, unit);
  const rows = kept.map((row, i) => ({
    unit: units ? (units[row] ?? '') : String(row + 1),
    from: first[i]!,
    to: second[i]!,
    gained: first[i]! - second[i]!,
  }));
  const varies = [x, y].every((values) => values.some((value) => value !== values[0]));
  const meanAbsoluteChange = rows.reduce((sum, { gained }) => sum + Math.abs(gained), 0) / n;
  return {
    rows,
    spearman: varies ? correlation(x, y, { method: 'spearman' }).estimate : null,
    kendall: varies ? correlation(x, y, { method: 'kendall' }).estimate : null,
    meanAbsoluteChange,
    relativeChange: meanAbsoluteChange / ((n * n - 1) / (3 * n)),
    risen: rows.filter(({ gained }) => gained > 0).length,
    fallen: rows.filter(({ gained }) => gained < 0).length,
    unchanged: rows.filter(({ gained }) => gained === 0).length,
    n,
  };
}
