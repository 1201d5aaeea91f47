import { readFileSync } from 'node:fs';
import { Interval, roundedInterval } from '@indexlab/core';
import { describe, expect, test } from 'vitest';
import { correctDigits } from '../correct-digits.js';
import { compareClusterings } from '../clusters/index.js';
import { tierTransitions } from '../convergence/index.js';
import { surveyInterval } from '../hypothesis-tests/index.js';
import { arcElasticity, capitalServices, digitalEconomySize, hedonicPriceIndex, likeForLike } from './index.js';

const reference = JSON.parse(readFileSync(new URL('../../references/composition.json', import.meta.url), 'utf8')) as {
  wilson: [number, number];
  computers: { price: number[]; speed: number[]; year: number[] };
  hedonic: [number, number];
};

describe('sizes', () => {
  test('prices of constant quality as R computes them', () => {
    const { computers } = reference;
    const data = { ...computers, log: computers.speed.map(Math.log) };
    const rows = hedonicPriceIndex(data, { price: 'price', time: 'year', characteristics: ['log'] });
    expect(rows.map(({ time }) => time)).toEqual([2018, 2019, 2020]);
    reference.hedonic.forEach((index, at) => expect(correctDigits(rows[at + 1]!.index, index)).toBeGreaterThan(11));
  });

  test('services rise with what the price loses', () => {
    const [steady] = capitalServices([100], { depreciation: 0.3, returnRate: 0.08 });
    const falling = capitalServices([100, 100], { depreciation: 0.3, returnRate: 0.08, prices: [1, 0.9] })[1]!;
    expect(steady).toBeCloseTo(38, 10);
    expect(falling).toBeCloseTo(100 * (0.08 + 0.3 * 0.9 + 0.1), 10);
  });

  test('the size counts an ICT sector by its value added and another by its capital alone', () => {
    const data = { sector: ['ict', 'rest'], added: [10, 90], stock: [1000, 20] };
    const [row] = digitalEconomySize(data, {
      sector: 'sector',
      valueAdded: 'added',
      capital: 'stock',
      ictSectors: ['ict'],
      assumptions: { one: { depreciation: 0.2, returnRate: 0.1 } },
    });
    expect([row!.industry, row!.digitised, row!.total, row!.share]).toEqual(
      [10, 20 * (0.1 + 0.2), 16, 0.16].map((v) => expect.closeTo(v, 10)),
    );
  });

  test('an elasticity from printed digits holds that of every value within them', () => {
    const index = [
      new Interval(roundedInterval('222.53').lower, roundedInterval('222.53').upper),
      roundedInterval('348.69'),
    ] as const;
    const value = [roundedInterval('22.77'), roundedInterval('26.70')] as const;
    const { elasticity, lower, upper } = arcElasticity([index[0], index[1]], [value[0], value[1]]);
    expect(elasticity).toBeCloseTo(Math.log(26.7 / 22.77) / Math.log(348.69 / 222.53), 10);
    for (const a of [22.765, 22.775]) {
      const one = Math.log(26.7 / a) / Math.log(348.69 / 222.53);
      expect([one > lower, one < upper]).toEqual([true, true]);
    }
  });

  test('an index that may not have changed bounds nothing', () => {
    expect(arcElasticity([Interval.parse('1', '2'), Interval.parse('1.5', '3')], [1, 2]).upper).toBe(Infinity);
  });
});

describe('samples', () => {
  test('a share of a survey as R bounds it', () => {
    const { lower, upper } = surveyInterval(605 / 1670, 1670);
    expect(correctDigits(lower, reference.wilson[0])).toBeGreaterThan(12);
    expect(correctDigits(upper, reference.wilson[1])).toBeGreaterThan(12);
  });

  test('a design effect widens, a census leaves nothing open', () => {
    const width = (options: Parameters<typeof surveyInterval>[2]): number => {
      const { lower, upper } = surveyInterval(0.3, 100, options);
      return upper - lower;
    };
    expect(width({ designEffect: 2 })).toBeGreaterThan(width({}));
    expect(width({ population: 100 })).toBe(0);
  });

  test('entrants move the mean of all and not that of the common units', () => {
    const data = { unit: ['a', 'b', 'c', 'd'], before: [10, 10, NaN, 4], after: [10, 10, 1, NaN] };
    const { growth, means, entered, left } = likeForLike(data, { unit: 'unit', before: 'before', after: 'after' });
    expect([growth, means.common, means.all[1] < means.all[0], entered, left]).toEqual([
      0,
      [10, 10],
      true,
      ['c'],
      ['d'],
    ]);
  });

  test('a tier that grows by entrants alone has no transition', () => {
    const data = { unit: ['a', 'b'], before: ['top', null], after: ['top', 'top'] };
    const found = tierTransitions(data, { unit: 'unit', before: 'before', after: 'after', tiers: ['top', 'low'] });
    expect([found.risen, found.entered.top, found.stayed]).toEqual([[], ['b'], 1]);
  });

  test('a tier that nobody named is told its like', () => {
    const data = { unit: ['a'], before: ['topp'], after: ['top'] };
    expect(() => tierTransitions(data, { unit: 'unit', before: 'before', after: 'after', tiers: ['top'] })).toThrow(
      'topp',
    );
  });

  test('clusterings of one input agree where classes are plain, and raw and logs differ where they are not', () => {
    const plain = compareClusterings({ plain: [1, 1.1, 1.2, 50, 51, 52] }, { k: 2, published: [2, 2, 2, 1, 1, 1] });
    expect(plain.least).toBe(1);
    expect(plain.clusterings.every(({ agreement }) => agreement === 1)).toBe(true);
    expect(compareClusterings({ skewed: [1, 2, 4, 8, 16, 32, 64, 128] }, { k: 3 }).least).toBeLessThan(1);
  });
});
