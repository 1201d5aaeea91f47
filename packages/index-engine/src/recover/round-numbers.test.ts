import { Exact } from '@indexlab/core';
import { describe, expect, test } from 'vitest';
import { multipleAbove, multipleBelow, powerOfTen, roundNumberIn } from './round-numbers.js';

const round = (lower: string, upper: string): string | undefined =>
  roundNumberIn(Exact.parse(lower), Exact.parse(upper))?.toString();

describe('multiples', () => {
  test('lie on either side of a value, and on it when it is one', () => {
    const step = powerOfTen(-1);
    const sides = (value: string): string[] =>
      [multipleBelow, multipleAbove].map((side) => side(Exact.parse(value), step).toString());
    expect([sides('0.25'), sides('-0.25'), sides('0.3')]).toEqual([
      ['0.2', '0.3'],
      ['-0.3', '-0.2'],
      ['0.3', '0.3'],
    ]);
  });
});

describe('roundNumberIn', () => {
  test('finds the number of one significant digit', () => {
    expect([round('98.7', '101.2'), round('59.9', '60.1'), round('0.47', '0.52'), round('-1', '3')]).toEqual([
      '100',
      '60',
      '0.5',
      '0',
    ]);
  });

  test('is the mirror image for negative intervals', () => {
    expect(round('-101', '-99')).toBe('-100');
  });

  test('is undefined when every number inside takes more digits', () => {
    expect([round('98.7', '99.2'), round('0.11', '0.12'), round('24', '26')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});
