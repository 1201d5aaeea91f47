import { randomSource } from '@indexlab/core';
import { describe, expect, test } from 'vitest';
import { sortOrder } from './sort-order.js';

describe('sortOrder', () => {
  test('is the stable ascending order, missing values last, zero and minus zero equal', () => {
    expect(sortOrder(Float64Array.of(3, -1, NaN, 0, -0, -1, Infinity, -Infinity, 5e-324))).toEqual(
      Int32Array.of(7, 1, 5, 3, 4, 8, 0, 6, 2),
    );
    expect(sortOrder(new Float64Array(0))).toEqual(new Int32Array(0));
  });

  test.each([50, 5000])('is that of a comparison sort on %i values of all magnitudes, with ties', (count) => {
    const random = randomSource(count);
    const values = Float64Array.from({ length: count }, () =>
      random.uniform() < 0.3 ? random.integer(5) - 2 : random.normal() * 10 ** (random.integer(600) - 300),
    );
    const expected = Array.from(values.keys()).sort((a, b) => values[a]! - values[b]! || a - b);
    expect([...sortOrder(values)]).toEqual(expected);
  });

  test('is that of a comparison sort where values share their upper halves, thousands of each', () => {
    const random = randomSource(3);
    const values = Float64Array.from(
      { length: 3000 },
      () => (1 + random.integer(3)) * (1 + random.uniform() * 2 ** -25),
    );
    const expected = Array.from(values.keys()).sort((a, b) => values[a]! - values[b]! || a - b);
    expect([...sortOrder(values)]).toEqual(expected);
  });
});
