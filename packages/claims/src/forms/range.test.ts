import { Exact } from '@indexlab/core';
import { describe, expect, test } from 'vitest';
import { operators } from './operators.js';
import { point, type Range, signOf } from './range.js';

const range = (low: string, high: string): Range => [Exact.parse(low), Exact.parse(high)];
const power = (base: Range, exponent: string): string[] | undefined =>
  operators.power.enclose([base, point(Exact.parse(exponent))])?.map(String);

describe('signOf', () => {
  test.each([
    ['0', '5', 1],
    ['1', '5', 1],
    ['-5', '0', -1],
    ['0', '0', 0],
    ['-1', '2', null],
  ])('of %s to %s, an end of zero included', (low, high, sign) => {
    expect(signOf(range(low, high))).toBe(sign);
  });
});

describe('a power', () => {
  test.each([
    ['an odd one of a negative range keeps its order', '-3', '-2', '3', ['-27', '-8']],
    ['an even one of a negative range turns it', '-3', '-2', '2', ['4', '9']],
    ['an even one of a range around zero begins at zero', '-3', '2', '2', ['0', '9']],
    ['an odd one of a range around zero', '-3', '2', '3', ['-27', '8']],
    ['a negative one is one over the power', '2', '4', '-1', ['0.25', '0.5']],
  ])('%s', (_, low, high, exponent, expected) => {
    expect(power(range(low, high), exponent)).toEqual(expected);
  });

  test('a negative one over a range with zero has no bounds', () => {
    expect(power(range('-1', '2'), '-1')).toBeUndefined();
  });
});
