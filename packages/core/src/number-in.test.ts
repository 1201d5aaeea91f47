import { expect, test } from 'vitest';
import { numberIn } from './number-in.js';

const place = (): string => 'column "a", row 2';

test('numberIn gives finite numbers as they are, and NaN for what is missing', () => {
  for (const value of [0, -0, 1.5, -1e308, 5e-324]) expect(numberIn(value, 'mean', place)).toBe(value);
  for (const value of [null, undefined, NaN, '']) expect(numberIn(value, 'mean', place)).toBeNaN();
});

test.each([
  [true, 'true'],
  [false, 'false'],
  ['2', '"2"'],
  [' ', '" "'],
  [Infinity, 'Infinity'],
  [-Infinity, '-Infinity'],
  [3n, '3n'],
  [[4], '4'],
])('numberIn refuses %s and names function, column, row and value', (cell, shown) => {
  expect(() => numberIn(cell, 'mean', place)).toThrow(`mean requires finite numbers, got ${shown} (column "a", row 2)`);
});
