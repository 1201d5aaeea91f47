import { expect, test } from 'vitest';
import { correlation } from './correlation.js';

/** A permutation of 0 to n - 1 without structure: n + 1 is prime or nearly so. */
const mixed = (n: number): number[] => Array.from({ length: n }, (_, i) => ((i + 1) * 7) % (n + 3));
const up = (n: number): number[] => Array.from({ length: n }, (_, i) => i);

test('Kendall is exact to 49 pairs without ties, and normal from 50 on', () => {
  expect(correlation(up(49), mixed(49), { method: 'kendall' }).method).toBe('Kendall (exact)');
  expect(correlation(up(50), mixed(50), { method: 'kendall' }).method).toBe('Kendall (normal)');
  expect(correlation([...up(48), 47], mixed(49), { method: 'kendall' }).method).toBe('Kendall (normal)');
});

test('Kendall counts pairs: 4 of 6 concordant is a tau of 1 / 3 and an exact p-value of 18 / 24', () => {
  // Of the 24 orders 1, 3, 5, 6, 5, 3 and 1 have 0 to 6 concordant pairs.
  const { estimate, pValue, statistic } = correlation([1, 2, 3, 4], [1, 3, 4, 2], { method: 'kendall' });
  expect(statistic).toBe(4);
  expect(estimate).toBeCloseTo((4 - 2) / 6, 15);
  expect(pValue).toBeCloseTo((2 * (5 + 3 + 1)) / 24, 14);
});

test('Kendall takes ties out of the denominator: tau-b of one tie in x', () => {
  // Five pairs that x tells apart, all concordant, of six.
  const { estimate } = correlation([1, 1, 2, 3], [1, 2, 3, 4], { method: 'kendall' });
  expect(estimate).toBeCloseTo(5 / Math.sqrt(5 * 6), 15);
});
