import { expect, test } from 'vitest';
import { correlate } from './correlate.js';

test('correlations say which rows count and what p-values and intervals come from', () => {
  const data = { a: [1, 2, 3, 4], b: [2, 1, 4, 3] };
  expect(correlate(data).convention).toBe(
    'rows complete in the pair; two-sided p-values, not adjusted for the number of pairs: t with n - 2 degrees of freedom; intervals by atanh(r) with variance 1/(n - 3); level 0.95',
  );
  expect(correlate(data, { method: 'kendall', missing: 'listwise', adjust: 'holm', level: 0.9 }).convention).toMatch(
    /^rows complete in all columns; two-sided p-values, adjusted by holm beside: tau-b, exact below 50 pairs.*; level 0.9$/,
  );
});
