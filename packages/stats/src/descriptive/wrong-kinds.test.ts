import { IndexlabError } from '@indexlab/core';
import { expect, test } from 'vitest';
import * as stats from '../index.js';

/** What is no array of numbers, and what an error calls it. */
const wrong: readonly [unknown, string][] = [
  [undefined, 'undefined'],
  [null, 'null'],
  [5, '5'],
  ['text', '"text"'],
  [{}, 'an object'],
  [() => 1, 'a function'],
];
const ofArrays = {
  mean: stats.mean,
  variance: stats.variance,
  standardDeviation: stats.standardDeviation,
  gini: stats.gini,
  theil: stats.theil,
  herfindahl: stats.herfindahl,
  weightedGini: (values: never) => stats.weightedGini(values, values),
  correlation: (values: never) => stats.correlation(values, values),
} as const;

test.each(Object.entries(ofArrays))('%s names itself and what it got where that is no array', (name, measure) => {
  for (const [value, shown] of wrong) {
    expect(() => measure(value as never)).toThrow(IndexlabError);
    expect(() => measure(value as never)).toThrow(new RegExp(`${name}.* requires an array, got ${shown}`));
  }
});

test.each([
  ['kMeans', (rows: never) => stats.kMeans(rows, { k: 2 })],
  ['hierarchical', (rows: never) => stats.hierarchical(rows)],
] as const)('%s names a point that is no array', (name, method) => {
  for (const [value, shown] of wrong)
    expect(() => method([value] as never)).toThrow(`${name} requires an array, got ${shown} (point 1)`);
});

test.each(['x', {}, null, [1], undefined])('a distribution refuses %s, and does not loop', (value) => {
  for (const call of [
    () => stats.chiSquaredCumulative(value as never, value as never),
    () => stats.tCumulative(1, value as never),
    () => stats.fUpperTail(1, value as never, 3),
    () => stats.incompleteBeta(value as never, 1, 1),
    () => stats.incompleteGamma(value as never, 1),
    () => stats.normalQuantile(value as never),
  ])
    expect(call).toThrow(IndexlabError);
});

test('infinitely many degrees of freedom of a numerator are refused', () => {
  expect(() => stats.fUpperTail(1, Infinity, 3)).toThrow('requires positive finite degrees of freedom, got Infinity');
});

test.each([
  [undefined, 'Data require a table, rows or a record of columns, got undefined'],
  [5, 'got 5'],
  ['x', 'got "x"'],
  [{ a: 1 }, 'A record of columns requires an array, got 1 (column "a")'],
  [[1], 'Rows require an object with names for each, got 1 (row 1)'],
])('what takes data refuses %j', (data, message) => {
  expect(() => stats.correlate(data as never, { columns: ['a', 'b'] })).toThrow(message);
  expect(() => stats.regress('a ~ b', data as never)).toThrow(message);
  expect(() => stats.factorAnalysis(data as never, { factors: 1 })).toThrow(IndexlabError);
});

test.each([
  [() => stats.kMeans([[1], [2]], null as never), 'kMeans requires an object, got null (options)'],
  [() => stats.cluster({ a: [1, 2] }, {} as never), 'cluster requires an object with columns, got an object without columns (options)'],
  [() => stats.regress(5 as never, { a: [1] }), 'regress requires a text, got 5 (formula)'],
  [() => stats.panel(undefined as never, { a: [1] }, {} as never), 'panel requires a text, got undefined (formula)'],
  [() => stats.durbinWatson({} as never), 'durbinWatson requires an object with fit, model, got an object without fit, model (regression)'],
  [() => stats.bootstrap([1, 2], 'mean' as never), 'bootstrap requires a function, got "mean" (statistic)'],
  [() => stats.kendallW([1, 2] as never), 'kendallW requires an array, got 1 (ranking 1)'],
  [() => stats.anova(undefined as never), 'anova requires an object, got undefined (groups)'],
  [() => stats.solvePositive([Float64Array.of(1)], Float64Array.of(1, 2)), 'solvePositive requires a square matrix'],
] as const)('options, records, formulas and regressions of a wrong kind are refused by name: %s', (call, message) => {
  expect(call).toThrow(IndexlabError);
  expect(call).toThrow(message);
}); // prettier-ignore
