import { randomSource } from '@indexlab/core';
import { describe, expect, test } from 'vitest';
import { regress } from './regress.js';
import { sizeCheck } from './size-check.js';
import { isSizeVariable, sizeVariable } from './size-variables.js';

/** Shares of national totals, of 120 cities of Zipf's sizes: market and cloud are unrelated but for size. */
const random = randomSource(42);
const cities = Array.from({ length: 120 }, (_, i) => {
  const population = 3000 / (i + 1);
  const share = (): number => (population / 16_000) * Math.exp(0.4 * random.normal());
  return {
    city: `city ${i + 1}`,
    population,
    market: share(),
    cloud: share(),
    rate: random.normal(),
    talent: i % 7 === 0 ? 0 : share(),
  };
});

describe('sizeVariable', () => {
  test('tells shares of a total from rates', () => {
    expect(
      sizeVariable(
        'market',
        Float64Array.from(cities, (city) => city.market),
      )?.largestShare,
    ).toBeGreaterThan(0.1);
    expect(
      sizeVariable(
        'rate',
        Float64Array.from(cities, (city) => city.rate),
      ),
    ).toBeNull();
    expect(sizeVariable('few', Float64Array.of(1, 2, 100))).toBeNull();
    expect(
      sizeVariable(
        'missing',
        Float64Array.from(cities, (city) => (city.population > 1000 ? NaN : 1)),
      ),
    ).toBeNull();
  });
});

describe('a regression in levels on size variables', () => {
  test('warns and names them, but not in logarithms, ranks or ratios', () => {
    expect(regress('cloud ~ market + rate', cities).warnings.join()).toMatch(
      /^cloud, market: a few large units carry the fit/,
    );
    for (const formula of [
      'log(cloud) ~ log(market) + rate',
      'rank(cloud) ~ rank(market)',
      'I(cloud/population) ~ rate',
    ]) {
      expect(regress(formula, cities).warnings).toEqual([]);
    }
  });
});

describe('sizeCheck', () => {
  const check = sizeCheck('cloud ~ market * rate', cities, { size: 'population', unit: 'city', largest: 4, se: 'HC3' });
  const formulaOf = (variant: string): string =>
    check.variants.find((row) => row.variant === variant)!.regression.formula;

  test('gives the model in levels, logs, ranks, with a size control and without the largest', () => {
    expect(formulaOf('levels')).toBe('cloud ~ market * rate');
    expect(formulaOf('logs')).toBe('log(cloud) ~ log(market) * rate');
    expect(formulaOf('ranks')).toBe('rank(cloud) ~ rank(market) * rate');
    expect(formulaOf('size control')).toBe('cloud ~ market * rate + log(population)');
    expect(check.variants.at(-1)!.regression.n).toBe(116);
  });

  test('names the largest units with their leverage and shares', () => {
    expect(check.largest.map((row) => row.unit)).toEqual(expect.arrayContaining(['city 1', 'city 2']));
    const leverages = check.variants[0]!.regression.fit.leverage;
    for (const { row, leverage } of check.largest) expect(leverage).toBe(leverages[row - 1]);
    expect(check.largest[0]!.shares['market']).toBeGreaterThan(0.05);
  });

  test('takes log1p where there are zeros', () => {
    expect(sizeCheck('cloud ~ talent', cities).variants[1]!.regression.formula).toBe('log(cloud) ~ log1p(talent)');
  });

  test('refuses a formula without size variables', () => {
    expect(() => sizeCheck('rate ~ log(market)', cities)).toThrow(
      'sizeCheck requires a size variable in levels, got none',
    );
  });
});

test('a size variable has ten values, a skewness above 2 and a largest value above ten medians', () => {
  const values = (...last: number[]): Float64Array => Float64Array.of(...new Array<number>(9).fill(1), ...last);
  // Nine equal values and one apart have the skewness (n - 2) / sqrt(n - 1) = 8 / 3.
  expect(sizeVariable('x', values(11))!.skewness).toBeCloseTo(8 / 3, 12);
  expect(isSizeVariable(values(10))).toBe(false);
  expect(isSizeVariable(values(11).slice(1))).toBe(false);
  expect(isSizeVariable(Float64Array.of(1, 1, 1, 1, 1, 3, 3, 3, 3, 25, 0, 0))).toBe(true);
});
