import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arithmeticMean } from './arithmetic-mean.js';

const column = (...values: number[]): Float64Array => new Float64Array(values);

describe('arithmeticMean', () => {
  test('weights count in proportion to their sum', () => {
    expect(arithmeticMean([column(1), column(5)], [3, 1])).toEqual(column((3 * 1 + 5) / 4));
  });

  test('a missing value leaves the unit without a score', () => {
    expect(arithmeticMean([column(1, NaN), column(5, 6)], [1, 1])).toEqual(column(3, NaN));
  });

  test('skip lets the values count that are there, in the same proportions', () => {
    const columns = [column(8, NaN), column(2, NaN), column(NaN, NaN)];
    expect(arithmeticMean(columns, [1, 2, 5], { missing: 'skip' })).toEqual(column((1 / 3) * 8 + (2 / 3) * 2, NaN));
  });

  test('a minimum share counts columns, not weights, and its edge is inside', () => {
    const columns = [column(1, 1), column(NaN, 2), column(NaN, NaN)];
    const missing = { minimumShare: 2 / 3 };
    expect(arithmeticMean(columns, [8, 1, 1], { missing })).toEqual(column(NaN, (8 / 9) * 1 + (1 / 9) * 2));
  });

  test('a column of weight zero counts for nothing, missing or not', () => {
    expect(arithmeticMean([column(1), column(NaN)], [1, 0])).toEqual(column(1));
  });

  test('bad input is refused with its place', () => {
    expect(() => arithmeticMean([], [])).toThrow('at least one column');
    expect(() => arithmeticMean([column(1)], [1, 2])).toThrow('a weight per column, got 2 for 1');
    expect(() => arithmeticMean([column(1), column(1, 2)], [1, 1])).toThrow(
      'columns of one length, got 1 and 2 (column 2)',
    );
    expect(() => arithmeticMean([column(1, Infinity)], [1], { node: 'a' })).toThrow(
      'got Infinity (node "a", column 1, row 2)',
    );
    expect(() => arithmeticMean([column(1)], [-1])).toThrow('weights of zero or more, got -1 (column 1)');
    expect(() => arithmeticMean([column(1)], [0])).toThrow('positive sum, got 0');
    expect(() => arithmeticMean([column(1)], [1], { missing: { minimumShare: 2 } })).toThrow('between 0 and 1, got 2');
  });

  test('law: the score lies between the smallest and the largest value', () => {
    const value = fc.double({ min: -1e6, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(value, fc.double({ min: 0.01, max: 10, noNaN: true })), { minLength: 1, maxLength: 8 }),
        (pairs) => {
          const [score] = arithmeticMean(
            pairs.map(([x]) => column(x)),
            pairs.map(([, w]) => w),
          );
          const slack = 1e-9;
          expect(score).toBeGreaterThanOrEqual(Math.min(...pairs.map(([x]) => x)) - slack);
          expect(score).toBeLessThanOrEqual(Math.max(...pairs.map(([x]) => x)) + slack);
        },
      ),
    );
  });
});
