import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { competitionRanks } from './competition-ranks.js';

describe('competitionRanks', () => {
  test('equal values share the best rank and the next rank is skipped', () => {
    expect(competitionRanks(new Float64Array([1, 2, 2, 3]))).toEqual(new Float64Array([4, 2, 2, 1]));
  });

  test('law: a rank is one more than the number of larger values', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.integer({ min: 0, max: 9 }), fc.constant(NaN))), (list) => {
        const ranks = competitionRanks(Float64Array.from(list));
        list.forEach((value, i) => {
          expect(ranks[i]).toBe(Number.isNaN(value) ? NaN : 1 + list.filter((other) => other > value).length);
        });
      }),
    );
  });
});
