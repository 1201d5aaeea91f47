import { EigenvalueDecomposition } from 'ml-matrix';
import { randomSource } from '@indexlab/core';
import { describe, expect, test } from 'vitest';
import { largestEigenvalue } from './largest-eigenvalue.js';

describe('largestEigenvalue', () => {
  test('is the largest entry of a diagonal matrix, repeated or not', () => {
    expect(largestEigenvalue([Float64Array.of(7)])).toBe(7);
    expect(largestEigenvalue([Float64Array.of(2, 0), Float64Array.of(0, 2)])).toBe(2);
    expect(largestEigenvalue([Float64Array.of(1, 0, 0), Float64Array.of(0, 5, 0), Float64Array.of(0, 0, 3)])).toBe(5);
  });

  test('is that of the decomposition in ml-matrix, with close and with distant eigenvalues', () => {
    for (let draw = 0; draw < 40; draw += 1) {
      const random = randomSource(3, draw);
      const size = 2 + (draw % 12);
      const vectors = Array.from({ length: size }, () =>
        Float64Array.from({ length: size }, (_, j) => 10 ** ((draw % 5) * -j) * random.normal()),
      );
      const matrix = vectors.map((a) =>
        Float64Array.from(vectors, (b) => a.reduce((sum, value, k) => sum + value * b[k]!, 0)),
      );
      const expected = Math.max(
        ...new EigenvalueDecomposition(
          matrix.map((row) => [...row]),
          { assumeSymmetric: true },
        ).realEigenvalues,
      );
      expect(Math.abs(largestEigenvalue(matrix) / expected - 1)).toBeLessThan(1e-13);
    }
  });
});
