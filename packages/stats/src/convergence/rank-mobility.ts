import { assertThat, type Data, numbersOf, requireOptions, textsOf } from '@indexlab/core';
import { footrule } from '../concordance/footrule.js';
import { correlation } from '../correlation/correlation.js';
import { ranksOf } from '../descriptive/ranks.js';
import { presentValues } from '../descriptive/values.js';
import { missingNote } from './trajectories.js';

/** How {@link rankMobility} goes about it. */
export interface RankMobilityOptions {
  readonly unit: string;
  /** The columns of scores, or of ranks, at the two times. */
  readonly before: string;
  readonly after: string;
  /** `descending`: the largest score has rank 1 (the default); `ascending`: the smallest, as where columns hold ranks. */
  readonly order?: 'ascending' | 'descending';
}

/** A unit's two ranks. */
export interface RankMove {
  readonly unit: string;
  readonly before: number;
  readonly after: number;
  /** Places risen; negative for places fallen. */
  readonly change: number;
}

/** How much a ranking has changed. */
export interface RankMobility {
  /** In the order of the data. */
  readonly rows: readonly RankMove[];
  /** Units ranked at both times. */
  readonly n: number;
  readonly risen: number;
  readonly fallen: number;
  readonly unchanged: number;
  /** The mean of the absolute changes: Spearman's footrule over n. */
  readonly meanAbsoluteChange: number;
  /** The footrule over its maximum, from 0 (no change) to 1. */
  readonly normalised: number;
  readonly spearman: number;
  readonly kendall: number;
  readonly warnings: readonly string[];
}

/**
 * Who rose and who fell from one ranking to another, and how much the ranking as a whole moved.
 *
 * Units are ranked among those with a value at both times, others are left out and counted: places moved are not due to
 * newcomers. Equal values share the average of their places, so that a tie broken later is no leap.
 *
 * @throws IndexlabError when fewer than three units have both values, a unit has two rows, or values at one time are all equal
 *
 * @example
 * const data = { city: ['a', 'b', 'c', 'd'], first: [9, 8, 7, 6], last: [8, 9, 7, 6] };
 * rankMobility(data, { unit: 'city', before: 'first', after: 'last' }).rows.map(({ change }) => change) // => [-1, 1, 0, 0]
 *
 * @see R `rank(-before) - rank(-after)`
 */
export function rankMobility(data: Data, options: RankMobilityOptions): RankMobility {
  requireOptions(options, 'rankMobility', {
    unit: 'a text',
    before: 'a text',
    after: 'a text',
    order: ['ascending', 'descending'],
  });
  const { order = 'descending' } = options;
  const [names, first, last] = [
    textsOf(data, options.unit),
    numbersOf(data, options.before, 'rankMobility'),
    numbersOf(data, options.after, 'rankMobility'),
  ];
  const kept = [...names.keys()].filter(
    (row) => names[row] !== null && !Number.isNaN(first[row]) && !Number.isNaN(last[row]),
  );
  const units = kept.map((row) => names[row]!);
  const seen = new Set<string>();
  const twice = units.find((unit) => seen.size === seen.add(unit).size);
  assertThat(
    twice === undefined,
    () => `rankMobility requires one row per unit, got two for ${twice} (column "${options.unit}")`,
  );
  const [a, b] = [first, last].map((values) =>
    presentValues(
      Float64Array.from(kept, (row) => values[row]!),
      'rankMobility',
      3,
    ),
  );
  const [before, after] = [a!, b!].map((values) => ranksOf(values, 'average', order === 'descending' ? -1 : 1));
  const rows = units.map((unit, i) => ({
    unit,
    before: before![i]!,
    after: after![i]!,
    change: before![i]! - after![i]!,
  }));
  const { distance, normalised } = footrule(before!, after!);
  const risen = rows.filter(({ change }) => change > 0).length;
  const fallen = rows.filter(({ change }) => change < 0).length;
  return {
    rows,
    n: rows.length,
    risen,
    fallen,
    unchanged: rows.length - risen - fallen,
    meanAbsoluteChange: distance / rows.length,
    normalised,
    spearman: correlation(before!, after!, { method: 'spearman' }).estimate,
    kendall: correlation(before!, after!, { method: 'kendall' }).estimate,
    warnings: missingNote(names.length - kept.length),
  };
}
