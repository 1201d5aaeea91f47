import { describe, expect, test } from 'vitest';
import { rollUpOnce, scoredCounts } from './index.js';

describe('scored counts', () => {
  const data = { city: ['a', 'b', 'c'], p: [1, 1, 0], q: [1, 0, NaN], r: [1, 0, 1] };

  test('stars follow from cut-offs, a score at one belongs to the star above', () => {
    const rows = scoredCounts(data, { unit: 'city', items: ['p', 'q', 'r'], stars: [1, 3] });
    expect(rows.map(({ score, stars }) => [score, stars])).toEqual([
      [3, 3],
      [1, 2],
      [NaN, null],
    ]);
    expect(rows[0]!.most).toBe(3);
  });

  test('counts have no most', () => {
    expect(scoredCounts({ city: ['a'], n: [7] }, { unit: 'city', items: ['n'] })[0]!.most).toBeNull();
  });

  test('points of an item that is not there are refused', () => {
    expect(() => scoredCounts(data, { unit: 'city', items: ['p'], points: { z: 2 } })).toThrow('"z"');
  });
});

describe('rolling up', () => {
  const data = {
    province: ['p', 'p', 'p', 'p', 'q'],
    place: ['a', 'b', 'a', 'b', 'c'],
    service: ['tax', 'tax', 'bus', 'gas', 'tax'],
    scope: ['province', 'province', 'city', 'city', 'city'],
    users: [10, 30, 5, 7, 2],
  };
  const columns = { parent: 'province', place: 'place', item: 'service' };

  test('an item of the whole parent counts once, those of places each', () => {
    const scope = { column: 'scope', wide: ['province'] };
    const [p, q] = rollUpOnce(data, { ...columns, scope });
    expect(p).toEqual({ parent: 'p', places: 2, total: 3, summed: 4, wide: ['tax'] });
    expect(q).toMatchObject({ total: 1, summed: 1, wide: [] });
  });

  test('of values that differ a wide item has the largest', () => {
    expect(rollUpOnce(data, { ...columns, value: 'users' })[0]).toMatchObject({ total: 30 + 5 + 7, summed: 52 });
  });

  test('a parent with one place has nothing that every place lists', () => {
    expect(rollUpOnce(data, columns)[1]!.wide).toEqual([]);
  });
});
