import { describe, expect, test } from 'vitest';
import { readRows } from '../rows.js';
import { bindTreatment, treatColumn } from './treat.js';
import { shapeOf, winsorise } from './winsorise.js';

/** Three points far above nine others: moving one is not enough. */
const column = Float64Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 2000, 5000, 90_000);
const never = { skewness: 1e-9, kurtosis: -1e9 };

describe('winsorise', () => {
  test('moves the largest value to the next, one step after the other', () => {
    expect([...winsorise(column, never, 1).values].slice(9)).toEqual([2000, 5000, 5000]);
    expect([...winsorise(column, never, 2).values].slice(9)).toEqual([2000, 2000, 2000]);
  });

  test('moves at most as many points as are asked for, however far the shape is from passing', () => {
    for (const most of [1, 2, 3]) {
      const { codes } = winsorise(column, never, most);
      expect(codes.filter((code) => code !== 0).length).toBe(most);
    }
  });

  test('tied points move together, also beyond the limit', () => {
    const tied = Float64Array.of(1, 2, 3, 4, 5, 6, 7, 8, 900, 900);
    expect([...winsorise(tied, never, 1).values].slice(8)).toEqual([8, 8]);
  });

  test('stops as soon as the shape passes', () => {
    const one = Float64Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 1000);
    const { values, codes } = winsorise(one, { skewness: 2, kurtosis: 3.5 }, 5);
    expect(values[9]).toBe(9);
    expect(codes.filter((code) => code !== 0).length).toBe(1);
  });

  test('a shape passes below either limit, and not at both', () => {
    const { skewness, kurtosis } = shapeOf(column, never)!;
    expect(shapeOf(column, { skewness, kurtosis })!.passes).toBe(false);
    expect(shapeOf(column, { skewness: skewness + 1e-9, kurtosis })!.passes).toBe(true);
    expect(shapeOf(column, { skewness, kurtosis: kurtosis + 1e-9 })!.passes).toBe(true);
  });

  test('three values, or equal ones, have no shape', () => {
    expect(shapeOf(Float64Array.of(1, 2, 99), never)).toBeNull();
    expect(shapeOf(Float64Array.of(4, 4, 4, 4), never)).toBeNull();
  });
});

test('a transformation gives what its formula says', () => {
  const rows = readRows({ place: ['p', 'q', 'r'] }, { unit: 'place' });
  const values = Float64Array.of(2, 3, 12);
  const transformed = (method: string): number[] => [...treatColumn(values, bindTreatment(method), rows, 'x').values];
  const expected: Record<string, (x: number) => number> = {
    log: Math.log,
    'log-plus-one': (x) => Math.log(x + 1),
    'log-from-one': (x) => Math.log(x - 2 + 1),
    'log-shifted': (x) => Math.log(x - 2 + 0.01 * (12 - 2)),
    'log-gii': (x) => Math.log(((12 - 1) * (x - 2)) / (12 - 2) + 1),
  };
  for (const [method, formula] of Object.entries(expected)) {
    transformed(method).forEach((value, row) => expect(value).toBeCloseTo(formula(values[row]!), 13));
  }
});
