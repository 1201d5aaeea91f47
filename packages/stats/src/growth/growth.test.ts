import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { correctDigits, worstDigits } from '../correct-digits.js';
import {
  compoundGrowth,
  growthAccounting,
  type GrowthAccounting,
  growthContributions,
  growthOfSum,
  growthShares,
  meanGrowth,
  perpetualInventory,
} from './index.js';

const terms = ['output', 'capital', 'labour', 'tfp'] as const;
type Term = (typeof terms)[number];
interface Account {
  rows: number[];
  steps: Record<Term, number[]>;
  total: Record<Term, number>;
  levels: number[];
}
const reference = JSON.parse(readFileSync(new URL('../../references/growth.json', import.meta.url), 'utf8')) as Record<
  | 'years'
  | 'investment'
  | 'output'
  | 'labour'
  | 'capital'
  | 'share'
  | 'inventoryStart'
  | 'inventoryEnd'
  | 'before'
  | 'after'
  | 'contributions'
  | 'shares',
  number[]
> &
  Record<'compound' | 'growthOfSum' | 'meanGrowth', number> &
  Record<'constant' | 'varying' | 'gaps', Account>;
const { before, after, investment } = reference;
const contributionsOf = (rows: GrowthAccounting['rows'], term: Term): number[] =>
  rows.filter((row) => row.term === term).map(({ contribution }) => contribution);

describe('as R', () => {
  test('rates of growth, contributions and shares', () => {
    expect(correctDigits(growthOfSum(before, after), reference.growthOfSum)).toBeGreaterThan(14);
    expect(correctDigits(meanGrowth(before, after), reference.meanGrowth)).toBeGreaterThan(14);
    expect(worstDigits(growthContributions(before, after), reference.contributions)).toBeGreaterThan(14);
    expect(worstDigits(growthShares(before, after), reference.shares)).toBeGreaterThan(14);
    expect(
      correctDigits(compoundGrowth(investment[0]!, investment.at(-1)!, investment.length - 1), reference.compound),
    ).toBeGreaterThan(14);
  });

  test.each([
    ['the start of periods', { growth: 0.08 }, 'inventoryStart'],
    ['their end', { growth: 0.08, timing: 'end' }, 'inventoryEnd'],
    ['the start, with the growth of investment itself', {}, 'capital'],
  ] as const)('capital at %s', (_when, options, name) => {
    expect(
      worstDigits(perpetualInventory(investment, { depreciation: 0.096, ...options }), reference[name]),
    ).toBeGreaterThan(14);
  });

  test.each(['constant', 'varying', 'gaps'] as const)('growth accounting with %s shares or steps', (kind) => {
    const expected = reference[kind];
    const take = (values: number[]): number[] => expected.rows.map((row) => values[row]!);
    const data = {
      year: take(reference.years),
      output: take(reference.output),
      capital: take(reference.capital),
      labour: take(reference.labour),
      alpha: take(reference.share),
      rest: take(reference.share).map((share) => 1 - share),
    };
    const inputs = kind === 'constant' ? { capital: 0.45, labour: 0.55 } : { capital: 'alpha', labour: 'rest' };
    const { rows, total, levels, warnings } = growthAccounting(data, { time: 'year', output: 'output', inputs });
    for (const term of terms) {
      // Differences of logs near one another: three digits are gone, in the residual of small steps four.
      expect(worstDigits(contributionsOf(rows, term), expected.steps[term]), term).toBeGreaterThan(11);
      expect(correctDigits(contributionsOf(total, term)[0]!, expected.total[term]), term).toBeGreaterThan(12);
    }
    expect(
      worstDigits(
        levels.map(({ tfp }) => tfp),
        expected.levels,
      ),
    ).toBeGreaterThan(14);
    expect(warnings).toEqual([]);
  });
});

const parts = fc.array(fc.tuple(fc.integer({ min: 1, max: 1000 }), fc.integer({ min: 1, max: 1000 })), {
  minLength: 1,
  maxLength: 12,
});
const split = (rows: [number, number][]): [number[], number[]] => [rows.map(([x]) => x), rows.map(([, y]) => y)];

describe('laws', () => {
  test('contributions add up to the growth of the sum, shares to one', () => {
    fc.assert(
      fc.property(parts, (rows) => {
        const [first, last] = split(rows);
        const contributions = growthContributions(first, last);
        expect(contributions.reduce((sum, value) => sum + value, 0)).toBeCloseTo(growthOfSum(first, last), 10);
        fc.pre(growthOfSum(first, last) !== 0);
        expect(growthShares(first, last).reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 10);
      }),
    );
  });

  test('the growth of the sum is the mean of rates weighted by first sizes; the plain mean is that of equal parts', () => {
    fc.assert(
      fc.property(parts, (rows) => {
        const [first, last] = split(rows);
        const all = first.reduce((sum, value) => sum + value, 0);
        const weighted = first.reduce((sum, value, i) => sum + (value / all) * (last[i]! / value - 1), 0);
        expect(growthOfSum(first, last)).toBeCloseTo(weighted, 10);
        expect(meanGrowth(first, last)).toBeCloseTo(
          growthOfSum(
            first.map(() => 1),
            last.map((value, i) => value / first[i]!),
          ),
          10,
        );
      }),
    );
  });

  test('a part missing once has no contribution and does not count in the others', () => {
    expect(growthContributions([60, NaN, 40], [66, 5, 49])).toEqual(new Float64Array([6 / 100, NaN, 9 / 100]));
    expect(growthShares([60, 7, 40], [66, NaN, 49])).toEqual(new Float64Array([6 / 15, NaN, 9 / 15]));
    expect(growthOfSum([60, NaN, 40], [66, 5, 49])).toBe(15 / 100);
  });

  test('compound growth leads from the first to the last', () => {
    fc.assert(
      fc.property(fc.double({ min: -0.5, max: 0.5, noNaN: true }), fc.integer({ min: 1, max: 30 }), (rate, periods) => {
        expect(compoundGrowth(100, 100 * (1 + rate) ** periods, periods)).toBeCloseTo(rate, 12);
      }),
    );
  });

  test('in a steady state capital at the start of periods grows as investment does', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 0.2, noNaN: true }),
        fc.double({ min: 0.02, max: 0.2, noNaN: true }),
        (growth, depreciation) => {
          const flow = Array.from({ length: 15 }, (_, t) => 50 * (1 + growth) ** t);
          const capital = perpetualInventory(flow, { depreciation, growth });
          expect(
            worstDigits(
              capital,
              flow.map((value) => value / (growth + depreciation)),
            ),
          ).toBeGreaterThan(13);
        },
      ),
    );
  });

  test('a wrong initial capital wears out at the rate of depreciation', () => {
    const [low, high] = [100, 300].map((initial) => perpetualInventory(investment, { depreciation: 0.1, initial }));
    expect(high!.at(-1)! - low!.at(-1)!).toBeCloseTo(200 * 0.9 ** (investment.length - 1), 10);
  });

  test('an economy made with a rate of progress gives that rate back, and contributions add up to output', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -0.03, max: 0.05, noNaN: true }),
        fc.double({ min: 0.2, max: 0.8, noNaN: true }),
        fc.array(fc.tuple(fc.integer({ min: 50, max: 99 }), fc.integer({ min: 50, max: 99 })), {
          minLength: 2,
          maxLength: 8,
        }),
        (progress, alpha, stocks) => {
          const data = stocks.map(([capital, labour], year) => ({
            year,
            capital,
            labour,
            gdp: Math.exp(progress * year) * capital ** alpha * labour ** (1 - alpha),
          }));
          const { rows, total, levels } = growthAccounting(data, {
            time: 'year',
            output: 'gdp',
            inputs: { capital: alpha, labour: 1 - alpha },
          });
          for (const tfp of contributionsOf([...rows, ...total], 'tfp')) expect(tfp).toBeCloseTo(progress, 11);
          const sum = total.slice(1).reduce((all, { contribution }) => all + contribution, 0);
          expect(sum).toBeCloseTo(total[0]!.growth, 12);
          expect(levels.at(-1)!.tfp).toBeCloseTo(Math.exp(progress * (stocks.length - 1)), 10);
        },
      ),
    );
  });

  test('rows with a missing value are left out, and elasticities that do not add up to one are named', () => {
    const data = { year: [2, 1, 3], gdp: [null, 1, 4], capital: [1, 1, 2] };
    const { rows, warnings } = growthAccounting(data, { time: 'year', output: 'gdp', inputs: { capital: 0.5 } });
    expect(rows.map(({ from, to, term, share }) => [from, to, term, share])).toEqual([
      [1, 3, 'output', 1],
      [1, 3, 'capital', 0.25],
      [1, 3, 'tfp', 0.75],
    ]);
    expect(warnings).toEqual([
      '1 row left out: a column is missing there.',
      'Elasticities do not add up to one, without constant returns to scale: 1, 3.',
    ]);
  });
});

describe('what cannot be computed is an error', () => {
  const account =
    (changed: object): (() => unknown) =>
    () =>
      growthAccounting(
        { year: [1, 2], gdp: [1, 2], k: [1, 2], ...changed },
        { time: 'year', output: 'gdp', inputs: { k: 1 } },
      );
  test.each([
    ['a sum of zero', () => growthOfSum([1, -1], [2, 3]), 'growthOfSum requires a positive sum before, got 0'],
    ['a part of zero', () => meanGrowth([0, 1], [2, 3]), 'meanGrowth requires positive parts before, got 0'],
    [
      'a total that stays',
      () => growthShares([1, 2], [2, 1]),
      'growthShares requires a total that changes, got 3 at both times',
    ],
    ['a level of zero', () => compoundGrowth(0, 2, 1), 'compoundGrowth requires positive numbers, got 0 (first)'],
    ['a period without investment', () => perpetualInventory([1, NaN, 2], { depreciation: 0.1 }), 'got 1 of 3 missing'],
    [
      'a depreciation in percent',
      () => perpetualInventory([1, 2], { depreciation: 9.6 }),
      'perpetualInventory requires a depreciation from 0 to 1, got 9.6',
    ],
    [
      'investment that vanishes',
      () => perpetualInventory([4, 1], { depreciation: 0.1 }),
      'growth and depreciation with a positive sum, got -0.75 and 0.1',
    ],
    [
      'output of zero',
      account({ gdp: [0, 1] }),
      'growthAccounting requires positive values, got 0 (column "gdp", row 1)',
    ],
    ['two places at once', account({ year: [1, 1] }), 'growthAccounting requires one row per time, got more for 1'],
    [
      'one complete row',
      account({ k: [1, null] }),
      'growthAccounting requires at least two rows without a missing value, got 1',
    ],
    [
      'an input called tfp',
      () => growthAccounting({ t: [1, 2], y: [1, 2], tfp: [1, 2] }, { time: 't', output: 'y', inputs: { tfp: 1 } }),
      'not called output or tfp, got "tfp"',
    ],
  ])('%s', (_what, compute, message) => expect(compute).toThrow(message));
});
