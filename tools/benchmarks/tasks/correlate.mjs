// Correlation matrices with p-values, Pearson's and Spearman's, beside numpy with scipy.
import { correlate } from '../../../packages/stats/dist/index.js';
import { cityColumns } from './samples/city-columns.mjs';

const both = (data) =>
  ['pearson', 'spearman'].flatMap((method) =>
    correlate(data, { method }).pairs.flatMap(({ estimate, pValue }) => [estimate, pValue]),
  );

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
