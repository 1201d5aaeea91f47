import { describe, expect, test } from 'vitest';
import reference from '../../references/weighted-inequality.json' with { type: 'json' };
import { correctDigits, worstDigits } from '../correct-digits.js';
import {
  decomposeInequality,
  gini,
  inequality,
  meanLogDeviation,
  theil,
  weightedGini,
  weightedMeanLogDeviation,
  weightedTheil,
} from './index.js';

const { value, people, tier, year } = reference;
const data = { value, people, tier, year };
const options = { column: 'value', weights: 'people', groups: 'tier' };

describe('inequality with weights is that of its definition over all pairs', () => {
  test.each([
    ['all rows', inequality(data, options), reference.all],
    ['one year', inequality(data, { ...options, by: 'year' }).by![0]!, reference.first],
  ])('of %s', (_what, ours, expected) => {
    for (const decomposition of ours.decompositions) {
      const parts = expected[decomposition.measure];
      for (const part of ['total', 'between', 'within'] as const)
        expect(correctDigits(decomposition[part], parts[part])).toBeGreaterThan(11);
    }
    expect([ours.gini, ours.theil, ours.meanLogDeviation]).toEqual(ours.decompositions.map(({ total }) => total));
    expect(
      worstDigits(
        ours.atkinson.map((row) => row.value),
        expected.atkinson,
      ),
    ).toBeGreaterThan(11);
    expect(worstDigits([ours.bottom40Share, ours.top10Share], [expected.bottom40, expected.top10])).toBeGreaterThan(11);
  });

  test('and its rows without a value or a weight are told', () => {
    const { n, missing, giniUnbiased, warnings } = inequality(data, options);
    expect([n, missing, giniUnbiased]).toEqual([40, 2, null]);
    expect(warnings.join()).toContain('1 row with a value has no weight above zero (column "people")');
  });
});

test('weights of whole numbers repeat values', () => {
  const [sizes, counts, repeated] = [
    [3, 1, 7],
    [2, 3, 1],
    [3, 3, 1, 1, 1, 7],
  ];
  for (const [weighted, plain] of [
    [weightedGini, gini],
    [weightedTheil, theil],
    [weightedMeanLogDeviation, meanLogDeviation],
  ] as const)
    expect(correctDigits(weighted(sizes, counts), plain(repeated))).toBeGreaterThan(13);
});

test('neither the scale of values nor that of weights counts', () => {
  const plain = weightedGini([3, 1, 7], [2, 3, 1]);
  for (const [scale, weight] of [
    [1e-300, 1e-300],
    [1e149, 1e-200],
    [1e-290, 1e140],
  ] as const)
    expect(correctDigits(weightedGini([3 * scale, scale, 7 * scale], [2 * weight, 3 * weight, weight]), plain)).toBeGreaterThan(13); // prettier-ignore
});

test('values that nearly agree keep the digits of their inequality', () => {
  // Two units one apart around 2^40: the mean absolute difference of all pairs is 1/2.
  expect(correctDigits(gini([2 ** 40, 2 ** 40 + 1]), 1 / 2 / 2 / (2 ** 40 + 1 / 2))).toBeGreaterThan(14);
});

test('each value of a column is taken in its order, with its warnings', () => {
  const rows = { x: [1, 2, 0, 4, 9], t: [10, 10, 9, 9, null] };
  const { by, warnings, n } = inequality(rows, { column: 'x', by: 't' });
  expect([n, by!.map(({ at, n: own }) => [at, own])]).toEqual([5, [['9', 2], ['10', 2]]]); // prettier-ignore
  expect(by!.map((row) => row.gini)).toEqual([gini([0, 4]), gini([1, 2])]);
  expect(warnings.join('\n')).toMatch(/1 rows have no t[^]*t 9: 1 of 2 values are zero/);
});

describe('what has no meaning is an error', () => {
  test.each([
    ['a negative weight', () => weightedGini([1, 2], [1, -1]), 'requires weights of at least zero, got -1 (row 2)'],
    ['lengths that differ', () => weightedGini([1, 2], [1]), 'got 2 values and 1 weights'],
    ['no weight', () => weightedTheil([1, 2], [0, NaN]), 'at least 1 value with a weight above zero, got 0'],
    ['a zero', () => weightedMeanLogDeviation([0, 2], [1, 1]), 'requires values above zero, got a zero'],
    [
      'a zero in a group',
      () =>
        decomposeInequality({ x: [0, 1], g: ['a', 'b'] }, { column: 'x', groups: 'g', measure: 'meanLogDeviation' }),
      'got zeros in a',
    ],
    [
      'a year of zeros',
      () => inequality({ x: [0, 1], t: [1, 2] }, { column: 'x', by: 't' }),
      '(t 1) requires a value above zero',
    ],
  ])('%s', (_what, compute, message) => expect(compute).toThrow(message));
});
