import { describe, expect, test } from 'vitest';
import { buildIndex } from '../build/build-index.js';
import { readSpecification } from '../specification/read-specification.js';
import { denominate } from './denominate.js';
import { normalise } from './normalise/normalise.js';

const read = (options = '') =>
  readSpecification(
    `id: d\ntitle: D\n${options}\ntree: { id: t, title: T, children: [{ id: a, title: A }, { id: b, title: B }] }`,
  );
const data = { place: ['x', 'y', 'z'], a: [2, 5, 3], b: [1, 2, 4] };
const build = (columns: Record<string, unknown[]>, options?: string) => () =>
  buildIndex(read(options), { ...data, ...columns });

describe('nothing that is no number is read as one', () => {
  test.each([
    [Infinity, 'finite numbers, got Infinity'],
    [-Infinity, 'finite numbers, got -Infinity'],
    [true, 'numbers, got true'],
    ['5', 'numbers, got "5"'],
    [' ', 'numbers, got " "'],
    [5n, 'numbers, got 5'],
    [[5], 'numbers, got 5'],
  ])('%s is refused, and the cell is named: column, unit and row', (cell, what) => {
    expect(build({ a: [2, cell, 3] })).toThrow(`buildIndex requires ${what} (column "a", y, row 2)`);
    expect(build({ people: [1, 1, cell] }, 'denominate: people')).toThrow(`${what} (column "people", z, row 3)`);
    expect(() => normalise([2, cell, 3] as unknown as Float64Array, 'min-max')).toThrow(
      `normalise requires ${what} (column "values", row 2)`,
    );
  });

  test.each([[null], [undefined], [NaN], ['']])('%s is missing', (cell) => {
    expect(build({ a: [2, cell, 3] })().stages.scores.t).toEqual(Float64Array.of(1.5, NaN, 3.5));
    expect(normalise([2, cell, 4] as unknown as Float64Array, 'min-max')).toEqual(Float64Array.of(0, NaN, 1));
  });

  test('an infinity in a column of doubles is found too', () => {
    expect(() => buildIndex(read(), { ...data, a: Float64Array.of(2, Infinity, 3) })).toThrow(
      'got Infinity (column "a", y, row 2)',
    );
    expect(() => normalise(Float64Array.of(2, -Infinity), 'rank', 'positive', 'price')).toThrow(
      'got -Infinity (column "price", row 2)',
    );
  });
});

describe('a stage refuses what gives no finite number, and names the cell', () => {
  test('a quotient beyond the largest double', () => {
    expect(() => denominate(Float64Array.of(1, 1e300), Float64Array.of(1, 1e-300))).toThrow(
      'got 1e+300, which gives Infinity (column "values", row 2)',
    );
    expect(() => denominate(Float64Array.of(1), Float64Array.of(Infinity))).toThrow('(column "denominator", row 1)');
    expect(denominate(Float64Array.of(1, 2), Float64Array.of(NaN, 4))).toEqual(Float64Array.of(NaN, 2 / 4));
  });

  test('a logarithm of a constant column', () => {
    expect(build({ a: [5, 5, 5] }, 'treat: log-shifted')).toThrow(
      'got 5, which gives -Infinity (column "a", x, row 1)',
    );
  });

  test('a spread beyond the largest double', () => {
    expect(build({ a: [-1e308, 0, 1e308] }, 'normalise: min-max')).toThrow('which gives NaN (column "a", z, row 3)');
  });

  test('an aggregate beyond the largest double', () => {
    expect(build({ a: [1, 1, 1e200] }, 'aggregate: mazziotta-pareto')).toThrow(
      'aggregate requires finite numbers, got -Infinity (column "t", z, row 3)',
    );
  });
});
