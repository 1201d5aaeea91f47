import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { correctDigits } from '../correct-digits.js';
import * as tests from './index.js';
import type { Alternative, EstimateTest, RankTest } from './index.js';
import { concordantProbabilities, rankSumProbabilities, signedRankProbabilities } from './rank-distributions.js';

const references = new URL('../../references/', import.meta.url);
const read = (path: string): unknown => JSON.parse(readFileSync(new URL(path, references), 'utf8'));
const numbers = (values: (number | null)[]): number[] => values.map((value) => value ?? NaN);

interface Expected {
  statistic: number;
  pValue: number;
  degreesOfFreedom: number;
  estimate: number;
  lower: number | string;
  upper: number | string;
}
type Sides = Record<Alternative, Expected>;
interface Sample extends Record<'oneSample' | 't' | 'welch' | 'paired' | 'mannWhitney' | 'wilcoxon', Sides> {
  x: (number | null)[];
  y: (number | null)[];
}
interface GroupReference extends Record<'kruskalWallis' | 'leveneMedian' | 'leveneMean' | 'bartlett', Expected> {
  groups: Record<string, (number | null)[]>;
  anova: { sumOfSquares: number[]; statistic: number; pValue: number };
  tukey: { term: string; estimate: number; lower: number; upper: number; pValue: number }[];
}
interface TableReference {
  table: number[][];
  corrected: Expected;
  plain: Expected;
  expected: number[][];
  residuals: number[][];
}
const reference = read('tests.json') as {
  samples: Record<string, Sample>;
  groups: Record<string, GroupReference>;
  tables: Record<string, TableReference>;
  goodnessOfFit: Expected;
};

/** Holds a p-value to 12 digits: R's own tails have about 13. */
function expectTest(
  computed: { statistic: number; pValue: number },
  expected: { statistic: number; pValue: number },
): void {
  expect(correctDigits(computed.statistic, expected.statistic)).toBeGreaterThan(12);
  expect(correctDigits(computed.pValue, expected.pValue)).toBeGreaterThan(12);
}

const alternatives: Alternative[] = ['two-sided', 'greater', 'less'];

describe.each(Object.entries(reference.samples))('as R on the samples %s', (_name, sample) => {
  const [x, y] = [numbers(sample.x), numbers(sample.y)];
  const tTests: [
    keyof Sample & ('oneSample' | 't' | 'welch' | 'paired'),
    (alternative: Alternative) => EstimateTest,
  ][] = [
    ['oneSample', (alternative) => tests.oneSampleTTest(x, 1, { alternative })],
    ['t', (alternative) => tests.tTest(x, y, { alternative })],
    ['welch', (alternative) => tests.welchTest(x, y, { alternative, level: 0.9 })],
    ['paired', (alternative) => tests.pairedTTest(x, y, { alternative })],
  ];
  test.each(tTests)('%s t test on every side', (name, compute) => {
    for (const alternative of alternatives) {
      const computed = compute(alternative);
      const expected = sample[name][alternative];
      expectTest(computed, expected);
      expect(correctDigits(computed.degreesOfFreedom as number, expected.degreesOfFreedom)).toBeGreaterThan(12);
      expect(correctDigits(computed.estimate, expected.estimate)).toBeGreaterThan(12);
      expect(correctDigits(computed.lower, Number(String(expected.lower).replace('Inf', 'Infinity')))).toBeGreaterThan(
        12,
      );
      expect(correctDigits(computed.upper, Number(String(expected.upper).replace('Inf', 'Infinity')))).toBeGreaterThan(
        12,
      );
    }
  });

  const rankTests: ['mannWhitney' | 'wilcoxon', (alternative: Alternative) => RankTest][] = [
    ['mannWhitney', (alternative) => tests.mannWhitney(x, y, alternative)],
    ['wilcoxon', (alternative) => tests.wilcoxon(x, y, alternative)],
  ];
  test.each(rankTests)('%s test on every side', (name, compute) => {
    for (const alternative of alternatives) expectTest(compute(alternative), sample[name][alternative]);
  });
});

describe.each(Object.entries(reference.groups))('as R on the groups %s', (_name, expected) => {
  const groups = Object.fromEntries(Object.entries(expected.groups).map(([name, values]) => [name, numbers(values)]));

  test('analysis of variance', () => {
    const { rows } = tests.anova(groups);
    expectTest({ statistic: rows[0].statistic!, pValue: rows[0].pValue! }, expected.anova);
    rows.forEach((row, i) =>
      expect(correctDigits(row.sumOfSquares, expected.anova.sumOfSquares[i]!)).toBeGreaterThan(12),
    );
  });

  test('Kruskal-Wallis, Levene and Bartlett', () => {
    expectTest(tests.kruskalWallis(groups), expected.kruskalWallis);
    expectTest(tests.levene(groups), expected.leveneMedian);
    expectTest(tests.levene(groups, 'mean'), expected.leveneMean);
    expectTest(tests.bartlett(groups), expected.bartlett);
  });

  test('Tukey: differences, and p-values and intervals to the digits that ptukey and qtukey have', () => {
    const rows = tests.tukey(groups);
    expect(rows.map((row) => row.term)).toEqual(expected.tukey.map((row) => row.term));
    rows.forEach((row, i) => {
      const known = expected.tukey[i]!;
      expect(correctDigits(row.estimate, known.estimate)).toBeGreaterThan(12);
      // R's qtukey stops at 1e-4 of the quantile; its ptukey has about ten digits of the lower tail.
      expect(Math.abs(row.lower - known.lower)).toBeLessThan(1e-4 * row.standardError);
      expect(Math.abs(row.upper - known.upper)).toBeLessThan(1e-4 * row.standardError);
      expect(Math.abs(row.pValue - known.pValue)).toBeLessThan(1e-9);
    });
  });
});

describe('chi-squared tests', () => {
  test.each(Object.entries(reference.tables))(
    'as R on the table %s',
    (_name, { table, corrected, plain, expected, residuals }) => {
      expectTest(tests.chiSquaredTest(table), corrected);
      const computed = tests.chiSquaredTest(table, false);
      expectTest(computed, plain);
      computed.expected.forEach((row, r) =>
        row.forEach((value, c) => expect(correctDigits(value, expected[r]![c]!)).toBeGreaterThan(14)),
      );
      computed.residuals.forEach((row, r) =>
        row.forEach((value, c) => expect(correctDigits(value, residuals[r]![c]!)).toBeGreaterThan(12)),
      );
    },
  );

  test('goodness of fit as R', () => {
    expectTest(tests.chiSquaredGoodnessOfFit([14, 21, 9, 30], [1, 2, 1, 2]), reference.goodnessOfFit);
  });

  test('small expected counts are said', () => {
    expect(
      tests.chiSquaredTest([
        [1, 2],
        [3, 4],
      ]).warnings,
    ).toEqual(['4 of 4 expected counts are below 5: the p-value may be off.']);
  });
});

describe('exact distributions of ranks', () => {
  /** All orders of 1 to n. */
  const orders = (n: number): number[][] =>
    n === 0 ? [[]] : orders(n - 1).flatMap((order) => Array.from({ length: n }, (_, at) => order.toSpliced(at, 0, n)));
  const shares = (statistics: number[], length: number): number[] =>
    Array.from(
      { length },
      (_, value) => statistics.filter((statistic) => statistic === value).length / statistics.length,
    );
  const expectShares = (computed: Float64Array, expected: number[]): void => {
    expect(computed.length).toBe(expected.length);
    computed.forEach((value, i) => expect(correctDigits(value, expected[i]!)).toBeGreaterThan(14));
  };

  test('the rank sum counts every order of seven values', () => {
    const statistics = orders(7).map((order) => order.slice(0, 3).reduce((sum, rank) => sum + rank, 0) - 6);
    expectShares(rankSumProbabilities(3, 4), shares(statistics, 13));
  });

  test('the signed rank counts every choice of signs', () => {
    const statistics = Array.from({ length: 32 }, (_, signs) =>
      [1, 2, 3, 4, 5].reduce((sum, rank, i) => sum + ((signs >> i) & 1) * rank, 0),
    );
    expectShares(signedRankProbabilities(5), shares(statistics, 16));
  });

  test('concordant pairs count every order of six values', () => {
    const statistics = orders(6).map((order) =>
      order.reduce((sum, value, i) => sum + order.slice(i).filter((later) => later > value).length, 0),
    );
    expectShares(concordantProbabilities(6), shares(statistics, 16));
  });
});

describe('laws', () => {
  const sample = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 3, maxLength: 12 });
  const varies = (values: number[]): boolean => new Set(values).size > 1;

  test('exchanging the samples changes the sign of t and keeps the p-value', () => {
    fc.assert(
      fc.property(sample.filter(varies), sample, (x, y) => {
        const [there, back] = [tests.welchTest(x, y), tests.welchTest(y, x)];
        expect(there.statistic + back.statistic).toBe(0);
        expect(correctDigits(back.pValue, there.pValue)).toBeGreaterThan(13);
      }),
    );
  });

  test('with two groups F is the square of t', () => {
    fc.assert(
      fc.property(sample.filter(varies), sample, (x, y) => {
        const between = tests.anova([x, y]).rows[0];
        const { statistic, pValue } = tests.tTest(x, y);
        expect(Math.abs(between.statistic! - statistic ** 2)).toBeLessThan(1e-12 * (1 + statistic ** 2));
        expect(correctDigits(between.pValue!, pValue)).toBeGreaterThan(11);
      }),
    );
  });

  test('rank tests see only the order of the values', () => {
    fc.assert(
      fc.property(sample.filter(varies), sample, (x, y) => {
        const grow = (value: number): number => Math.exp(value / 10);
        expect(tests.mannWhitney(x.map(grow), y.map(grow)).pValue).toBe(tests.mannWhitney(x, y).pValue);
        expect(tests.kruskalWallis([x.map(grow), y.map(grow)]).pValue).toBe(tests.kruskalWallis([x, y]).pValue);
      }),
    );
  });
});

describe('what cannot be computed is an error', () => {
  test.each([
    ['one group', () => tests.anova([[1, 2]]), 'anova requires at least two groups, got 1'],
    [
      'an empty group',
      () => tests.anova({ a: [1, 2], b: [NaN] }),
      'anova (group "b") requires at least 1 value, got 0',
    ],
    ['groups of one value', () => tests.anova([[1], [2]]), 'anova requires a group with at least two values'],
    [
      'constant groups',
      () =>
        tests.anova([
          [1, 1],
          [2, 2],
        ]),
      'anova requires values that differ within groups',
    ],
    ['constant samples', () => tests.welchTest([1, 1], [2, 2]), 'welchTest requires values that differ'],
    ['equal pairs', () => tests.wilcoxon([1, 2], [1, 2]), 'wilcoxon requires pairs that differ, got 2 equal ones'],
    ['equal values', () => tests.mannWhitney([1, 1], [1]), 'mannWhitney requires values that differ, got 3 times 1'],
    ['pairs of different length', () => tests.pairedTTest([1, 2], [1]), 'variables of one length, got 2 and 1'],
    [
      'a group without variance',
      () => tests.bartlett({ a: [1, 2], b: [3, 3] }),
      'bartlett requires groups with a variance, got 0 (group "b")',
    ],
    [
      'an empty column',
      () =>
        tests.chiSquaredTest([
          [1, 0],
          [2, 0],
        ]),
      'got column 2 empty',
    ],
    [
      'one group of the studentised range',
      () => tests.studentizedRangeUpperTail(3, 1, 10),
      'requires two or more groups, got 1',
    ],
  ])('%s', (_what, compute, message) => expect(compute).toThrow(message));
});
