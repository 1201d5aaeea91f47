import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Exact } from './exact.js';
import { printedNumber } from './printed-number.js';

const interval = (...args: Parameters<typeof printedNumber>): string => printedNumber(...args).interval.toString();

describe('printedNumber', () => {
  test('trailing zeros carry precision', () => {
    expect(interval('25.80')).toBe('[25.795, 25.805]');
    expect(interval('25.8')).toBe('[25.75, 25.85]');
  });

  test('a negative number mirrors its interval', () => {
    expect(interval('-0.231')).toBe('[-0.2315, -0.2305]');
  });

  test('thousands separators group digits', () => {
    expect(interval('73,500,000', { exact: true })).toBe('[73500000, 73500000]');
    expect(() => printedNumber('7,35')).toThrow('requires a decimal number');
  });

  test('qualifiers bound from the side they say', () => {
    expect(interval('60', { qualifier: 'over' })).toBe('[60, inf]');
    expect(interval('60', { qualifier: 'less-than' })).toBe('[-inf, 60]');
    expect(interval('70', { qualifier: 'nearly' })).toBe('[69, 70]');
    expect(interval('70', { qualifier: 'about' })).toBe('[69.5, 70.5]');
    expect(interval('2~3', { qualifier: 'range' })).toBe('[1.5, 3.5]');
  });

  test('every value that rounds to the token lies inside', () => {
    fc.assert(
      fc.property(fc.integer({ min: -999999, max: 999999 }), (millionths) => {
        const value = millionths / 1e4;
        expect(printedNumber(value.toFixed(2)).interval.contains(Exact.fromNumber(value))).toBe(true);
      }),
    );
  });
});
