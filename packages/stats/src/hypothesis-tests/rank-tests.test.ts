import { describe, expect, test } from 'vitest';
import reference from '../../references/rank-tests.json' with { type: 'json' };
import { correctDigits } from '../correct-digits.js';
import { kendallW } from '../index.js';
import { averagesOf, differencesOf, medianOf } from './hodges-lehmann.js';
import { mannWhitney, type RankTestOptions, wilcoxon } from './rank-tests.js';

interface Case {
  sample: string;
  paired: boolean;
  alternative: 'two-sided' | 'greater' | 'less';
  exact: boolean;
  correction: boolean;
  level: number;
  estimate: number;
  statistic: number;
  pValue: number;
  lower: number | null;
  upper: number | null;
}
const samples = reference.samples as Record<string, { x: number[]; y: number[] }>;
const cases = reference.cases as unknown as Case[];

describe.each(Object.entries(samples))('on the sample %s', (name, { x, y }) => {
  test('statistic, p-value, estimate and interval are those of R, in every mode', () => {
    const own = cases.filter(({ sample }) => sample === name);
    expect(own.length).toBeGreaterThan(11);
    for (const row of own) {
      const { alternative, exact, correction, level } = row;
      const options: RankTestOptions = { alternative, exact, correction, level };
      const result = row.paired ? wilcoxon(x, y, options) : mannWhitney(x, y, options);
      const where = JSON.stringify(row);
      expect(result.statistic, where).toBe(row.statistic);
      expect(correctDigits(result.pValue, row.pValue), where).toBeGreaterThan(12);
      expect(result.estimate, where).toBe(row.estimate);
      expect(result.lower, where).toBeCloseTo(row.lower ?? -Infinity, 8);
      expect(result.upper, where).toBeCloseTo(row.upper ?? Infinity, 8);
      expect(result.convention, where).toMatchObject({ exact, level, continuity: exact || !correction ? 0 : 1 / 2 });
    }
  });
});

describe('which test is taken', () => {
  const ascending = (n: number): number[] => Array.from({ length: n }, (_, i) => i * i);
  const between = (n: number): number[] => Array.from({ length: n }, (_, i) => i * i + 0.3 * i + 0.25);

  test('mannWhitney is exact to 49 values per group and normal from 50 on', () => {
    expect(mannWhitney(ascending(49), between(49)).distribution).toBe('exact');
    expect(mannWhitney(ascending(50), between(9)).distribution).toBe('normal');
    expect(mannWhitney(ascending(9), between(50)).distribution).toBe('normal');
  });

  test('wilcoxon is exact to 49 pairs and normal from 50 on', () => {
    const up = (n: number): number[] => Array.from({ length: n }, (_, i) => (i % 2 === 0 ? i + 1 : -i - 1));
    expect(wilcoxon(up(49), new Array<number>(49).fill(0)).distribution).toBe('exact');
    expect(wilcoxon(up(50), new Array<number>(50).fill(0)).distribution).toBe('normal');
  });

  test('ties leave no exact test, and say so where one was asked for', () => {
    const tied = mannWhitney([1, 2, 2], [2, 3], { exact: true });
    expect(tied.convention).toEqual({ exact: false, continuity: 1 / 2, ties: true, zeros: 0, level: 0.95 });
    expect(tied.warnings[0]).toBe('Ties leave no exact test: the p-value is from the normal approximation.');
  });

  test('pairs without a difference are counted', () => {
    expect(wilcoxon([1, 2, 3, 4], [1, 1, 1, 2]).convention).toMatchObject({ zeros: 1, exact: false });
  });

  test('an interval that so few values cannot give is said to miss more often', () => {
    expect(mannWhitney([1, 2], [4, 5]).warnings).toHaveLength(1);
    expect(mannWhitney([1, 2], [4, 5], { exact: false }).warnings).toHaveLength(1);
    expect(mannWhitney([1, 2, 3, 8], [4, 5, 6, 7.5]).warnings).toEqual([]);
    // One of 20 orders in each tail where 0.5 are asked for, and one of 35.
    expect(mannWhitney([1, 2, 3], [4, 5, 6]).warnings).toHaveLength(1);
    expect(mannWhitney([1, 2, 3], [4, 5, 6, 7]).warnings).toEqual([]);
    // 8 - 1 / 2 - 1.96 sqrt(12) is above zero: the smallest difference is the end, and is reached.
    expect(mannWhitney([1, 3, 5, 7], [2, 4, 6, 8], { exact: false }).warnings).toEqual([]);
  });

  test('an exact test of too many pairs is refused', () => {
    expect(() => mannWhitney(ascending(600), between(600), { exact: true })).toThrow('at most 250000 pairs');
  });
});

describe('selection among pairs', () => {
  const noise = (n: number, step: number): Float64Array =>
    Float64Array.from({ length: n }, (_, i) => Math.round(1e4 * Math.sin(step * (i + 1))) / (step > 1 ? 1e3 : 1e4));

  test.each([
    [1, 1],
    [1, 9],
    [13, 4],
    [40, 57],
    [101, 64],
  ])('every place of %i x %i differences is that of the sorted differences', (m, n) => {
    const [x, y] = [noise(m, 0.7), noise(n, 1.9)];
    const all = Float64Array.from({ length: m * n }, (_, k) => x[Math.floor(k / n)]! - y[k % n]!).sort();
    const pairs = differencesOf(x, y);
    const step = Math.max(1, Math.floor((m * n) / 300));
    for (let place = 1; place <= m * n; place += step) expect(pairs.at(place)).toBe(all[place - 1]);
    expect(pairs.at(m * n)).toBe(all.at(-1));
  });

  test.each([1, 2, 3, 30, 75])('every place of the averages of %i values is that of the sorted averages', (n) => {
    const values = noise(n, 1.3);
    const all = [...values].flatMap((a, i) => [...values.subarray(i)].map((b) => (a + b) / 2)).sort((a, b) => a - b);
    const pairs = averagesOf(values);
    expect(pairs.count).toBe(all.length);
    const step = Math.max(1, Math.floor(all.length / 300));
    for (let place = 1; place <= all.length; place += step) expect(pairs.at(place)).toBe(all[place - 1]);
  });

  test('many equal pairs do not hold the selection up', () => {
    expect(medianOf(differencesOf(new Float64Array(3000).fill(2), new Float64Array(2000).fill(1)))).toBe(1);
    expect(medianOf(averagesOf(new Float64Array(3000).fill(2)))).toBe(2);
  });

  test('groups of 20,000 need memory for the values, not for 400 million pairs', () => {
    const x = Float64Array.from({ length: 20_000 }, (_, i) => Math.sin(i * 12.9898) * 43758.5453);
    const y = x.map((value, i) => value * 0.9 + Math.cos(i) + 100);
    const { estimate, lower, upper } = mannWhitney(x, y);
    expect(lower).toBeLessThan(estimate);
    expect(upper).toBeGreaterThan(estimate);
  });
});

test('kendallW counts ties by the same term', () => {
  // Two rankings of four with one tie each: T = 2 (2^3 - 2).
  expect(
    kendallW([
      [1, 2.5, 2.5, 4],
      [1, 2.5, 2.5, 4],
    ]).estimate,
  ).toBeCloseTo(1, 14);
});
