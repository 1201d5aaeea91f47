import { randomSource } from '@indexlab/core';
import { describe, expect, test } from 'vitest';
import { correctDigits } from '../correct-digits.js';
import { jenksBreaks } from './jenks-breaks.js';
import { kMeans } from './k-means.js';

describe('of many points on a line the division is the best that there is, to six digits,', () => {
  test.each([
    ['where a sample speaks for all', (deviate: number) => deviate],
    ['where few points are far out', (deviate: number) => Math.exp(1.5 * deviate)],
  ])('%s', (_, shape) => {
    const random = randomSource(1);
    const values = Float64Array.from({ length: 21_000 }, () => shape(random.normal()));
    const { withinSS } = kMeans(
      Array.from(values, (value) => [value]),
      { k: 4, restarts: 3 },
    );
    expect(correctDigits(withinSS, jenksBreaks(values, 4).withinSS)).toBeGreaterThan(6);
  });
});
