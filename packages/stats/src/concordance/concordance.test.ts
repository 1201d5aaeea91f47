import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { correctDigits } from '../correct-digits.js';
import { correlation } from '../correlation/index.js';
import { footrule, kendallW, rankBiasedOverlap, topOverlap } from './index.js';

const reference = JSON.parse(readFileSync(new URL('../../references/concordance.json', import.meta.url), 'utf8')) as {
  kendallW: {
    rankings: (number | null)[][];
    n: number;
    estimate: number;
    chiSquared: number;
    chiSquaredPValue: number;
    f: number;
    fPValue: number;
  }[];
  footrule: { x: number[]; y: number[]; distance: number }[];
  rankBiasedOverlap: { a: string[]; b: string[]; p: number; estimate: number; lower: number; upper: number }[];
};

describe('as R', () => {
  test.each(reference.kendallW)("Kendall's W, with ties and missing items: $estimate", (expected) => {
    const computed = kendallW(expected.rankings.map((values) => values.map((value) => value ?? NaN)));
    expect(computed.n).toBe(expected.n);
    expect(correctDigits(computed.estimate, expected.estimate)).toBeGreaterThan(14);
    expect(correctDigits(computed.chiSquared.statistic, expected.chiSquared)).toBeGreaterThan(14);
    expect(correctDigits(computed.chiSquared.pValue, expected.chiSquaredPValue)).toBeGreaterThan(13);
    expect(correctDigits(computed.f.statistic, expected.f)).toBeGreaterThan(13);
    expect(correctDigits(computed.f.pValue, expected.fPValue)).toBeGreaterThan(12);
  });

  test.each(reference.footrule)('footrule, with ties: $distance', ({ x, y, distance }) => {
    expect(footrule(x, y).distance).toBe(distance);
  });

  test.each(reference.rankBiasedOverlap)('rank-biased overlap of $a and $b', (expected) => {
    const computed = rankBiasedOverlap(expected.a, expected.b, { p: expected.p });
    for (const name of ['estimate', 'lower', 'upper'] as const) {
      expect(correctDigits(computed[name], expected[name]), name).toBeGreaterThan(13);
    }
  });
});

const permutations = fc.integer({ min: 3, max: 9 }).chain((n) => {
  const order = Array.from({ length: n }, (_, i) => i + 1);
  return fc.array(fc.shuffledSubarray(order, { minLength: n, maxLength: n }), { minLength: 3, maxLength: 6 });
});

describe('laws', () => {
  test('without ties the mean Spearman correlation of all pairs is (m W - 1) / (m - 1)', () => {
    fc.assert(
      fc.property(permutations, (rankings) => {
        const m = rankings.length;
        const rhos = rankings.flatMap((x, i) =>
          rankings.slice(i + 1).map((y) => correlation(x, y, { method: 'spearman' }).estimate),
        );
        const meanRho = rhos.reduce((sum, rho) => sum + rho, 0) / rhos.length;
        expect(meanRho).toBeCloseTo((m * kendallW(rankings).estimate - 1) / (m - 1), 12);
      }),
    );
  });

  test('W is one for one ranking repeated, ties and all, and then no test doubts it', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 3, maxLength: 9 }), (scores) => {
        fc.pre(new Set(scores).size > 1);
        const { estimate, f } = kendallW([scores, scores, scores]);
        expect([estimate, f.pValue]).toEqual([1, 0]);
      }),
    );
  });

  test('the footrule lies between the number of exchanged pairs and twice it, and keeps the triangle inequality', () => {
    fc.assert(
      fc.property(permutations, ([x, y, z]) => {
        let exchanged = 0;
        for (let i = 0; i < x!.length; i += 1) {
          for (let j = 0; j < i; j += 1) exchanged += Number((x![i]! - x![j]!) * (y![i]! - y![j]!) < 0);
        }
        const { distance, normalised } = footrule(x!, y!);
        expect(distance).toBeGreaterThanOrEqual(exchanged);
        expect(distance).toBeLessThanOrEqual(2 * exchanged);
        expect(normalised).toBeLessThanOrEqual(1);
        expect(distance).toBeLessThanOrEqual(footrule(x!, z!).distance + footrule(z!, y!).distance);
      }),
    );
  });

  test('the footrule of a ranking and its reverse is the maximum', () => {
    const order = Array.from({ length: 7 }, (_, i) => i);
    expect(footrule(order, order.toReversed()).normalised).toBe(1);
  });

  const items = Array.from({ length: 12 }, (_, i) => i);
  const lists = fc.tuple(
    fc.shuffledSubarray(items, { minLength: 1 }),
    fc.shuffledSubarray(items, { minLength: 1 }),
    fc.double({ min: 0.05, max: 0.98, noNaN: true }),
  );

  test('rank-biased overlap lies within its bounds, which narrow as lists are seen further, and does not see which list is first', () => {
    fc.assert(
      fc.property(lists, ([a, b, p]) => {
        const { estimate, lower, upper } = rankBiasedOverlap(a, b, { p });
        expect(estimate).toBeGreaterThanOrEqual(lower - 1e-13);
        expect(estimate).toBeLessThanOrEqual(upper + 1e-13);
        expect(rankBiasedOverlap(b, a, { p })).toEqual({ estimate, lower, upper, p });
        const shorter = rankBiasedOverlap(a.slice(0, Math.ceil(a.length / 2)), b.slice(0, Math.ceil(b.length / 2)), {
          p,
        });
        expect(shorter.lower).toBeLessThanOrEqual(lower + 1e-13);
        expect(shorter.upper).toBeGreaterThanOrEqual(upper - 1e-13);
      }),
    );
  });

  test('a list has rank-biased overlap one with itself, and none with a list of other items', () => {
    expect(rankBiasedOverlap(['a', 'b', 'c'], ['a', 'b', 'c']).estimate).toBeCloseTo(1, 15);
    expect(rankBiasedOverlap(['a', 'b'], ['c', 'd'])).toMatchObject({ estimate: 0, lower: 0 });
  });
});

describe('what cannot be computed is an error', () => {
  test.each([
    ['one ranking', () => kendallW([[1, 2, 3]]), 'kendallW requires at least two rankings, got 1'],
    [
      'two items',
      () =>
        kendallW([
          [1, 2],
          [2, 1],
        ]),
      'kendallW requires at least 3 rows',
    ],
    [
      'a ranking that ties all',
      () =>
        kendallW([
          [1, 2, 3],
          [2, 2, 2],
        ]),
      'kendallW requires rankings that tell items apart, got 3 times 2 (ranking 2)',
    ],
    [
      'lengths that differ',
      () => footrule([1, 2], [1, 2, 3]),
      'footrule requires variables of one length, got 2 and 3',
    ],
    [
      'an item twice',
      () => rankBiasedOverlap(['a', 'b', 'a'], ['c']),
      'rankBiasedOverlap requires each item once, got a again (a)',
    ],
    [
      'an empty list',
      () => rankBiasedOverlap(['a'], []),
      'rankBiasedOverlap requires lists with at least one item, got none (b)',
    ],
    [
      'a p of one',
      () => rankBiasedOverlap(['a'], ['b'], { p: 1 }),
      'rankBiasedOverlap requires a p between 0 and 1, got 1',
    ],
    [
      'a top beyond the list',
      () => topOverlap(['a', 'b'], ['a'], 2),
      'topOverlap requires lists of at least k items, got 1 for k = 2 (b)',
    ],
  ])('%s', (_what, compute, message) => expect(compute).toThrow(message));
});
