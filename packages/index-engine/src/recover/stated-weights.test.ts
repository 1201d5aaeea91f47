import { type Interval, roundedInterval } from '@indexlab/core';
import { describe, expect, test } from 'vitest';
import { recoverWeights } from './recover-weights.js';
import type { StatedVerdict } from './stated-weights.js';

const printed = (...tokens: string[]): Interval[] => tokens.map((token) => roundedInterval(token));

/** The weight of the market lies between 0.3975 and 0.4025, by the last row. */
const options = {
  unit: ['Chengdu', 'Wuhan', 'Hangzhou'],
  total: printed('28.0', '20.0', '26.0'),
  parts: { market: printed('10.0', '20.0', '50.0'), technology: printed('40.0', '20.0', '10.0') },
};
const check = (stated: Record<string, number | string>, more = {}): StatedVerdict =>
  recoverWeights({ ...options, ...more, stated }).stated!;

describe('stated weights', () => {
  test('are possible when they can have produced every total', () => {
    expect(check({ market: 0.4, technology: 0.6 })).toEqual({
      weights: { market: 0.4, technology: 0.6 },
      possible: true,
      rows: [],
      ruledOutBy: null,
    });
  });

  test('are ruled out by the rows that none of their totals fits', () => {
    expect(check({ market: 0.42, technology: 0.58 })).toMatchObject({
      possible: false,
      rows: ['Chengdu', 'Hangzhou'],
      ruledOutBy: 'each row',
    });
    expect(check({ market: 0.403, technology: 0.597 })).toMatchObject({
      possible: false,
      rows: ['Hangzhou'],
      ruledOutBy: 'each row',
    });
  });

  test('printed with a fraction or a percent sign stand for all that rounds to them', () => {
    expect(check({ market: '0.41', technology: '0.59' })).toMatchObject({ possible: false, ruledOutBy: 'each row' });
    expect(check({ market: '0.39', technology: '0.61' })).toMatchObject({ possible: false });
    expect(check({ market: '0.40', technology: '0.60' })).toMatchObject({
      possible: true,
      asExactNumbers: { possible: true },
    });
    const coarse = check({ market: '41%', technology: '59%' });
    expect(coarse).toMatchObject({ weights: { market: 0.41, technology: 0.59 }, possible: false });
    expect(check({ market: '0.4', technology: '0.6' })).toEqual({
      weights: { market: 0.4, technology: 0.6 },
      possible: true,
      rows: [],
      ruledOutBy: null,
      asExactNumbers: { possible: true, rows: [], ruledOutBy: null },
    });
    expect(check({ market: '0.403', technology: '0.597' })).toMatchObject({
      possible: true,
      asExactNumbers: { possible: false, rows: ['Hangzhou'] },
    });
  });

  test('may be of some parts only', () => {
    expect(check({ market: 0.4 }).possible).toBe(true);
    expect(check({ technology: 0.7 })).toMatchObject({ possible: false, ruledOutBy: 'each row' });
  });

  test('that cannot sum to one are ruled out by that alone', () => {
    expect(check({ market: 0.4, technology: 0.5 })).toMatchObject({ possible: false, rows: [], ruledOutBy: 'sum' });
    expect(check({ market: 0.4, technology: 0.6 }, { sumToOne: false }).possible).toBe(true);
  });

  test('can be ruled out by rows together that no single row rules out', () => {
    const three = {
      total: printed('20.0', '40.0'),
      parts: { a: printed('10.0', '10.0'), b: printed('20.0', '90.0'), c: printed('30.0', '20.0') },
    };
    // Row 1: a = c; row 2: a + 2 c + 9 b = 4; so b = 0.333, a = c = 0.333, while a = 0.3 leaves each row alone a way out.
    expect(check({ a: 0.3 }, { ...three, unit: ['x', 'y'] })).toMatchObject({
      possible: false,
      rows: ['x', 'y'],
      ruledOutBy: 'rows together',
    });
  });

  test('are checked against the relation that is reported, rescaling included', () => {
    const rows = 12;
    const values = (factor: number): number[] => Array.from({ length: rows }, (_, row) => ((row * factor) % 17) + 1);
    const [a, b] = [values(5), values(7)];
    const print = (numbers: readonly number[]): Interval[] => printed(...numbers.map((value) => value.toFixed(3)));
    const rescaled = {
      unit: a!.map(String),
      total: print(a!.map((value, row) => 0.3 * (20 * value - 3) + 0.7 * b![row]!)),
      parts: { a: print(a!), b: print(b!) },
    };
    expect(check({ a: 0.3, b: 0.7 }, rescaled).possible).toBe(true);
    expect(check({ a: 0.4, b: 0.6 }, rescaled)).toMatchObject({ possible: false, ruledOutBy: 'rows together' });
  });
});
