import { Exact, randomSource } from '@indexlab/core';
import { describe, expect, test } from 'vitest';
import { atLeast, atMost, type Region } from '../linear-program/constraint.js';
import { contradiction, disjointContradictions, withoutHarmless } from './contradictions.js';
import { smallestRemovals } from './smallest-removals.js';

/** Rows that each hold a weighted sum of two numbers within a unit; values are random, so many rows disagree. */
function disagreeing(rows: number, seed: number): Region {
  const random = randomSource(7, seed);
  const constraints = Array.from({ length: rows }, (_, row) => {
    const coefficients = [1 + random.integer(5), 1 + random.integer(5)].map((value) => Exact.parse(String(value)));
    const total = 10 + random.integer(15);
    return [
      atLeast(coefficients, Exact.parse(String(total - 1)), row),
      atMost(coefficients, Exact.parse(String(total + 1)), row),
    ];
  });
  return { variables: 2, free: [], constraints: constraints.flat() };
}

/** All smallest sets of rows without which the region is not empty, by trying every set. */
function bySearchOfAllSets(region: Region, rows: number): number[][] {
  const sets = Array.from({ length: 2 ** rows }, (_, bits) =>
    Array.from({ length: rows }, (_, row) => row).filter((row) => (bits >> row) & 1),
  );
  const sufficient = sets.filter((set) => contradiction(region, new Set(set)) === undefined);
  const size = Math.min(...sufficient.map(({ length }) => length));
  return sufficient.filter(({ length }) => length === size);
}

function search(region: Region, limit = 1000, programs = 5000): ReturnType<typeof smallestRemovals> {
  const disjoint = disjointContradictions(region);
  return smallestRemovals(region, disjoint, withoutHarmless(region, disjoint.flat()), limit, programs);
}

describe('smallestRemovals', () => {
  test('finds all smallest sets, as trying every set does', () => {
    for (let seed = 0; seed < 30; seed += 1) {
      const region = disagreeing(9, seed);
      const { sets, proven, complete } = search(region);
      expect([proven, complete]).toEqual([true, true]);
      expect(sets.map(String).sort()).toEqual(bySearchOfAllSets(region, 9).map(String).sort());
    }
  });

  test('lists no more sets than the limit and says that there are more', () => {
    const region = disagreeing(9, 1);
    const all = search(region).sets.length;
    expect(all).toBeGreaterThan(1);
    expect(search(region, all).complete).toBe(true);
    const some = search(region, all - 1);
    expect([some.sets.length, some.proven, some.complete]).toEqual([all - 1, true, false]);
  });

  test('without programs to solve it gives a set that suffices and claims no proof', () => {
    const region = disagreeing(12, 3);
    const { sets, proven } = search(region, 20, 0);
    expect(proven).toBe(false);
    expect(contradiction(region, new Set(sets[0]))).toBeUndefined();
  });
});
