import { describe, expect, test } from 'vitest';
import * as stats from '../index.js';

/** Functions of arrays, each applied to the same five cells. */
const units = ['a', 'b', 'c', 'd', 'e'];
const line = stats.neighbourWeights(
  units,
  units.slice(1).map((unit, i) => [units[i]!, unit] as const),
);
const other = [2, 1, 4, 3, 7];
const ofArrays: Record<string, (values: number[]) => unknown> = {
  mean: stats.mean,
  variance: stats.variance,
  standardDeviation: stats.standardDeviation,
  skewness: (values) => stats.skewness(values, 1),
  kurtosis: (values) => stats.kurtosis(values, 1),
  quantile: (values) => stats.quantile(values, 0.3),
  median: stats.median,
  ranks: stats.ranks,
  gini: stats.gini,
  giniUnbiased: stats.giniUnbiased,
  giniBootstrap: (values) => stats.giniBootstrap(values, { resamples: 20 }),
  theil: stats.theil,
  meanLogDeviation: stats.meanLogDeviation,
  atkinson: (values) => stats.atkinson(values, 2),
  herfindahl: stats.herfindahl,
  lorenzCurve: stats.lorenzCurve,
  topShare: (values) => stats.topShare(values, 2),
  percentileShare: (values) => stats.percentileShare(values, 0.2, 0.7),
  percentileShareRatio: (values) => stats.percentileShareRatio(values),
  correlation: (values) => stats.correlation(values, other),
  footrule: (values) => stats.footrule(other, values),
  kendallW: (values) => stats.kendallW([other, values]),
  adjustPValues: (values) =>
    stats.adjustPValues(
      values.map((value) => (typeof value === 'number' ? value / 10 : value)),
      'holm',
    ),
  growthContributions: (values) => stats.growthContributions(values, other),
  growthShares: (values) => stats.growthShares(other, values),
  growthOfSum: (values) => stats.growthOfSum(other, values),
  meanGrowth: (values) => stats.meanGrowth(values, other),
  oneSampleTTest: (values) => stats.oneSampleTTest(values),
  tTest: (values) => stats.tTest(other, values),
  welchTest: (values) => stats.welchTest(values, other),
  pairedTTest: (values) => stats.pairedTTest(values, other),
  mannWhitney: (values) => stats.mannWhitney(values, other),
  wilcoxon: (values) => stats.wilcoxon(other, values),
  permutationTest: (values) => stats.permutationTest(values, other, { permutations: 20 }),
  anova: (values) => stats.anova([values, other]),
  kruskalWallis: (values) => stats.kruskalWallis([other, values]),
  levene: (values) => stats.levene([values, other]),
  bartlett: (values) => stats.bartlett([values, other]),
  jenksBreaks: (values) => stats.jenksBreaks(values, 2),
};
/** These need every value. */
const ofWholeArrays: Record<string, (values: number[]) => unknown> = {
  autocorrelation: (values) => stats.autocorrelation(values),
  moran: (values) => stats.moran(values, line),
  localMoran: (values) => stats.localMoran(values, line),
  perpetualInventory: (values) => stats.perpetualInventory(values, { depreciation: 0.1 }),
  shapiroWilk: stats.shapiroWilk,
  chiSquaredGoodnessOfFit: (values) => stats.chiSquaredGoodnessOfFit(values),
  kMeans: (values) =>
    stats.kMeans(
      values.map((value) => [value]),
      { k: 2 },
    ),
  hierarchical: (values) => stats.hierarchical(values.map((value) => [value])),
};
const withCell = (cell: unknown): number[] => [1, 3, cell as number, 4, 8];

describe.each(Object.entries({ ...ofArrays, ...ofWholeArrays }))('%s', (name, compute) => {
  test.each([[true], [false], ['2'], [Infinity], [-Infinity], [2n]])('refuses %s and names the row', (cell) => {
    expect(() => compute(withCell(cell))).toThrow(new RegExp(`^${name}.* requires .*, got .*(3|c\\b)`));
  });
});

describe.each(Object.entries(ofArrays))('%s', (_name, compute) => {
  test.each([[null], [undefined]])('takes %s as missing, like NaN', (cell) => {
    expect(compute(withCell(cell))).toEqual(compute(withCell(NaN)));
  });
});

describe.each(Object.entries(ofWholeArrays))('%s', (_name, compute) => {
  test('refuses a gap, however it is written', () => {
    for (const cell of [null, undefined, NaN]) expect(() => compute(withCell(cell))).toThrow();
  });
});

/** Functions of data, each given one bad cell in row 3 of column x. */
const dataWith = (cell: unknown): Record<string, unknown[]> => ({
  x: [1, 3, cell, 4, 8, 2],
  z: [2, 1, 4, 3, 7, 7],
  u: [1, 1, 2, 3, 1, 2],
  g: ['a', 'b', 'a', 'b', 'a', 'b'],
  t: [1, 1, 2, 2, 3, 3],
});
const ofData: Record<string, (data: ReturnType<typeof dataWith>) => unknown> = {
  describeColumns: (data) => stats.describeColumns(data as never, ['x']),
  correlate: (data) => stats.correlate(data as never, { columns: ['x', 'z'] }),
  partialCorrelation: (data) => stats.partialCorrelation(data as never, { a: 'x', b: 'z', controls: ['u'] }),
  correlationSizeCheck: (data) => stats.correlationSizeCheck(data as never, { a: 'x', b: 'z' }),
  principalComponents: (data) => stats.principalComponents(data as never, { columns: ['x', 'z'] }),
  cronbachAlpha: (data) => stats.cronbachAlpha(data as never, { columns: ['x', 'z'] }),
  kaiserMeyerOlkin: (data) => stats.kaiserMeyerOlkin(data as never, { columns: ['x', 'z', 'u'] }),
  bartlettSphericity: (data) => stats.bartlettSphericity(data as never, { columns: ['x', 'z'] }),
  factorAnalysis: (data) => stats.factorAnalysis(data as never, { columns: ['x', 'z', 'u'], factors: 1 }),
  inequality: (data) => stats.inequality(data as never, { column: 'x' }),
  decomposeInequality: (data) =>
    stats.decomposeInequality(data as never, { column: 'x', groups: 'g', measure: 'theil' }),
  cluster: (data) => stats.cluster(data as never, { columns: ['x', 'z'], k: 2 }),
  splitByGroup: (data) => stats.splitByGroup(data as never, 'x', 'g'),
  rankMobility: (data) =>
    stats.rankMobility({ ...data, name: ['p', 'q', 'r', 's', 'v', 'w'] } as never, {
      unit: 'name',
      before: 'x',
      after: 'z',
    }),
  sigmaConvergence: (data) => stats.sigmaConvergence(data as never, { unit: 'g', time: 't', value: 'x' }),
  transitionMatrix: (data) => stats.transitionMatrix(data as never, { unit: 'g', time: 't', value: 'x', classes: [2] }),
};

describe.each(Object.entries(ofData))('%s', (name, compute) => {
  test.each([[true], ['2'], [Infinity], [-Infinity]])('refuses %s and names function, column and row', (cell) => {
    expect(() => compute(dataWith(cell))).toThrow(new RegExp(`^${name} requires .*, got .*column "x", row 3`));
  });
});

describe('a formula', () => {
  test('refuses infinite numbers, and texts where numbers are wanted', () => {
    expect(() => stats.regress('z ~ x', dataWith(Infinity) as never)).toThrow('got Infinity (column "x", row 3)');
    expect(() => stats.regress('x ~ z', dataWith('2 p') as never)).toThrow('got "2 p" (column "x") in row 3');
  });

  test('takes truth values as categories, never as numbers', () => {
    const data = { y: [1, 2, 4, 3, 5, 9], treated: [true, false, true, false, true, true] };
    expect(stats.regress('y ~ treated', data).terms.map(({ term }) => term)).toEqual(['(Intercept)', 'treated[true]']);
    expect(() => stats.regress('treated ~ y', data)).toThrow('got "true" (column "treated") in row 1');
  });
});
