import { randomSource } from '@indexlab/core';
import { determinant, EigenvalueDecomposition, Matrix } from 'ml-matrix';
import { describe, expect, test } from 'vitest';
import { determinantOf } from './determinant.js';
import { type Eigenvalue, generalEigenvalues } from './general-eigenvalues.js';

const byPart = (a: Eigenvalue, b: Eigenvalue): number =>
  Math.abs(a.real - b.real) > 1e-9 ? a.real - b.real : a.imaginary - b.imaginary;

/** The largest distance between eigenvalues that belong together. */
function apart(found: readonly Eigenvalue[], expected: readonly Eigenvalue[]): number {
  expect(found).toHaveLength(expected.length);
  const [a, b] = [[...found].sort(byPart), [...expected].sort(byPart)];
  return Math.max(...a.map(({ real, imaginary }, i) => Math.hypot(real - b[i]!.real, imaginary - b[i]!.imaginary)));
}

describe('generalEigenvalues', () => {
  test('are the diagonal of a triangular matrix, and the roots of one of a matrix that permutes in a ring', () => {
    expect(apart(generalEigenvalues([[7]]), [{ real: 7, imaginary: 0 }])).toBe(0);
    const triangle = [
      [1, 5, -2, 8],
      [0, 3, 4, 1],
      [0, 0, 3, 9],
      [0, 0, 0, -6],
    ];
    const diagonal = [1, 3, 3, -6].map((real) => ({ real, imaginary: 0 }));
    expect(apart(generalEigenvalues(triangle), diagonal)).toBeLessThan(1e-6);
    for (let size = 2; size <= 9; size += 1) {
      const ring = Array.from({ length: size }, (_, i) =>
        Array.from({ length: size }, (__, j) => Number(j === (i + 1) % size)),
      );
      const roots = Array.from({ length: size }, (_, k) => ({
        real: Math.cos((2 * Math.PI * k) / size),
        imaginary: Math.sin((2 * Math.PI * k) / size),
      }));
      expect([size, apart(generalEigenvalues(ring), roots) < 1e-14 * size]).toEqual([size, true]);
    }
  });

  test('are those of the decomposition in ml-matrix, and so is the determinant', () => {
    for (let draw = 0; draw < 60; draw += 1) {
      const random = randomSource(5, draw);
      const size = 1 + (draw % 12);
      const matrix = Array.from({ length: size }, () => Array.from({ length: size }, () => random.normal()));
      const { realEigenvalues, imaginaryEigenvalues } = new EigenvalueDecomposition(new Matrix(matrix));
      const expected = realEigenvalues.map((real, i) => ({ real, imaginary: imaginaryEigenvalues[i]! }));
      expect([draw, apart(generalEigenvalues(matrix), expected) < 1e-10]).toEqual([draw, true]);
      expect(determinantOf(matrix) / determinant(new Matrix(matrix))).toBeCloseTo(1, 10);
    }
  });

  test('add up to the trace, and a singular matrix has one of zero', () => {
    const singular = [
      [1, 2, 3],
      [2, 4, 6],
      [1, 0, 1],
    ];
    const found = generalEigenvalues(singular);
    expect(found.reduce((sum, { real }) => sum + real, 0)).toBeCloseTo(1 + 4 + 1, 13);
    expect(Math.min(...found.map(({ real, imaginary }) => Math.hypot(real, imaginary)))).toBeLessThan(1e-14);
    expect(determinantOf(singular)).toBe(0);
  });
});
