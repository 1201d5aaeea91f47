import { describe, expect, test } from 'vitest';
import { kemeny } from './kemeny.js';

const column = (...values: number[]): Float64Array => new Float64Array(values);

/** As many columns as units, each of which puts another unit first: all of them are alike. */
const circle = (size: number): Float64Array[] =>
  Array.from({ length: size }, (_, shift) => Float64Array.from({ length: size }, (_, unit) => (unit + shift) % size));

describe('kemeny', () => {
  test('counts the units below', () => {
    expect(kemeny([column(3, 9, 1)], [1])).toEqual(column(1, 2, 0));
  });

  test('weights that sum alike tie, whatever their rounding', () => {
    expect(kemeny([column(1, 2), column(1, 2), column(2, 1)], [0.1, 0.2, 0.3])).toEqual(column(0.5, 0.5));
  });

  test("Condorcet's 60 voters run in a circle, which is broken at its smallest majority", () => {
    // 23 abc, 17 bca, 2 bac, 10 cab, 8 cba (Young 1988, American Political Science Review 82): a over b 33, b over c 42, c over a 35.
    const orders: [votes: number, order: string][] = [
      [23, 'abc'],
      [17, 'bca'],
      [2, 'bac'],
      [10, 'cab'],
      [8, 'cba'],
    ];
    const columns = orders.map(([, order]) => Float64Array.from('abc', (unit) => -order.indexOf(unit)));
    expect(
      kemeny(
        columns,
        orders.map(([votes]) => votes),
      ),
    ).toEqual(column(0, 2, 1));
  });

  test('units that nothing tells apart share the mean place, exactly, up to 18 of them', () => {
    expect(kemeny([new Float64Array(18).fill(7)], [1])).toEqual(new Float64Array(18).fill(17 / 2));
    expect(kemeny(circle(5), [1, 1, 1, 1, 1])).toEqual(new Float64Array(5).fill(2));
  });

  test('many units are no trouble where majorities separate them', () => {
    const many = Float64Array.from({ length: 300 }, (_, unit) => Math.floor(unit / 2));
    expect(kemeny([many], [1])[299]).toBe(298.5);
  });

  test('more than 18 entangled units are refused with a remedy', () => {
    expect(() => kemeny([new Float64Array(19)], [1])).toThrow(
      'at most 18 units without a clear majority among them, got 19',
    );
  });

  test('a unit that lacks a value has no place, or takes part in the columns that it has', () => {
    const columns = [column(1, 2, NaN), column(1, 2, 3)];
    expect(kemeny(columns, [1, 1])).toEqual(column(0, 1, NaN));
    expect(kemeny(columns, [1, 1], { missing: 'skip' })).toEqual(column(0, 1, 2));
  });
});
