// Correlation matrices with p-values, Pearson's and Spearman's, beside numpy with scipy.
import { correlate } from '../../../packages/stats/dist/index.js';
import { cityColumns } from './samples/city-columns.mjs';

/** Estimate and p-value of every pair, Pearson's and then Spearman's. */
function both(data) {
  const pairs = ['pearson', 'spearman'].map((method) => correlate(data, { method }).pairs).flat();
  const numbers = new Float64Array(2 * pairs.length);
  pairs.forEach(({ estimate, pValue }, pair) => {
    numbers[2 * pair] = estimate;
    numbers[2 * pair + 1] = pValue;
  });
  return numbers;
}

export const tasks = [
  [351, 9],
  [100_000, 8],
].map(([rows, digits]) => ({
  name: `correlate, ${rows.toLocaleString('en')} x 135, both kinds with p`,
  columns: () => cityColumns(rows, 135),
  run: both,
  peers: { 'numpy + scipy': 'correlate.py:both' },
  digits,
}));
