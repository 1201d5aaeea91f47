import { assertThat, type Data, numbersOf, requireArray, requireObject, requireOptions, textsOf } from '@indexlab/core';

/** What makes a unit a leapfrogging one. */
export interface LeapfrogsOptions {
  readonly unit: string;
  /** Columns of ranks, 1 the best, in which it is ahead. */
  readonly ahead: readonly string[];
  /** Columns of ranks in which it is behind, such as GDP or a traditional industry. */
  readonly behind: readonly string[];
  /** How many places; a unit is ahead by more than this, or by this where `atLeast` says so. */
  readonly by: number;
  readonly atLeast?: boolean;
  /** Weights of the columns ahead: their weighted mean rank is compared, in place of each of them. */
  readonly weights?: Readonly<Record<string, number>>;
}

/** A unit that is ahead. */
export interface Leapfrog {
  readonly unit: string;
  /** The smallest lead over all that is compared. */
  readonly lead: number;
  readonly ahead: number | Readonly<Record<string, number>>;
  readonly behind: Readonly<Record<string, number>>;
}

/**
 * Leapfrogging units (黑马): those that rank so many places better in some columns than in others, the largest lead first. One function
 * for the definitions in use: three sub-indices each ahead of the base, a weighted mean of ranks ahead of GDP, one sub-index ahead of all
 * others, or a new industry ahead of the old one.
 *
 * Ranks are of one list of units: places in lists of different length do not compare. A unit low in `behind` has more room to lead than one
 * that is high, so that such lists favour small units. Units without one of the ranks are left out.
 *
 * @throws IndexlabError for an unknown column, no column on a side, a rank below 1, or weights that are not of the columns ahead
 *
 * @example
 * const data = { city: ['a', 'b', 'c'], smart: [1, 2, 3], gdp: [90, 80, 3], base: [40, 110, 1] };
 * leapfrogs(data, { unit: 'city', ahead: ['smart'], behind: ['gdp', 'base'], by: 50 }).map(({ unit, lead }) => [unit, lead])
 * // => [['b', 78]]
 */
export function leapfrogs(data: Data, options: LeapfrogsOptions): Leapfrog[] {
  const caller = 'leapfrogs';
  requireOptions(
    options,
    caller,
    {
      unit: 'a text',
      ahead: 'an array of texts',
      behind: 'an array of texts',
      by: 'a number',
      atLeast: 'true or false',
      weights: 'an object',
    },
    ['unit', 'ahead', 'behind', 'by'],
  );
  const { by, atLeast = false, weights } = options;
  assertThat(
    typeof by === 'number' && Number.isFinite(by),
    () => `${caller} requires a number of places, got ${String(by)}`,
  );
  const ranksOf = (columns: readonly string[], side: string): [string, ArrayLike<number>][] => {
    requireArray(columns, caller, side);
    assertThat(columns.length > 0, () => `${caller} requires at least one column, got none (${side})`);
    return Array.from(columns, (name) => {
      const ranks = numbersOf(data, name, caller);
      const wrong = Array.from(ranks).find((rank) => rank < 1);
      assertThat(wrong === undefined, () => `${caller} requires ranks from 1 on, got ${wrong} (${name})`);
      return [name, ranks];
    });
  };
  const [ahead, behind] = [ranksOf(options.ahead, 'ahead'), ranksOf(options.behind, 'behind')];
  if (weights !== undefined) {
    requireObject(weights, caller, 'weights');
    const odd = Object.keys(weights).find((name) => !options.ahead.includes(name));
    const missing = options.ahead.find((name) => !(weights[name]! >= 0));
    assertThat(
      odd === undefined && missing === undefined,
      () =>
        `${caller} requires a weight of zero or more for each column ahead and for no other, got ${odd ?? `none for ${missing}`}`,
    );
  }
  const total = weights && Object.values(weights).reduce((sum, weight) => sum + weight, 0);
  assertThat(total === undefined || total > 0, () => `${caller} requires weights with a positive sum, got ${total}`);
  const rows = textsOf(data, options.unit).flatMap((unit, row): Leapfrog[] => {
    const at = (columns: readonly [string, ArrayLike<number>][]): Record<string, number> =>
      Object.fromEntries(columns.map(([name, ranks]) => [name, ranks[row]!]));
    const [own, others] = [at(ahead), at(behind)];
    if (unit === null || [...Object.values(own), ...Object.values(others)].some(Number.isNaN)) return [];
    const mean =
      weights && Object.entries(own).reduce((sum, [name, rank]) => sum + (weights[name]! / total!) * rank, 0);
    const worst = mean ?? Math.max(...Object.values(own));
    const lead = Math.min(...Object.values(others)) - worst;
    return lead > by || (atLeast && lead === by) ? [{ unit, lead, ahead: mean ?? own, behind: others }] : [];
  });
  return rows.sort((a, b) => b.lead - a.lead);
}
