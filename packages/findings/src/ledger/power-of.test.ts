import { Exact, Interval, printedNumber } from '@indexlab/core';
import { describe, expect, test } from 'vitest';
import { powerOf } from './power-of.js';

describe('powerOf', () => {
  const computed = { value: Exact.one, bounds: Interval.parse('1', '2') };

  test('counts the slips of a digit that the bounds would contradict', () => {
    // Of nine other digits 1 and 2 are possible.
    expect(powerOf(printedNumber('5', { exact: true }), computed)).toBe(7 / 9);
  });

  test('is 0 where no slip could be noticed', () => {
    const wide = { value: null, bounds: new Interval(Exact.zero, null) };
    expect(powerOf(printedNumber('12', { exact: true }), wide)).toBe(0);
  });

  test('of a claim in words is 1 where the digits decide it, and unknown where they do not', () => {
    expect(powerOf('falling', { holds: 'never', text: '' })).toBe(1);
    expect(powerOf('falling', { holds: 'possibly', text: '' })).toBeNull();
    expect(powerOf('falling', { needs: 'private', inputs: '' })).toBeNull();
  });
});
