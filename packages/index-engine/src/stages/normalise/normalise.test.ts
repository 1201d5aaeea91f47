import { describe, expect, test } from 'vitest';
import { normalise } from './normalise.js';

const values = new Float64Array([2, 3, 7]);

describe('normalise', () => {
  test('min-max runs from 0 to 1, and back for a negative direction', () => {
    expect(normalise(values, 'min-max')).toEqual(new Float64Array([0, (3 - 2) / (7 - 2), 1]));
    expect(normalise(values, 'min-max', 'negative')).toEqual(new Float64Array([1, (7 - 3) / (7 - 2), 0]));
  });

  test('z-scores divide by the standard deviation of n - 1', () => {
    expect(normalise(new Float64Array([1, 3]), 'z-score')).toEqual(new Float64Array([-1 / Math.sqrt(2), 1 / Math.sqrt(2)]));
  });

  test('a missing value stays missing and counts for nothing', () => {
    expect(normalise(new Float64Array([1, NaN, 3]), 'share-of-total')).toEqual(new Float64Array([1 / 4, NaN, 3 / 4]));
  });

  test('a constant column is refused by name', () => {
    expect(() => normalise(new Float64Array([5, 5]), 'min-max', 'positive', 'price')).toThrow('got only 5 (column "price")');
  });

  test('a share of a negative value or of a total of zero is refused', () => {
    expect(() => normalise(new Float64Array([-1, 3]), 'share-of-total')).toThrow('values of zero or more');
    expect(() => normalise(new Float64Array([0, 0]), 'share-of-total')).toThrow('a total of 0');
  });

  test('a method that cannot turn a negative direction says so', () => {
    expect(() => normalise(values, 'share-of-total', 'negative')).toThrow('min-max or z-score for a negative direction');
  });
});
