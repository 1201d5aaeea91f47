import { describe, expect, test } from 'vitest';
import * as stats from '../index.js';

const values = [1, 2, 4, 8, 3];
const other = [2, 1, 5, 7, 3];
const times = (factor: number): number[] => values.map((value) => value * factor);
const data = (factor: number): Record<string, number[]> => ({ a: times(factor), b: other, c: [3, 1, 2, 5, 5] });

/** What no unit changes. */
const free: Record<string, (factor: number) => number> = {
  skewness: (factor) => stats.skewness(times(factor)),
  kurtosis: (factor) => stats.kurtosis(times(factor)),
  autocorrelation: (factor) => stats.autocorrelation(times(factor)),
  'correlation (pearson)': (factor) => stats.correlation(times(factor), other).estimate,
  'correlation (kendall)': (factor) => stats.correlation(times(factor), other, { method: 'kendall' }).estimate,
  correlate: (factor) => stats.correlate(data(factor), { columns: ['a', 'b'] }).pairs[0]!.estimate!,
  partialCorrelation: (factor) => stats.partialCorrelation(data(factor), { a: 'a', b: 'b', controls: ['c'] }).estimate,
  principalComponents: (factor) => stats.principalComponents(data(factor)).components[0]!.proportion,
  gini: (factor) => stats.gini(times(factor)),
  theil: (factor) => stats.theil(times(factor)),
  meanLogDeviation: (factor) => stats.meanLogDeviation(times(factor)),
  atkinson: (factor) => stats.atkinson(times(factor), 3),
  herfindahl: (factor) => stats.herfindahl(times(factor)),
  shapiroWilk: (factor) => stats.shapiroWilk(times(factor)).statistic,
  moran: (factor) =>
    stats.moran(
      times(factor),
      stats.neighbourWeights(
        ['a', 'b', 'c', 'd', 'e'],
        [
          ['a', 'b'],
          ['b', 'c'],
          ['c', 'd'],
          ['d', 'e'],
        ],
      ),
    ).estimate,
  mannWhitney: (factor) => stats.mannWhitney(times(factor), times(factor / 2)).pValue,
  'regress (R squared)': (factor) => stats.regress('y ~ poly(x, 2)', { y: other, x: times(factor) }).rSquared,
};

describe.each(Object.entries(free))('%s', (_name, compute) => {
  test.each([2 ** -900, 2 ** -540, 2 ** -300, 2 ** 300, 2 ** 490])('is the same with all values times %d', (factor) => {
    expect(compute(factor)).toBeCloseTo(compute(1), 12);
  });
});

describe('what has a unit', () => {
  test.each([1e-162, 1e-300, 1e140])('standardDeviation follows the scale %d', (factor) => {
    expect(stats.standardDeviation(times(factor)) / factor).toBeCloseTo(stats.standardDeviation(values), 12);
    expect(stats.mean(times(factor)) / factor).toBeCloseTo(18 / 5, 12);
    expect(stats.median(times(factor))).toBe(3 * factor);
    expect(stats.describeColumns({ a: times(factor) })[0]!.standardDeviation! / factor).toBeCloseTo(
      stats.standardDeviation(values),
      12,
    );
  });

  test('standardDeviation and variance of equal values are zero at any scale', () => {
    for (const value of [0.1, 1e-300, 1e100, 0]) {
      expect(stats.standardDeviation([value, value, value])).toBe(0);
      expect(stats.variance([value, value, value])).toBe(0);
    }
  });

  test.each([
    ['variance', () => stats.variance(times(1e-165))],
    ['A variance', () => stats.tTest(times(1e-165), times(2e-165))],
    ['anova', () => stats.anova([times(1e-165), times(2e-165)])],
    ['principalComponents', () => stats.principalComponents(data(1e-165), { scale: false })],
  ])('%s refuses squares that leave the doubles', (caller, compute) => {
    expect(compute).toThrow(`${caller} requires values whose squared differences fit a double`);
  });

  test.each([
    ['x', { x: times(1e-165), y: other }],
    ['y', { x: other, y: times(1e-165) }],
    ['x', { x: times(1e141), y: other }],
  ])('regress refuses a column %s of such a scale by name', (name, columns) => {
    expect(() => stats.regress('y ~ x', columns)).toThrow(`(${name}`);
  });

  test('regress says which product leaves the scale', () => {
    expect(() => stats.regress('y ~ x + I(x^2)', { y: other, x: times(1e-80) })).toThrow('(I(x^2)');
  });
});

describe('inequality at the edge of the doubles', () => {
  test('atkinson keeps its digits for large and small aversions', () => {
    // With aversion growing the index tends to one less the smallest over the mean.
    expect(stats.atkinson([1, 2, 3], 900)).toBeCloseTo(1 - (1 / 2) * 3 ** (1 / 899), 12);
    expect(stats.atkinson([1, 4], 1e-9) / 1e-9).toBeCloseTo(0.5 * stats.theil([1, 4]) * 2, 6);
    expect(stats.atkinson([1, 4], 1 + 1e-9)).toBeCloseTo(stats.atkinson([1, 4], 1), 8);
    expect(stats.atkinson([5, 5, 5], 900)).toBe(0);
  });

  test('meanLogDeviation and its decomposition take ratios that leave the doubles', () => {
    const log = Math.log;
    const sizes = [1e-200, 1e150];
    const expected = (log(0.5) + 350 * log(10) + log(0.5)) / 2;
    expect(stats.meanLogDeviation(sizes)).toBeCloseTo(expected, 9);
    const split = stats.decomposeInequality(
      { size: sizes, group: ['a', 'b'] },
      { column: 'size', groups: 'group', measure: 'meanLogDeviation' },
    );
    expect(split.between).toBeCloseTo(expected, 9);
    expect(split.within).toBe(0);
  });
});
