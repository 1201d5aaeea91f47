import { roundedInterval } from '@indexlab/core';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareStandings, impliedRanks, leapfrogs, rankIntervals } from './index.js';

const listed = (tokens: Readonly<Record<string, string>>) =>
  Object.entries(tokens).map(([unit, token]) => ({ unit, value: roundedInterval(token) }));

describe('ranks from printed digits', () => {
  test('hold the rank of every choice of values within the digits', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: -49, max: 49 })), {
          minLength: 1,
          maxLength: 8,
        }),
        (values) => {
          const bounds = rankIntervals(
            values.map(([tenths], at) => ({ unit: `u${at}`, value: roundedInterval((tenths / 10).toFixed(1)) })),
          );
          const exact = values.map(([tenths, rest]) => tenths / 10 + rest / 1000);
          exact.forEach((value, at) => {
            const rank = 1 + exact.filter((other) => other > value).length;
            expect([rank >= bounds[at]!.best, rank <= bounds[at]!.worst]).toEqual([true, true]);
          });
        },
      ),
    );
  });

  test('a unit that is in one list only does not move the others', () => {
    const { rows, onlyFirst } = compareStandings(
      listed({ new: '99.0', a: '9.0', b: '5.0' }),
      listed({ a: '3.0', b: '2.0' }),
    );
    expect([rows.every(({ difference }) => difference === 0), onlyFirst]).toEqual([true, ['new']]);
  });

  test('equal digits are no difference, and others turn round with the lists', () => {
    const [one, two] = [listed({ a: '3.0', b: '2.0', c: '1.0' }), listed({ a: '1.0', b: '1.0', c: '5.0' })];
    const [forth, back] = [compareStandings(one, two), compareStandings(two, one)];
    expect([forth.higher, forth.lower, forth.open]).toEqual([back.lower, back.higher, back.open]);
    expect(forth.rows.find(({ unit }) => unit === 'b')!.difference).toBe(0);
  });
});

describe('the list before', () => {
  test('a full permutation leaves nothing vacant', () => {
    const found = impliedRanks([
      { unit: 'a', rank: 1, change: 1 },
      { unit: 'b', rank: 2, change: -1 },
    ]);
    expect(found).toMatchObject({ vacant: [], entered: [], repeated: [], impossible: [] });
    expect(found.before.map(({ unit }) => unit)).toEqual(['b', 'a']);
  });

  test('two units of one former rank, and one above the first, are told', () => {
    const found = impliedRanks([
      { unit: 'a', rank: 1, change: -1 },
      { unit: 'b', rank: 2, change: 1 },
      { unit: 'c', rank: 3, change: 0 },
    ]);
    expect([found.impossible, found.repeated]).toEqual([['a'], [{ rank: 3, units: ['b', 'c'] }]]);
  });
});

describe('leapfrogs', () => {
  const data = { city: ['a', 'b', 'c'], x: [10, 50, 20], y: [30, 60, 20], z: [20, 70, 20], old: [51, 100, 40] };

  test('each column has to be ahead, by more than the places stated', () => {
    const found = leapfrogs(data, { unit: 'city', ahead: ['x', 'y', 'z'], behind: ['old'], by: 20 });
    expect(found.map(({ unit, lead }) => [unit, lead])).toEqual([
      ['b', 100 - 70],
      ['a', 51 - 30],
    ]);
    expect(leapfrogs(data, { unit: 'city', ahead: ['x'], behind: ['old'], by: 20, atLeast: true })).toHaveLength(3);
    expect(leapfrogs(data, { unit: 'city', ahead: ['x'], behind: ['old'], by: 20 })).toHaveLength(2);
  });

  test('with weights the mean rank is compared', () => {
    const [first] = leapfrogs(data, {
      unit: 'city',
      ahead: ['x', 'y'],
      behind: ['old'],
      by: 20,
      weights: { x: 3, y: 1 },
    });
    expect(first).toMatchObject({ unit: 'b', ahead: 52.5, lead: 47.5 });
  });
});
