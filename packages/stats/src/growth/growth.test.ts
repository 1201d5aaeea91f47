import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { correctDigits } from '../correct-digits.js';
import { compoundGrowth, growthAccounting, growthContributions, growthOfSum, meanOfGrowth, perpetualInventory } from './index.js';

const levels = fc.array(fc.tuple(fc.integer({ min: 1, max: 1000 }), fc.integer({ min: 1, max: 1000 })), { minLength: 1, maxLength: 20 });
const split = (rows: [number, number][]): [number[], number[]] => [rows.map(([x]) => x), rows.map(([, y]) => y)];

describe('growth rates', () => {
  test('compound growth repeated gives the end', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.1, max: 10, noNaN: true }), fc.integer({ min: 1, max: 40 }), (ratio, periods) => {
        expect(correctDigits((1 + compoundGrowth(3, 3 * ratio, periods)) ** periods, ratio)).toBeGreaterThan(12);
      }),
    );
  });

  test('the growth of a sum is the mean of growth weighted by what units held', () => {
    fc.assert(
      fc.property(levels, (rows) => {
        const [x, y] = split(rows);
        const total = x.reduce((sum, value) => sum + value, 0);
        const weighted = x.reduce((sum, value, i) => sum + (value / total) * (y[i]! / value - 1), 0);
        expect(Math.abs(growthOfSum(x, y) - weighted)).toBeLessThan(1e-12 * (1 + Math.abs(weighted)));
      }),
    );
  });

  test('both leave out units with a missing value', () => {
    expect(growthOfSum([1, 2, NaN], [2, 2, 9])).toBe(1 / 3);
    expect(meanOfGrowth([1, 2, 4], [2, 2, NaN])).toBe((1 + 0) / 2);
  });
});

describe('contributions', () => {
  test('add up to the growth of the whole, and shares of growth to one', () => {
    fc.assert(
      fc.property(levels, (rows) => {
        const [before, after] = split(rows);
        const { parts, growth, warnings } = growthContributions({ before, after }, { before: 'before', after: 'after' });
        expect(Math.abs(parts.reduce((sum, part) => sum + part.contribution, 0) - growth)).toBeLessThan(1e-12 * (1 + Math.abs(growth)));
        if (growth === 0) expect(warnings).toEqual(['The whole did not change: parts have no share in its growth.']);
        else expect(correctDigits(parts.reduce((sum, part) => sum + part.shareOfGrowth!, 0), 1)).toBeGreaterThan(9);
      }),
    );
  });

  test('a part that was zero has no growth rate, a missing one is left out', () => {
    const { parts, warnings } = growthContributions(
      { part: ['a', 'b', 'c'], x: [0, 4, null], y: [2, 6, 1] },
      { before: 'x', after: 'y', part: 'part' },
    );
    expect(parts.map(({ part, growth, shareOfGrowth }) => [part, growth, shareOfGrowth])).toEqual([['a', null, 2 / 4], ['b', 2 / 4, 2 / 4]]);
    expect(warnings).toEqual(['1 of 3 parts were left out: a value is missing.']);
  });
});

describe('perpetual inventory', () => {
  test('investment that grows steadily gives a stock that grows at its rate', () => {
    const investment = Array.from({ length: 12 }, (_, t) => 10 * 1.07 ** t);
    const stocks = perpetualInventory(investment, { depreciation: 0.096 });
    expect(correctDigits(stocks[0]!, 10 / (0.07 + 0.096))).toBeGreaterThan(12);
    for (let t = 0; t < 12; t += 1) expect(correctDigits(stocks[t + 1]! / stocks[t]!, 1.07)).toBeGreaterThan(12);
  });

  test('without depreciation it is the sum', () => {
    expect(perpetualInventory([1, 2, 3], { depreciation: 0, initial: 10 })).toEqual(Float64Array.of(10, 11, 13, 16));
  });
});

describe('growth accounting', () => {
  const years = [2010, 2011, 2013, 2014];

  test('productivity of a Cobb-Douglas economy is what it was made with, gaps in time too', () => {
    const jobs = years.map((year) => 50 * 1.01 ** (year - 2010));
    const stock = years.map((year) => 200 * 1.09 ** (year - 2010));
    const gdp = years.map((year, i) => Math.exp(0.025 * (year - 2010)) * stock[i]! ** 0.45 * jobs[i]! ** 0.55);
    const { rows, whole } = growthAccounting({ years, gdp, jobs, stock }, { time: 'years', output: 'gdp', labour: 'jobs', capital: 'stock', capitalShare: 0.45 });
    for (const row of [...rows, whole]) {
      expect(correctDigits(row.productivity, 0.025)).toBeGreaterThan(12);
      expect(correctDigits(row.capitalContribution, 0.45 * Math.log(1.09))).toBeGreaterThan(12);
      expect(correctDigits(row.labourContribution, 0.55 * Math.log(1.01))).toBeGreaterThan(12);
    }
    expect(rows.map(({ from, to }) => [from, to])).toEqual([[2010, 2011], [2011, 2013], [2013, 2014]]);
  });

  test('sources add up to growth, with shares that change and capital from investment', () => {
    const data = { year: [1, 2, 3], gdp: [100, 108, 113], jobs: [40, 41, 41], spent: [30, 33, 31], share: [0.4, 0.42, 0.5] };
    const { rows, capital } = growthAccounting(data, {
      time: 'year', output: 'gdp', labour: 'jobs', capitalShare: 'share', capital: { investment: 'spent', depreciation: 0.1, initial: 250 },
    });
    expect(capital).toEqual(Float64Array.of(250, 0.9 * 250 + 30, 0.9 * (0.9 * 250 + 30) + 33));
    for (const row of rows) {
      expect(correctDigits(row.capitalContribution + row.labourContribution + row.productivity, row.output)).toBeGreaterThan(13);
    }
    expect(rows[0]!.capitalShare).toBe((0.4 + 0.42) / 2);
  });
});

describe('what cannot be computed is an error', () => {
  const data = { year: [2, 1], gdp: [1, 2], jobs: [1, 1], stock: [1, 0] };
  const options = { time: 'year', output: 'gdp', labour: 'jobs', capital: 'gdp', capitalShare: 0.4 };
  test.each([
    ['a level of zero', () => compoundGrowth(0, 1, 1), 'compoundGrowth requires levels above zero, got 0 and 1'],
    ['a unit that was zero', () => meanOfGrowth([0], [1]), 'meanOfGrowth requires levels before above zero, got 0'],
    ['a sum of zero', () => growthOfSum([0], [1]), 'growthOfSum requires a sum before above zero, got 0'],
    ['no complete part', () => growthContributions({ a: [null], b: [1] }, { before: 'a', after: 'b' }), 'requires a part with both values, got none'],
    ['a gap in investment', () => perpetualInventory([1, NaN, 2], { depreciation: 0.1 }), 'requires investment without a gap, got 1 missing'],
    ['a percentage for a share', () => perpetualInventory([1, 2], { depreciation: 9.6 }), 'requires a depreciation from 0 to 1, got 9.6'],
    ['one investment without a start', () => perpetualInventory([1], { depreciation: 0.1 }), 'perpetualInventory requires an initial stock'],
    ['time that falls', () => growthAccounting(data, options), 'requires time that rises, got 1 after 2 (column "year")'],
    ['no capital', () => growthAccounting({ ...data, year: [1, 2] }, { ...options, capital: 'stock' }), 'got 0 (column "stock", row 2)'],
    ['a share of one', () => growthAccounting({ ...data, year: [1, 2] }, { ...options, capitalShare: 1 }), 'requires shares of capital between 0 and 1, got 1'],
  ])('%s', (_what, compute, message) => expect(compute).toThrow(message));
});
