import { describe, expect, test } from 'vitest';
import { buildIndex } from '../build/build-index.js';
import { readRecipe } from '../specification/read-specification.js';
import { fromCoinr } from './from-coinr.js';

/** `n_minmax`, `n_zscore`, `n_goalposts` and `n_dist2targ` of COINr 1.1 with `f_n_para = "use_iMeta"`, as its source has them. */
const iData = { uCode: ['x', 'y', 'z'], a: [2, 4, 9], b: [2, 4, 9] };
const iMeta = {
  iCode: ['a', 'b', 'top'],
  Parent: ['top', 'top', null],
  Type: ['Indicator', 'Indicator', 'Aggregate'],
  Direction: [1, -1, 1],
  Target: [5, 3, null],
  goalpost_lower: [1, 1, null],
  goalpost_upper: [6, 6, null],
  goalpost_scale: [10, 1, null],
  goalpost_trunc2posts: ['TRUE', 'FALSE', null],
  minmax_lower: [1, 0, null],
  minmax_upper: [7, 100, null],
  zscore_mean: [50, 0, null],
  zscore_sd: [10, 1, null],
};
const normalised = (more: string): number[][] => {
  const recipe = readRecipe(`id: d\ntitle: D\n${more}`);
  const { stages } = buildIndex(fromCoinr(iData, iMeta, recipe), iData);
  return [[...stages.normalised.a!], [...stages.normalised.b!]];
};
const near = (computed: number[][], expected: number[][]): void =>
  computed.forEach((column, index) =>
    column.forEach((value, row) => expect(Math.abs(value - expected[index]![row]!)).toBeLessThan(1e-13)),
  );

describe('a recipe takes the parameters of a normalisation from iMeta', () => {
  test.each([
    ['min-max', [1, (2 / 7) * 6 + 1, 7], [100, (5 / 7) * 100, 0]],
    ['z-score', [-3, -1, 4].map((d) => (d / Math.sqrt(13)) * 10 + 50), [3, 1, -4].map((d) => d / Math.sqrt(13))],
    ['goalposts', [((2 - 1) / 5) * 10, ((4 - 1) / 5) * 10, 10], [(2 - 6) / -5, (4 - 6) / -5, (9 - 6) / -5]],
    ['distance-to-target', [0, (4 - 2) / (5 - 2), (9 - 2) / (5 - 2)], [(9 - 2) / (9 - 3), (9 - 4) / (9 - 3), 0]],
  ])('%s', (method, a, b) => {
    near(normalised(`normaliseFromMeta: ${method}`), [a, b]);
  });

  test('an indicator of the recipe goes its own way', () => {
    near(normalised('normaliseFromMeta: goalposts\nindicators: { a: { normalise: rank } }'), [
      [1, 2, 3],
      [(2 - 6) / -5, (4 - 6) / -5, (9 - 6) / -5],
    ]);
    near(normalised('normalise: min-max\nindicators: { b: { normalise: borda, treat: log } }'), [
      [0, 2 / 7, 1],
      [2, 1, 0],
    ]);
  });
});

test('every mistake in the tables is told at once, with its row, its column and the nearest names', () => {
  const broken = {
    iCode: ['a', 'bb', null, 'top', 'left', 'a'],
    Parent: ['tpo', 'top', 'top', null, 'top', 'top'],
    Type: ['Indicator', 'Indicatr', 'Indicator', 'Aggregate', 'Aggregate', 'Indicator'],
    Direction: [1, 0, 1, 1, 1, 1],
    Weight: [1, 'many', 1, 1, -1, 1],
    Denominator: ['popp', null, null, null, null, null],
  };
  const data = { uCode: ['x'], a: [1], pop: [2] };
  let message = '';
  try {
    fromCoinr(data, broken, { id: 'd', title: 'D', indicators: { aa: { normalise: 'rank' } } });
  } catch (error) {
    message = (error as Error).message;
  }
  expect(message.split('\n').map((line) => line.replace(/ requires.*got/, ' …'))).toEqual([
    'fromCoinr … 10',
    'iMeta, row 2, column Type: … Indicatr',
    '  Did you mean Indicator?',
    'iMeta, row 2, column Direction: … 0',
    'iMeta, row 2, column Weight: … "many"',
    'iMeta, row 3, column iCode: … none',
    'iMeta, row 5, column Weight: … -1',
    'iMeta, row 6, column iCode: … a as in row 1',
    'iMeta, row 1, column Denominator: … none',
    '  Did you mean pop?',
    'iMeta, row 1, column Parent: … tpo for a',
    '  Did you mean top?',
    'iMeta, row 5, column iCode: … none for left',
    'recipe: … aa',
    '  Did you mean a?',
  ]);
});

test('a parameter that iMeta lacks is named with its indicator', () => {
  const { goalpost_lower: _, ...lacking } = iMeta;
  expect(() => fromCoinr(iData, lacking, { id: 'd', title: 'D', normaliseFromMeta: 'goalposts' })).toThrow(
    'iMeta, row 2, column goalpost_lower: requires a number for goalposts, got none for b',
  );
});

test('a circle of parents is told', () => {
  const circle = { iCode: ['a', 'p', 'q'], Parent: ['p', 'q', 'p'], Type: ['Indicator', 'Aggregate', 'Aggregate'] };
  expect(() => fromCoinr(iData, circle, { id: 'd', title: 'D' })).toThrow(
    'without a circle of parents, got one through p',
  );
});
