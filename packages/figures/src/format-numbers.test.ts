import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatNumbers } from './format-numbers.js';

test('formatNumbers shows the decimals that are needed, at most four', () => {
  expect(formatNumbers([1, 2.5])).toEqual(['1.0', '2.5']);
  expect(formatNumbers([1 / 3])).toEqual(['0.3333']);
  expect(formatNumbers([1e-7 + 1])).toEqual(['1.0000']);
  expect(formatNumbers([2015, 1e21])).toEqual(['2015', '1.00e+21']);
});

test('formatNumbers prints neither a minus zero nor a thing for infinity that reads as missing', () => {
  expect(formatNumbers([-0, Infinity])).toEqual(['0', 'Infinity']);
});

test('formatNumbers never prints a number that is not zero as zero', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ noNaN: true, noDefaultInfinity: true })), (values) => {
      for (const [index, text] of formatNumbers(values).entries()) expect(Number(text) === 0).toBe(values[index] === 0);
    }),
  );
});

test('formatNumbers prints up to 15 digits before the point, more with an exponent', () => {
  expect(formatNumbers([999_999_999_999_999])).toEqual(['999999999999999']);
  expect(formatNumbers([1e15])).toEqual(['1.00e+15']);
});
