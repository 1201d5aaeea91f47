import { assertThat, type Data, numbersOf, requireArray, requireObject, requireOptions, textsOf } from '@indexlab/core';

/** How {@link scoredCounts} scores. */
export interface ScoredCountsOptions {
  readonly unit: string;
  /** The columns of items: 0 or 1 for a test that is failed or passed, or a count. */
  readonly items: readonly string[];
  /** Points per item; 1 for those that are not named. */
  readonly points?: Readonly<Record<string, number>>;
  /** The least points for each star, ascending: `[5, 9, 13, 17]` gives one star below 5 and five from 17 on. */
  readonly stars?: readonly number[];
}

/** The score of one unit. */
export interface ScoredCount {
  readonly unit: string;
  readonly score: number;
  /** The most that the items could give where each is passed or failed; `null` where an item is a count. */
  readonly most: number | null;
  readonly stars: number | null;
}

/**
 * Scored counts: points of the items that each unit has, and stars by cut-offs. Stars out of 21 tests, richness over 21 services, or queries
 * once and transactions three times are all of this kind.
 *
 * Cut-offs that a report does not print are the user's; between two scores with the same stars nothing can be told. A missing item
 * has no points made up for it: the unit has no score (`NaN`).
 *
 * @throws IndexlabError for an unknown column, an item below zero, points of no item, or cut-offs that do not ascend
 *
 * @example
 * const data = { city: ['a', 'b'], queries: [4, 2], transactions: [1, 5] };
 * scoredCounts(data, { unit: 'city', items: ['queries', 'transactions'], points: { transactions: 3 } }).map(({ score }) => score)
 * // => [7, 17]
 * @example
 * scoredCounts({ city: ['a'], fast: [1], safe: [1], free: [0] }, { unit: 'city', items: ['fast', 'safe', 'free'], stars: [1, 2, 3] })
 * // => [{ unit: 'a', score: 2, most: 3, stars: 3 }]
 */
export function scoredCounts(data: Data, options: ScoredCountsOptions): ScoredCount[] {
  const caller = 'scoredCounts';
  requireOptions(
    options,
    caller,
    { unit: 'a text', items: 'an array of texts', points: 'an object', stars: 'an array' },
    ['unit', 'items'],
  );
  const { items, points = {}, stars } = options;
  requireArray(items, caller, 'items');
  assertThat(items.length > 0, () => `${caller} requires at least one item, got none`);
  requireObject(points, caller, 'points');
  const idle = Object.keys(points).find((name) => !items.includes(name));
  assertThat(idle === undefined, () => `${caller} requires points of its items, got some of "${idle}"`);
  if (stars !== undefined) {
    requireArray(stars, caller, 'stars');
    assertThat(
      stars.every((cut, at) => Number.isFinite(cut) && (at === 0 || cut > stars[at - 1]!)),
      () => `${caller} requires cut-offs of stars that ascend, got ${stars.join(', ')}`,
    );
  }
  const columns = Array.from(items, (name) => {
    const values = numbersOf(data, name, caller);
    const negative = Array.from(values).find((value) => value < 0);
    assertThat(negative === undefined, () => `${caller} requires items of zero or more, got ${negative} (${name})`);
    return { values, each: points[name] ?? 1 };
  });
  const tests = columns.every(({ values }) => Array.from(values).every((value) => !(value > 1)));
  const most = tests ? columns.reduce((sum, { each }) => sum + each, 0) : null;
  return textsOf(data, options.unit).map((unit, row) => {
    const score = columns.reduce((sum, { values, each }) => sum + each * values[row]!, 0);
    const own = stars === undefined || Number.isNaN(score) ? null : 1 + stars.filter((cut) => score >= cut).length;
    return { unit: unit ?? '', score, most, stars: own };
  });
}
