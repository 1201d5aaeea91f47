import { expect, test } from 'vitest';
import type { WrittenMethod } from '../../specification/method.js';
import { normalise } from './normalise.js';
import { normalisations } from './normalisations.js';

const [a, b, c] = [1, 3, 8];
const mean = (a + b + c) / 3;
const squares = (a - mean) ** 2 + (b - mean) ** 2 + (c - mean) ** 2;
/** Standard deviations of n - 1 and of n. */
const [sample, population] = [Math.sqrt(squares / 2), Math.sqrt(squares / 3)];
const half = (c - a) / 2;

/** The scores of 1, 3 and 8 as arithmetic. */
const expected: Record<string, [WrittenMethod, readonly number[]]> = {
  none: ['none', [a, b, c]],
  'share-of-total': ['share-of-total', [a / 12, b / 12, c / 12]],
  'share-of-maximum': [{ method: 'share-of-maximum', factor: 100 }, [(a / 8) * 100, (b / 8) * 100, 100]],
  'log-share-of-maximum': ['log-share-of-maximum', [Math.log(2) / Math.log(9), Math.log(4) / Math.log(9), 1]],
  'min-max': [{ method: 'min-max', lower: 1, upper: 7 }, [1, ((b - a) / (c - a)) * (7 - 1) + 1, 7]],
  'z-score': [
    { method: 'z-score', mean: 50, deviation: 10 },
    [((a - mean) / sample) * 10 + 50, ((b - mean) / sample) * 10 + 50, ((c - mean) / sample) * 10 + 50],
  ],
  'mazziotta-pareto': [
    'mazziotta-pareto',
    [100 + (10 * (a - mean)) / population, 100 + (10 * (b - mean)) / population, 100 + (10 * (c - mean)) / population],
  ],
  'adjusted-mazziotta-pareto': [
    'adjusted-mazziotta-pareto',
    [a, b, c].map((value) => 70 + (60 * (value - (mean - half))) / (2 * half)),
  ],
  vector: ['vector', [a, b, c].map((value) => value / Math.sqrt(a * a + b * b + c * c))],
  rank: ['rank', [1, 2, 3]],
  borda: ['borda', [0, 1, 2]],
  'percentile-rank': ['percentile-rank', [0, 1 / 2, 1]],
  goalposts: [
    { method: 'goalposts', lower: 2, upper: 5, factor: 10, cut: false },
    [((a - 2) / 3) * 10, ((b - 2) / 3) * 10, ((c - 2) / 3) * 10],
  ],
  'distance-to-target': [{ method: 'distance-to-target', target: 6, cut: true }, [0, (b - a) / (6 - a), 1]],
  'distance-to-maximum': ['distance-to-maximum', [0, 1 - (c - b) / (c - a), 1]],
  categorical: [{ method: 'categorical', cuts: [3, 8], scores: [10, 20, 30] }, [10, 20, 30]],
  'above-below-mean': [{ method: 'above-below-mean', threshold: 0.2 }, [-1, -1, 1]],
};

test.each(Object.entries(expected))('%s gives what its formula says', (_, [method, scores]) => {
  const computed = normalise(Float64Array.of(a, b, c), method);
  scores.forEach((score, row) => expect(computed[row]).toBeCloseTo(score, 13));
});

test('the distance to a unit is tested where units have names; every other method has a value here', () => {
  expect(Object.keys(normalisations).filter((name) => !(name in expected))).toEqual(['distance-to-reference']);
});

test('mazziotta-pareto keeps the mean of 100 and the deviation of 10 (n)', () => {
  const scores = normalise(Float64Array.of(1, NaN, 3), 'mazziotta-pareto');
  expect(scores).toEqual(Float64Array.of(100 - 10, NaN, 100 + 10));
});

test('vector divides by the length: 3 and 4 by 5', () => {
  expect(normalise(Float64Array.of(3, 4), 'vector')).toEqual(Float64Array.of(3 / 5, 4 / 5));
});

test('adjusted-mazziotta-pareto runs from 70 to 130 where the reference is the middle, and gives it 100', () => {
  expect(normalise(Float64Array.of(1, 2, 3), 'adjusted-mazziotta-pareto')).toEqual(Float64Array.of(70, 100, 130));
  const method = { method: 'adjusted-mazziotta-pareto', reference: 1 };
  expect(normalise(Float64Array.of(1, 3), method)).toEqual(Float64Array.of(100, 160));
});

test('a column without any value is refused as such', () => {
  expect(() => normalise(Float64Array.of(NaN, NaN), 'min-max', 'positive', 'price')).toThrow(
    'a column with values, got none (column "price")',
  );
});
