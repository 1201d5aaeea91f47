import { assertThat, type Data, numbersOf, requireArray, requireOptions } from '@indexlab/core';
import { completeRows } from '../descriptive/values.js';
import { standardDeviation } from '../descriptive/variance.js';
import { type CorrelationDifference, independentCorrelations } from './compare-correlations.js';
import { type Correlation, correlation, type CorrelationMethod } from './correlation.js';
import { correctRangeRestriction } from './range-restriction.js';

/** What {@link bandedCorrelation} relates, and in which bands. */
export interface BandedCorrelationOptions {
  readonly x: string;
  readonly y: string;
  /** The column that bands are of, such as ranks; x by default. */
  readonly by?: string;
  /** The least and the largest of each band, both included. */
  readonly bands: readonly (readonly [from: number, to: number])[];
  readonly method?: Exclude<CorrelationMethod, 'kendall'>;
  readonly level?: number;
}

/** The correlation in one band. */
export interface CorrelationBand extends Omit<Correlation, 'method'> {
  readonly from: number;
  readonly to: number;
  /** The standard deviation of x in the band over that of all rows: below 1 the range is restricted. */
  readonly spread: number;
  /** What the band's correlation would be at the spread of all rows, see {@link correctRangeRestriction}. */
  readonly corrected: number;
}

/** Correlations by band. */
export interface BandedCorrelation {
  readonly whole: Correlation;
  readonly bands: readonly CorrelationBand[];
  /** Each band against the next, where they have no row in common. */
  readonly differences: readonly (CorrelationDifference & { readonly bands: readonly [string, string] })[];
}

/**
 * Correlations within bands of units, such as ranks 1 to 100 and 101 to 200, beside that of all, with a test of the difference of
 * neighbouring bands and what the narrow range alone explains.
 *
 * A correlation that falls or changes its sign from band to band may only say that bands are narrow: look at `corrected` and at the test of
 * the difference before reading anything into it. Rows with a missing value are left out.
 *
 * @throws IndexlabError for an unknown column, no band, or a band with fewer than four rows or a constant column
 *
 * @example
 * const data = { rank: [1, 2, 3, 4, 5, 6, 7, 8], x: [9, 8, 7, 6, 4, 3, 2, 1], y: [8, 9, 6, 7, 1, 2, 3, 4] };
 * bandedCorrelation(data, { x: 'x', y: 'y', by: 'rank', bands: [[1, 4], [5, 8]] }).bands.map(({ estimate }) => estimate.toFixed(2))
 * // => ['0.60', '-1.00']
 */
export function bandedCorrelation(data: Data, options: BandedCorrelationOptions): BandedCorrelation {
  const caller = 'bandedCorrelation';
  requireOptions(
    options,
    caller,
    { x: 'a text', y: 'a text', by: 'a text', bands: 'an array', method: ['pearson', 'spearman'], level: 'a number' },
    ['x', 'y', 'bands'],
  );
  const { x, y, by = x, bands, method = 'pearson', level = 0.95 } = options;
  requireArray(bands, caller, 'bands');
  assertThat(bands.length > 0, () => `${caller} requires at least one band, got none`);
  const [a, b, at] = completeRows(
    [x, y, by].map((name) => numbersOf(data, name, caller)),
    caller,
    4,
    [x, y, by],
  ) as [Float64Array, Float64Array, Float64Array];
  const spreadOfAll = standardDeviation(a);
  const rows = Array.from(bands, (band): CorrelationBand => {
    requireArray(band, caller, 'band');
    const [from, to] = band;
    const inside = (_: number, row: number): boolean => at[row]! >= from && at[row]! <= to;
    const [own, other] = [a.filter(inside), b.filter(inside)];
    assertThat(
      own.length >= 4,
      () => `${caller} requires bands of at least four rows, got ${own.length} (${from} to ${to})`,
    );
    const { method: _method, ...found } = correlation(own, other, { method, level });
    const spread = standardDeviation(own) / spreadOfAll;
    return { from, to, ...found, spread, corrected: correctRangeRestriction(found.estimate, spread, 1) };
  });
  return {
    whole: correlation(a, b, { method, level }),
    bands: rows,
    differences: rows.slice(1).flatMap((band, place) => {
      const before = rows[place]!;
      const apart = before.to < band.from || band.to < before.from;
      const exact = Math.abs(before.estimate) === 1 || Math.abs(band.estimate) === 1;
      if (!apart || exact) return [];
      const test = independentCorrelations({ r: before.estimate, n: before.n }, { r: band.estimate, n: band.n });
      return [{ ...test, bands: [`${before.from} to ${before.to}`, `${band.from} to ${band.to}`] as const }];
    }),
  };
}
