import { assertThat, requireArray, requireObject } from '@indexlab/core';
import { type RankInterval, rankIntervals } from './rank-intervals.js';

type Values = Parameters<typeof rankIntervals>[0];

/** Where a unit stands in two lists, re-ranked among the units of both. */
export interface ListStanding {
  readonly unit: string;
  readonly first: RankInterval;
  readonly second: RankInterval;
  /** Places by which it stands higher in the second list, whatever the digits: 0 where the ranks overlap, below 0 where it stands lower. */
  readonly difference: number;
}

/** Two lists side by side. */
export interface Standings {
  /** The largest difference first. */
  readonly rows: readonly ListStanding[];
  readonly higher: number;
  readonly lower: number;
  /** Units whose ranks overlap: the digits do not tell. */
  readonly open: number;
  readonly onlyFirst: readonly string[];
  readonly onlySecond: readonly string[];
}

/**
 * Who stands differently in two lists: the units of both are ranked anew among themselves, each by the interval of its printed digits, so that
 * neither entrants nor rounding make a difference.
 *
 * The lists may measure different things, or a size and a score: that a unit stands higher in the one than in the other is no move. A
 * move, or convergence, needs one construct and one base.
 *
 * @param first a unit and the interval of its value each
 * @param second likewise
 * @throws IndexlabError as {@link rankIntervals}, or when no unit is in both
 *
 * @example
 * const list = (...tokens) => tokens.map((token, at) => ({ unit: 'abcd'[at], value: roundedInterval(token) }));
 * compareStandings(list('9.0', '8.0', '7.0'), list('5.0', '6.0', '6.0', '1.0')).rows.map(({ unit, difference }) => [unit, difference])
 * // => [['c', 1], ['b', 0], ['a', -2]]
 */
export function compareStandings(first: Values, second: Values): Standings {
  const caller = 'compareStandings';
  requireArray(first, caller, 'first');
  requireArray(second, caller, 'second');
  const names = [first, second].map((values) => {
    for (const row of Array.from(values)) requireObject(row, caller, 'value', ['unit', 'value']);
    return new Set(Array.from(values, ({ unit }) => unit));
  }) as [Set<string>, Set<string>];
  const common = (values: Values): Values => values.filter(({ unit }) => names.every((one) => one.has(unit)));
  assertThat(common(first).length > 0, () => `${caller} requires lists with a unit in common, got none`);
  const later = new Map(rankIntervals(common(second)).map((row) => [row.unit, row]));
  const rows = rankIntervals(common(first)).map((own): ListStanding => {
    const other = later.get(own.unit)!;
    const difference =
      other.worst < own.best ? own.best - other.worst : other.best > own.worst ? own.worst - other.best : 0;
    return { unit: own.unit, first: own, second: other, difference };
  });
  return {
    rows: rows.sort((a, b) => b.difference - a.difference),
    higher: rows.filter(({ difference }) => difference > 0).length,
    lower: rows.filter(({ difference }) => difference < 0).length,
    open: rows.filter(({ difference }) => difference === 0).length,
    onlyFirst: [...names[0]].filter((unit) => !names[1].has(unit)),
    onlySecond: [...names[1]].filter((unit) => !names[0].has(unit)),
  };
}
