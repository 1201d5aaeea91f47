import { assertThat, listNames, requireObject } from '@indexlab/core';
import { correlation } from '@indexlab/stats/correlation';

/** Units and their ranks, such as a built index; `NaN` is no rank. */
export interface Ranking {
  readonly unitNames: readonly string[];
  readonly rank: ArrayLike<number>;
}

/** How one unit moved. */
export interface RankShift {
  readonly unit: string;
  /** Rank before, among the units of that ranking. */
  readonly before: number;
  readonly after: number;
  /** Places won: `before - after`, negative for places lost. */
  readonly shift: number;
}

/** Two rankings side by side. */
export interface RankComparison {
  /** Units that both rank, the largest gain first. */
  readonly shifts: readonly RankShift[];
  /** Units that only the second ranks. */
  readonly entered: readonly string[];
  /** Units that only the first ranks. */
  readonly left: readonly string[];
  /** Mean of the absolute shifts. */
  readonly meanShift: number;
  /** Share of the common units that keep their rank. */
  readonly unmoved: number;
  /** Kendall's tau-b of the common units; `null` for fewer than three, or where one of the rankings ties them all. */
  readonly kendall: number | null;
  /** Spearman's rho of the common units, likewise. */
  readonly spearman: number | null;
}

/**
 * Compares two rankings, of two editions or two methods: who moved, by how much, and how alike they are.
 *
 * Ranks are compared as they stand. Where units entered or left, a unit can move without having passed anyone: to see
 * that apart, rank the common units alone.
 *
 * @throws IndexlabError when a unit occurs twice in a ranking, or no unit is in both
 *
 * Reference: `cor(before, after, method = "kendall")` in R for tau-b.
 *
 * @example
 * const before = { unitNames: ['a', 'b', 'c', 'd'], rank: [1, 2, 3, 4] };
 * const after = { unitNames: ['c', 'b', 'a', 'e'], rank: [1, 2, 3, 4] };
 * const { shifts, entered } = compareRankings(before, after);
 * [shifts.map(({ unit, shift }) => [unit, shift]), entered] // => [[['c', 2], ['b', 0], ['a', -2]], ['e']]
 */
export function compareRankings(before: Ranking, after: Ranking): RankComparison {
  requireObject(before, 'compareRankings', 'before', ['unitNames', 'rank']);
  requireObject(after, 'compareRankings', 'after', ['unitNames', 'rank']);
  const [first, second] = [ranksByUnit(before, 'first'), ranksByUnit(after, 'second')];
  const common = [...first.keys()].filter((unit) => second.has(unit));
  assertThat(common.length > 0, 'compareRankings requires rankings with a unit in common, got none');
  const shifts = common.map((unit) => {
    const [rankBefore, rankAfter] = [first.get(unit)!, second.get(unit)!];
    return { unit, before: rankBefore, after: rankAfter, shift: rankBefore - rankAfter };
  });
  return {
    shifts: [...shifts].sort((a, b) => b.shift - a.shift || a.after - b.after),
    entered: [...second.keys()].filter((unit) => !first.has(unit)),
    left: [...first.keys()].filter((unit) => !second.has(unit)),
    meanShift: shifts.reduce((sum, { shift }) => sum + Math.abs(shift), 0) / shifts.length,
    unmoved: shifts.filter(({ shift }) => shift === 0).length / shifts.length,
    kendall: agreement(shifts, 'kendall'),
    spearman: agreement(shifts, 'spearman'),
  };
}

function ranksByUnit({ unitNames, rank }: Ranking, which: string): Map<string, number> {
  const ranks = new Map<string, number>();
  const repeated: string[] = [];
  unitNames.forEach((unit, row) => {
    if (Number.isNaN(rank[row])) return;
    if (ranks.has(unit)) repeated.push(unit);
    ranks.set(unit, rank[row]!);
  });
  assertThat(
    repeated.length === 0,
    () => `compareRankings requires each unit once, got ${listNames(repeated)} more than once (${which} ranking)`,
    'Of a panel compare one year with another.',
  );
  return ranks;
}

function agreement(shifts: readonly RankShift[], method: 'kendall' | 'spearman'): number | null {
  const [before, after] = [shifts.map((shift) => shift.before), shifts.map((shift) => shift.after)];
  const varies = (ranks: readonly number[]): boolean => ranks.some((rank) => rank !== ranks[0]);
  return shifts.length < 3 || !varies(before) || !varies(after)
    ? null
    : correlation(before, after, { method }).estimate;
}
