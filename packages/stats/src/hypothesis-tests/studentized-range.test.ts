import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { correctDigits } from '../correct-digits.js';
import { studentizedRangeUpperQuantile, studentizedRangeUpperTail, tTest } from './index.js';

const references = new URL('../../references/', import.meta.url);
const read = (path: string): unknown => JSON.parse(readFileSync(new URL(path, references), 'utf8'));

describe('studentised range', () => {
  interface Row {
    q: number;
    groups: number;
    degreesOfFreedom: number;
    upper: number;
  }
  const { rows, precise } = read('studentized-range.json') as Record<'rows' | 'precise', Row[]>;
  const tailOf = ({ q, groups, degreesOfFreedom }: Row): number =>
    studentizedRangeUpperTail(q, groups, degreesOfFreedom);

  test('upper tails as SciPy, to 12 decimals: it subtracts the lower tail from one', () => {
    expect(rows.filter((row) => Math.abs(tailOf(row) - row.upper) > 1e-12)).toEqual([]);
  });

  test('upper tails to 13 digits, small ones too', () => {
    expect(precise.filter((row) => correctDigits(tailOf(row), row.upper) < 13)).toEqual([]);
  });

  test('two groups are the two-sided t test of q over the square root of two', () => {
    for (const q of [0.1, 1, 4, 9, 20]) {
      const { pValue } = tTest([q, q + Math.SQRT2, q - Math.SQRT2], [0, Math.SQRT2, -Math.SQRT2]);
      // Variance 2 in each group of three: the standard error is sqrt(4 / 3), the statistic q / sqrt(4 / 3).
      const range = (q / Math.sqrt(4 / 3)) * Math.SQRT2;
      expect(correctDigits(studentizedRangeUpperTail(range, 2, 4), pValue)).toBeGreaterThan(12);
    }
  });

  test('the quantile is where the tail is the probability', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1e-8, max: 0.99, noNaN: true }),
        fc.integer({ min: 2, max: 12 }),
        fc.integer({ min: 3, max: 60 }),
        (p, groups, df) => {
          const q = studentizedRangeUpperQuantile(p, groups, df);
          expect(correctDigits(studentizedRangeUpperTail(q, groups, df), p)).toBeGreaterThan(12);
        },
      ),
      { numRuns: 15 },
    );
  });
});
