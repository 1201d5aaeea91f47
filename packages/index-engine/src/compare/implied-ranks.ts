import { assertThat, listNames, requireArray, requireObject } from '@indexlab/core';

/** The ranking before that a ranking and its printed changes imply. */
export interface ImpliedRanks {
  readonly before: readonly { readonly unit: string; readonly rank: number }[];
  /** Ranks from 1 to the length of the list that nobody of it had: their holders dropped out. */
  readonly vacant: readonly number[];
  /** Units that come from beyond the end of the list. */
  readonly entered: readonly string[];
  /** Ranks that two units would have had: the printed changes cannot all be right, but for ties. */
  readonly repeated: readonly { readonly rank: number; readonly units: readonly string[] }[];
  /** Units that would have had a rank below 1. */
  readonly impossible: readonly string[];
}

/**
 * What rank changes printed beside a list say of the list before: each `rank + change`, the changes being places won. A list of ten that
 * lost a unit has a vacant rank and an entrant from beyond ten; as many of the one as of the other, or a change is wrong.
 *
 * @param list a unit, its rank now and the places it won, each
 * @throws IndexlabError when a rank or a change is no whole number, or a unit occurs twice
 *
 * @example
 * const list = [{ unit: 'a', rank: 1, change: 1 }, { unit: 'b', rank: 2, change: -1 }, { unit: 'c', rank: 3, change: 4 }];
 * const { vacant, entered } = impliedRanks(list);
 * [vacant, entered] // => [[3], ['c']]
 */
export function impliedRanks(
  list: readonly { readonly unit: string; readonly rank: number; readonly change: number }[],
): ImpliedRanks {
  const caller = 'impliedRanks';
  requireArray(list, caller, 'list');
  const before = Array.from(list, (row, at) => {
    requireObject(row, caller, `row ${at + 1}`, ['unit', 'rank', 'change']);
    for (const number of [row.rank, row.change])
      assertThat(
        Number.isInteger(number),
        () => `${caller} requires whole ranks and changes, got ${String(number)} (${row.unit})`,
      );
    return { unit: row.unit, rank: row.rank + row.change };
  });
  const twice = before.map(({ unit }) => unit).filter((unit, at, all) => all.indexOf(unit) !== at);
  assertThat(twice.length === 0, () => `${caller} requires each unit once, got ${listNames(twice)} more than once`);
  const n = before.length;
  const byRank = new Map<number, string[]>();
  for (const { unit, rank } of before) byRank.set(rank, [...(byRank.get(rank) ?? []), unit]);
  return {
    before: [...before].sort((a, b) => a.rank - b.rank),
    vacant: Array.from({ length: n }, (_, at) => at + 1).filter((rank) => !byRank.has(rank)),
    entered: before.filter(({ rank }) => rank > n).map(({ unit }) => unit),
    repeated: [...byRank].filter(([, units]) => units.length > 1).map(([rank, units]) => ({ rank, units })),
    impossible: before.filter(({ rank }) => rank < 1).map(({ unit }) => unit),
  };
}
