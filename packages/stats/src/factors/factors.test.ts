import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { correctDigits, worstDigits } from '../correct-digits.js';
import {
  bartlettSphericity,
  cronbachAlpha,
  factorAnalysis,
  kaiserMeyerOlkin,
  principalComponents,
  varimax,
} from './index.js';

interface Pca {
  variances: number[];
  weights: number[][];
  scores: number[];
}
interface Analysis {
  loadings: number[][];
  uniquenesses: number[];
  statistic: number;
  pValue: number;
}
const reference = JSON.parse(readFileSync(new URL('../../references/factors.json', import.meta.url), 'utf8')) as {
  columns: Record<string, (number | null)[]>;
  n: number;
  correlationPca: Pca;
  covariancePca: Pca;
  oneFactor: Analysis;
  twoFactors: Analysis;
  twoUnrotated: Analysis;
  kmo: { overall: number; columns: number[] };
  sphericity: { statistic: number; pValue: number };
  alpha: { raw: number; standardized: number; without: number[] };
} & Record<'raw' | 'varimax' | 'varimaxPlain', number[][]>;
const { columns } = reference;
const largestDifference = (computed: number[][], expected: number[][]): number =>
  Math.max(...computed.flatMap((row, i) => row.map((value, j) => Math.abs(value - expected[i]![j]!))));

describe.each([
  ['correlations', true, reference.correlationPca],
  ['covariances', false, reference.covariancePca],
] as const)('principal components of %s as prcomp', (_name, scale, expected) => {
  const { components, scores, n, warnings } = principalComponents(columns, { scale });

  test('variances and weights, over the complete rows', () => {
    expect(n).toBe(reference.n);
    expect(warnings).toEqual(['3 of 120 rows were left out: a column is missing there.']);
    expect(
      worstDigits(
        components.map(({ variance }) => variance),
        expected.variances,
      ),
    ).toBeGreaterThan(12);
    const names = Object.keys(columns);
    const weights = names.map((name) => components.map((component) => component.weights[name]!));
    expect(largestDifference(weights, expected.weights)).toBeLessThan(1e-12);
    expect(correctDigits(components.at(-1)!.cumulative, 1)).toBeGreaterThan(14);
  });

  test('scores', () => {
    expect(scores[0]!.row).toBe(1);
    expect(largestDifference([scores[0]!.values], [expected.scores])).toBeLessThan(1e-12);
  });
});

describe('factor analysis as factanal, whose optimiser stops at about six digits', () => {
  test.each([
    ['one factor', 1, 'none', reference.oneFactor],
    ['two factors, rotated', 2, 'varimax', reference.twoFactors],
    ['two factors, as found', 2, 'none', reference.twoUnrotated],
  ] as const)('%s', (_name, factors, rotation, expected) => {
    const { loadings, test: fit } = factorAnalysis(columns, { factors, rotation });
    expect(
      worstDigits(
        loadings.map(({ uniqueness }) => uniqueness),
        expected.uniquenesses,
      ),
    ).toBeGreaterThan(4);
    expect(
      largestDifference(
        loadings.map(({ values }) => values),
        expected.loadings,
      ),
    ).toBeLessThan(2e-5);
    expect(correctDigits(fit!.statistic, expected.statistic)).toBeGreaterThan(6);
    expect(fit!.statistic).toBeLessThan(expected.statistic * (1 + 1e-9));
    expect(correctDigits(fit!.pValue, expected.pValue)).toBeGreaterThan(6);
  });

  test('loadings and uniquenesses make up each column', () => {
    const { loadings, explained } = factorAnalysis(columns, { factors: 2 });
    for (const { values, uniqueness, communality } of loadings) {
      expect(
        correctDigits(
          values.reduce((sum, value) => sum + value * value, 0),
          communality,
        ),
      ).toBeGreaterThan(10);
      expect(communality + uniqueness).toBe(1);
    }
    expect(explained[0]!.sumOfSquares).toBeGreaterThan(explained[1]!.sumOfSquares);
  });

  test('a column that is explained entirely is said', () => {
    const first = Array.from({ length: 40 }, (_, i) => Math.sin(i * 1.7));
    const noise = (seed: number): number[] => first.map((_, i) => Math.sin(i * i * seed + seed));
    const data = {
      x: first,
      y: first.map((value, i) => value + noise(0.7)[i]! * 0.05),
      z: noise(1.3),
      w: noise(2.1).map((value, i) => value + first[i]! * 0.1),
    };
    expect(factorAnalysis(data, { factors: 1 }).warnings[0]).toMatch(/^Nothing of x|^Nothing of y/);
  });
});

describe('varimax', () => {
  test('as R, with and without Kaiser normalisation', () => {
    expect(largestDifference(varimax(reference.raw), reference.varimax)).toBeLessThan(1e-7);
    expect(largestDifference(varimax(reference.raw, { normalize: false }), reference.varimaxPlain)).toBeLessThan(1e-7);
  });

  test('keeps what the factors explain of each variable', () => {
    const squares = (rows: number[][]): number[] =>
      rows.map((row) => row.reduce((sum, value) => sum + value * value, 0));
    expect(worstDigits(squares(varimax(reference.raw)), squares(reference.raw))).toBeGreaterThan(13);
  });

  test('a simple structure, turned, is found again', () => {
    const simple = [
      [0.9, 0],
      [0.8, 0],
      [0.7, 0],
      [0, 0.6],
      [0, 0.5],
    ];
    const turned = simple.map(([x, y]) => [
      x! * Math.cos(0.7) - y! * Math.sin(0.7),
      x! * Math.sin(0.7) + y! * Math.cos(0.7),
    ]);
    expect(largestDifference(varimax(turned), simple)).toBeLessThan(1e-12);
  });
});

describe('as psych in R', () => {
  test('Kaiser-Meyer-Olkin', () => {
    const { overall, columns: each } = kaiserMeyerOlkin(columns);
    expect(correctDigits(overall, reference.kmo.overall)).toBeGreaterThan(12);
    expect(
      worstDigits(
        each.map(({ adequacy }) => adequacy),
        reference.kmo.columns,
      ),
    ).toBeGreaterThan(12);
  });

  test('sphericity', () => {
    const { statistic, pValue } = bartlettSphericity(columns);
    expect(correctDigits(statistic, reference.sphericity.statistic)).toBeGreaterThan(12);
    expect(correctDigits(pValue, reference.sphericity.pValue)).toBeGreaterThan(11);
  });

  test('alpha, and without each column', () => {
    const complete = (columns['a'] as number[])
      .map((_, row) => row)
      .filter((row) => Object.values(columns).every((values) => values[row] !== null));
    const data = Object.fromEntries(['a', 'b', 'c'].map((name) => [name, complete.map((row) => columns[name]![row])]));
    const { alpha, standardized, withoutColumn } = cronbachAlpha(data);
    expect(worstDigits([alpha, standardized], [reference.alpha.raw, reference.alpha.standardized])).toBeGreaterThan(12);
    expect(
      worstDigits(
        withoutColumn.map((row) => row.alpha!),
        reference.alpha.without,
      ),
    ).toBeGreaterThan(12);
  });

  test('a column that goes against the others is named', () => {
    const data = { a: [1, 2, 3, 4], b: [1, 2, 4, 3], c: [4, 3, 2, 1] };
    expect(cronbachAlpha(data).warnings).toEqual(['Columns that go against the others, to be reversed: c.']);
  });
});

describe('what cannot be computed is an error', () => {
  const total = { a: [1, 2, 3, 5, 4], b: [2, 1, 4, 3, 3], sum: [3, 3, 7, 8, 7] };
  test.each([
    [
      'a constant column',
      () => principalComponents({ a: [1, 2, 3], b: [4, 4, 4] }),
      'principalComponents requires columns that vary, got constant ones: b',
    ],
    [
      'a total beside its parts',
      () => kaiserMeyerOlkin(total),
      'and no column that others make up, got 5 rows of 3 columns',
    ],
    [
      'too many factors',
      () => factorAnalysis(columns, { factors: 4 }),
      'factorAnalysis requires more columns for 4 factors, got 6',
    ],
    [
      'no factor',
      () => factorAnalysis(columns, { factors: 0 }),
      'requires a whole number of factors, at least 1, got 0',
    ],
    ['one column', () => cronbachAlpha({ a: [1, 2, 3] }), 'cronbachAlpha requires at least 2 columns, got 1'],
    [
      'a constant sum',
      () => cronbachAlpha({ a: [1, 2, 3], b: [3, 2, 1] }),
      'requires columns whose sum varies, got a constant sum',
    ],
    ['ragged loadings', () => varimax([[1], [1, 2]]), 'varimax requires rows of loadings of one length'],
  ])('%s', (_what, compute, message) => expect(compute).toThrow(message));
});
