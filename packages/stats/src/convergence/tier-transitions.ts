import { assertThat, type Data, didYouMean, requireArray, requireOptions, textsOf } from '@indexlab/core';

/** How units passed from the tiers of one edition to those of the next. */
export interface TierTransitions {
  /** The tiers, the best first. */
  readonly tiers: readonly string[];
  /** `counts[i][j]`: units of tier i before that are in tier j after; units of both editions only. */
  readonly counts: readonly (readonly number[])[];
  readonly risen: readonly string[];
  readonly fallen: readonly string[];
  readonly stayed: number;
  /** Units that only the later edition has, by tier: they rose from nowhere, and are no transition. */
  readonly entered: Readonly<Record<string, readonly string[]>>;
  /** Units that only the earlier edition has, by tier. */
  readonly left: Readonly<Record<string, readonly string[]>>;
}

/**
 * Transitions between the tiers of two editions, entrants and leavers apart: a tier that grew by entrants says nothing of the units that
 * were there before.
 *
 * @param options `unit`, `before` and `after`, columns; `tiers`, their names, the best first. A unit without a tier was not in that edition.
 * @throws IndexlabError for an unknown column, a tier that is not named, or two rows of a unit
 *
 * @example
 * const data = { city: ['a', 'b', 'c'], first: ['1', '2', null], last: ['1', '1', '2'] };
 * const { counts, risen, entered } = tierTransitions(data, { unit: 'city', before: 'first', after: 'last', tiers: ['1', '2'] });
 * [counts, risen, entered['2']] // => [[[1, 0], [1, 0]], ['b'], ['c']]
 */
export function tierTransitions(
  data: Data,
  options: {
    readonly unit: string;
    readonly before: string;
    readonly after: string;
    readonly tiers: readonly string[];
  },
): TierTransitions {
  const caller = 'tierTransitions';
  requireOptions(options, caller, { unit: 'a text', before: 'a text', after: 'a text', tiers: 'an array of texts' }, [
    'unit',
    'before',
    'after',
    'tiers',
  ]);
  requireArray(options.tiers, caller, 'tiers');
  const tiers = Array.from(options.tiers, String);
  const units = textsOf(data, options.unit).map((name) => name ?? '');
  const twice = units.find((name, row) => units.indexOf(name) !== row);
  assertThat(twice === undefined, () => `${caller} requires one row per unit, got two for ${twice}`);
  const placesOf = (column: string): (number | null)[] =>
    textsOf(data, column).map((tier, row) => {
      if (tier === null || tier === '') return null;
      const place = tiers.indexOf(tier);
      assertThat(
        place >= 0,
        () => `${caller} requires tiers that are named, got ${tier} (${units[row]}, column "${column}")`,
        () => didYouMean(tier, tiers, 'tiers'),
      );
      return place;
    });
  const [before, after] = [placesOf(options.before), placesOf(options.after)];
  const counts = tiers.map(() => tiers.map(() => 0));
  const [risen, fallen]: [string[], string[]] = [[], []];
  const empty = (): Record<string, string[]> => Object.fromEntries(tiers.map((tier) => [tier, []]));
  const [entered, left] = [empty(), empty()];
  units.forEach((unit, row) => {
    const [from, to] = [before[row]!, after[row]!];
    if (from === null && to === null) return;
    if (from === null) entered[tiers[to]!]!.push(unit);
    else if (to === null) left[tiers[from]!]!.push(unit);
    else {
      counts[from]![to]! += 1;
      if (to < from) risen.push(unit);
      if (to > from) fallen.push(unit);
    }
  });
  return { tiers, counts, risen, fallen, stayed: counts.reduce((sum, row, at) => sum + row[at]!, 0), entered, left };
}
