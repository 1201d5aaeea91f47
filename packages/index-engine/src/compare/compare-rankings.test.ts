import { describe, expect, test } from 'vitest';
import { compareRankings } from './compare-rankings.js';

const ranking = (unitNames: string[], rank: number[]): { unitNames: string[]; rank: number[] } => ({ unitNames, rank });

describe('compareRankings', () => {
  test('counts places won and the units that entered and left', () => {
    const { shifts, entered, left, meanShift, unmoved } = compareRankings(
      ranking(['a', 'b', 'c', 'd'], [1, 2, 3, 4]),
      ranking(['b', 'a', 'c', 'e'], [1, 2, 3, 4]),
    );
    expect(shifts.map(({ unit, shift }) => [unit, shift])).toEqual([
      ['b', 1],
      ['c', 0],
      ['a', -1],
    ]);
    expect([entered, left, meanShift, unmoved]).toEqual([['e'], ['d'], 2 / 3, 1 / 3]);
  });

  test('a unit without a rank is not in the ranking', () => {
    expect(compareRankings(ranking(['a', 'b'], [1, NaN]), ranking(['a', 'b'], [2, 1])).entered).toEqual(['b']);
  });

  test('two units, or ranks that are all tied, have no correlation', () => {
    expect(compareRankings(ranking(['a', 'b'], [1, 2]), ranking(['a', 'b'], [2, 1])).kendall).toBeNull();
    expect(
      compareRankings(ranking(['a', 'b', 'c'], [1, 1, 1]), ranking(['a', 'b', 'c'], [1, 2, 3])).spearman,
    ).toBeNull();
  });

  test('tau-b counts discordant pairs: of six pairs one is turned round', () => {
    const { kendall } = compareRankings(
      ranking(['a', 'b', 'c', 'd'], [1, 2, 3, 4]),
      ranking(['a', 'b', 'c', 'd'], [1, 2, 4, 3]),
    );
    expect(kendall).toBeCloseTo((5 - 1) / 6, 15);
  });

  test('repeated units and rankings without a common unit are refused', () => {
    expect(() => compareRankings(ranking(['a', 'a'], [1, 2]), ranking(['a'], [1]))).toThrow(
      'each unit once, got a more than once (first ranking)',
    );
    expect(() => compareRankings(ranking(['a'], [1]), ranking(['b'], [1]))).toThrow('a unit in common, got none');
  });
});
