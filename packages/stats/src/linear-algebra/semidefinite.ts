import { jacobiEigen } from './jacobi-eigen.js';

/** Smaller than this share of the largest, an eigenvalue below zero is rounding. */
const rounding = 1e-10;

/** Whether a symmetric matrix has a negative eigenvalue, but for rounding, whatever the scales of its rows. */
export function isIndefinite(matrix: readonly Float64Array[]): boolean {
  const scales = matrix.map((row, i) => Math.sqrt(Math.abs(row[i]!)) || 1);
  const { values } = jacobiEigen(matrix.map((row, i) => row.map((value, j) => value / scales[i]! / scales[j]!)));
  const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  return values.some((value) => value < -rounding * largest);
}

/**
 * The nearest positive semidefinite matrix: negative eigenvalues are set to zero.
 */
export function withoutNegative(matrix: readonly Float64Array[]): Float64Array[] {
  const { values, vectors } = jacobiEigen(matrix);
  const result = matrix.map((row) => row.slice());
  values.forEach((value, k) => {
    if (value >= 0) return;
    const vector = vectors[k]!;
    result.forEach((row, i) => row.forEach((_, j) => (row[j]! -= value * vector[i]! * vector[j]!)));
  });
  return result;
}
