import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readRows } from '../rows.js';
import { imputationError, imputeColumns } from './impute.js';

const reference = JSON.parse(readFileSync(join(import.meta.dirname, '../../../references/stages.json'), 'utf8')) as {
  gaps: (number | null)[][];
  nearest: number[][];
  expected: number[][];
  years: number[];
  series: (number | null)[];
  linear: number[];
};

const column = (values: readonly (number | null)[]): Float64Array => Float64Array.from(values, (value) => value ?? NaN);
const columnsOf = (values: readonly (readonly (number | null)[])[]): Record<string, Float64Array> =>
  Object.fromEntries(values.map((own, index) => [`x${index}`, column(own)]));
const rowsOf = (count: number) =>
  readRows({ place: Array.from({ length: count }, (_, row) => `u${row}`) }, { unit: 'place' });
const worst = (computed: Float64Array, expected: readonly number[]): number =>
  Math.max(...expected.map((value, row) => Math.abs(computed[row]! - value) / Math.max(1, Math.abs(value))));

describe('imputation', () => {
  const rows = readRows({ place: ['a', 'b', 'c', 'd'], region: ['n', 'n', 's', null] }, { unit: 'place' });
  const x = column([1, null, 4, 7]);
  const fill = (method: Parameters<typeof imputeColumns>[1]): Float64Array =>
    imputeColumns({ columns: { x }, rows }, method).columns.x!;

  test('mean and median of the column fill its gaps', () => {
    expect(fill('mean')).toEqual(column([1, (1 + 4 + 7) / 3, 4, 7]));
    expect(fill('median')).toEqual(column([1, 4, 4, 7]));
    expect(fill({ method: 'value', value: 0 })).toEqual(column([1, 0, 4, 7]));
  });

  test('a group fills its own gaps, and a unit without a group keeps its gap', () => {
    const withGap = column([1, null, null, null]);
    const filled = imputeColumns({ columns: { x: withGap }, rows }, { method: 'group-mean', by: 'region' }).columns.x;
    expect(filled).toEqual(column([1, 1, null, null]));
  });

  test('a regression fills with the fitted value', () => {
    const columns = { x: column([1, 2, 3, 4]), y: column([3, 5, 7, null]) };
    const filled = imputeColumns({ columns, rows }, { method: 'regression', on: ['x'] }).columns.y!;
    expect(filled[3]).toBeCloseTo(9, 12);
  });

  test('nearest neighbours are those of scikit-learn on columns over their deviations', () => {
    const filled = imputeColumns({ columns: columnsOf(reference.gaps), rows: rowsOf(40) }, { method: 'nearest', k: 4 });
    reference.nearest.forEach((own, index) => expect(worst(filled.columns[`x${index}`]!, own)).toBeLessThan(1e-13));
  });

  test("expectation-maximisation finds the expected values under the most likely normal distribution (SciPy's optimiser to its five digits)", () => {
    const filled = imputeColumns({ columns: columnsOf(reference.gaps), rows: rowsOf(40) }, 'em');
    reference.expected.forEach((own, index) => expect(worst(filled.columns[`x${index}`]!, own)).toBeLessThan(1e-5));
  });

  test('law: with gaps in one column alone, expectation-maximisation is the regression on the others', () => {
    const value = fc.integer({ min: -50, max: 50 });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(value, value), { minLength: 12, maxLength: 30 }),
        fc.integer({ min: 1, max: 4 }),
        (pairs, hidden) => {
          const a = Float64Array.from(pairs, ([first], row) => first + row / 7);
          const b = Float64Array.from(pairs, ([first, second], row) =>
            row < hidden ? NaN : 2 * first + second + row / 3,
          );
          const input = { columns: { a, b }, rows: rowsOf(pairs.length) };
          const [em, fitted] = [
            imputeColumns(input, 'em').columns.b!,
            imputeColumns(input, { method: 'regression', on: ['a'] }).columns.b!,
          ];
          const scale = Math.max(...fitted.map(Math.abs));
          fitted.forEach((own, row) => expect(Math.abs(em[row]! - own)).toBeLessThan(1e-7 * (1 + scale)));
        },
      ),
      { numRuns: 50 },
    );
  });

  test('law: values that are there never change', () => {
    for (const method of ['mean', 'median', 'em', { method: 'nearest', k: 2 }] as const) {
      const columns = columnsOf(reference.gaps);
      const filled = imputeColumns({ columns, rows: rowsOf(40) }, method).columns;
      for (const [name, values] of Object.entries(columns)) {
        values.forEach((value, row) => Number.isNaN(value) || expect(filled[name]![row]).toBe(value));
      }
    }
  });
});

describe('imputation along the years', () => {
  const count = reference.years.length;
  const rows = readRows(
    { place: Array.from({ length: count }, () => 'a'), year: reference.years },
    { unit: 'place', time: 'year' },
  );
  const input = { columns: { x: column(reference.series) }, rows };

  test("linear is R's approx with rule 2", () => {
    expect(worst(imputeColumns(input, 'linear').columns.x!, reference.linear)).toBeLessThan(1e-15);
  });

  test('latest takes an earlier year only, and says which', () => {
    const { columns, sourceYears } = imputeColumns(input, 'latest');
    expect(columns.x).toEqual(column([null, 4, 4, 4, 10, 11, 11, 2, 2, 2]));
    expect(sourceYears!.x).toEqual(column([null, 2011, 2011, 2011, 2014, 2015, 2015, 2017, 2017, 2017]));
  });

  test('years bounds how far a value may come from', () => {
    expect(imputeColumns(input, { method: 'latest', years: 1 }).columns.x).toEqual(
      column([null, 4, 4, null, 10, 11, 11, 2, 2, null]),
    );
  });

  test('constant also looks ahead where nothing lies behind', () => {
    expect(imputeColumns(input, 'constant').columns.x![0]).toBe(4);
  });

  test('one year is no panel', () => {
    expect(() => imputeColumns({ columns: { x: column([1]) }, rows: rowsOf(1) }, 'latest')).toThrow(
      'requires a panel for latest',
    );
  });
});

describe('imputationError', () => {
  test('the mean costs about one standard deviation, a close neighbour far less', () => {
    const columns = columnsOf(reference.nearest);
    const [mean] = imputationError(columns, 'mean', { draws: 40 });
    const [em] = imputationError(columns, 'em', { draws: 40 });
    expect(mean!.relative).toBeGreaterThan(0.8);
    expect(em!.relative).toBeLessThan(0.75 * mean!.relative);
  });

  test('the same seed gives the same error', () => {
    const columns = columnsOf(reference.nearest);
    expect(imputationError(columns, 'median', { seed: 3 })).toEqual(imputationError(columns, 'median', { seed: 3 }));
  });
});
