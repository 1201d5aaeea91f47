import { expect, test } from 'vitest';
import { simulateModeration } from './simulate-moderation.js';

const mean = Float64Array.from({ length: 40 }, (_, unit) => 5 / (1 + unit));
const parts = {
  outcome: mean.map((value) => 1.2 * value),
  mean,
  weight: 0.6,
  ahead: mean.map((_, row) => (row < 3 ? 1 : -1)),
};

test('simulateModeration keeps the mean of the parts and which of them is ahead, with moderation and without', () => {
  for (const ratio of [0, 0.4]) {
    const { x, moderator } = simulateModeration(parts, { seed: 5, ratio });
    mean.forEach((value, row) => {
      expect(0.6 * x[row]! + 0.4 * moderator[row]!).toBeCloseTo(value, 12);
      expect(moderator[row]! > x[row]!).toBe(row < 3);
    });
  }
});

test('simulateModeration gives the same parts for the same seed and others for another', () => {
  const x = (seed: number) => simulateModeration(parts, { seed, ratio: 0.4 }).x;
  expect(x(1)).toEqual(x(1));
  expect(x(1)).not.toEqual(x(2));
});

test('simulateModeration refuses a mean that is not above zero', () => {
  expect(() => simulateModeration({ ...parts, mean: mean.map(() => 0) }, { seed: 1, ratio: 0 })).toThrow(
    'means above zero, got 0 (row 1)',
  );
});
