import { readFileSync } from 'node:fs';
import { Interval } from '@indexlab/core';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { correctDigits } from '../correct-digits.js';
import { gini, groupedGini } from './index.js';

const { decomposition } = JSON.parse(
  readFileSync(new URL('../../references/inequality.json', import.meta.url), 'utf8'),
) as { decomposition: { size: number[] } };
const expectDigits = (computed: number, expected: number): void => {
  expect(correctDigits(computed, expected)).toBeGreaterThan(13);
};

describe('Gini from tiers', () => {
  test('two tiers of two units, worked by hand', () => {
    // Values a <= b <= c <= d with a + b = 2 and c + d = 6: 3 (d - a) + c - b is largest, 12, with b = c, and least, 8, without spread.
    const { lower, upper } = groupedGini([
      { count: 2, total: 2 },
      { count: 2, total: 6 },
    ]);
    expectDigits(lower, 8 / (4 * 8));
    expectDigits(upper, 12 / (4 * 8));
  });

  test('with limits the upper bound is that of Gastwirth', () => {
    // Units at their limits only: half of the first tier at 0 and half at 10, a quarter of the second at 10, the rest at 30.
    const tiers = [
      { count: 40, total: 200, lowerLimit: 0, upperLimit: 10 },
      { count: 20, total: 500, lowerLimit: 10, upperLimit: 30 },
    ];
    const extreme = [
      ...new Array<number>(20).fill(0),
      ...new Array<number>(25).fill(10),
      ...new Array<number>(15).fill(30),
    ];
    const { lower, upper } = groupedGini(tiers);
    expectDigits(upper, gini(extreme));
    expectDigits(lower, gini([...new Array<number>(40).fill(5), ...new Array<number>(20).fill(25)]));
    const mean = 700 / 60;
    const spread = (((5 - 0) * (10 - 5)) / 10) * (40 / 60) ** 2 + (((25 - 10) * (30 - 25)) / 20) * (20 / 60) ** 2;
    expectDigits(upper - lower, spread / mean);
  });

  test('values spread evenly have the compromise', () => {
    const even = Array.from({ length: 4000 }, (_, i) => i + 0.5);
    const tiers = [0, 1, 2, 3].map((tier) => ({
      count: 1000,
      total: even.slice(1000 * tier, 1000 * (tier + 1)).reduce((sum, value) => sum + value, 0),
      lowerLimit: 1000 * tier,
      upperLimit: 1000 * (tier + 1),
    }));
    const compromise = groupedGini(tiers).estimates[0]!;
    expect(Math.abs(compromise.gini - gini(even))).toBeLessThan(1e-6);
  });

  test('lognormal values have the lognormal estimate', () => {
    const { size } = decomposition;
    const sorted = size.toSorted((a, b) => a - b);
    const tiers = [0, 1, 2, 3, 4].map((tier) => ({
      count: 12,
      total: sorted.slice(12 * tier, 12 * tier + 12).reduce((sum, value) => sum + value, 0),
    }));
    const { estimates, lower, upper } = groupedGini(tiers);
    const lognormal = estimates.find(({ method }) => method === 'lognormal')!;
    expect(lognormal.gini).toBeGreaterThan(lower);
    expect(lognormal.gini).toBeLessThan(upper);
    expect(Math.abs(lognormal.gini - gini(size))).toBeLessThan(0.02);
  });

  test('printed shares widen the bounds on both sides', () => {
    const points = [
      ['4', '40'],
      ['16', '40'],
      ['80', '20'],
    ].map(([count, total]) => ({ count: Number(count), total: Interval.parse(total!, total!) }));
    const rounded = points.map(({ count, total }) => ({ count, total: total.plus(Interval.parse('-0.5', '0.5')) }));
    const [exact, wide] = [groupedGini(points), groupedGini(rounded)];
    expectDigits(exact.lower, 0.648);
    expect(wide.lower).toBeLessThan(exact.lower);
    expect(wide.upper).toBeGreaterThan(exact.upper);
  });

  test('the Gini coefficient of the values behind the tiers lies within the bounds, whatever the order of the tiers', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 6, maxLength: 40 }),
        fc.integer({ min: 1, max: 3 }),
        (values, cut) => {
          fc.pre(values.some((value) => value > 0));
          const sorted = values.toSorted((a, b) => a - b);
          const parts = [sorted.slice(0, cut), sorted.slice(cut, cut + 2), sorted.slice(cut + 2)];
          const tiers = parts.map((part) => ({
            count: part.length,
            total: part.reduce((sum, value) => sum + value, 0),
          }));
          const { lower, upper } = groupedGini(tiers.toReversed());
          expect(gini(values)).toBeGreaterThan(lower - 1e-12);
          expect(gini(values)).toBeLessThan(upper + 1e-12);
        },
      ),
    );
  });
});
