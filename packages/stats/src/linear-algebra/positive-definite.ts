import { assertThat, requireArray, requireRows } from '@indexlab/core';

/** The lower triangle of Cholesky, or null where the matrix is not positive definite to rounding. */
export function cholesky(matrix: readonly Float64Array[]): Float64Array[] | null {
  const size = matrix.length;
  const lower = matrix.map(() => new Float64Array(size));
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let value = matrix[i]![j]!;
      for (let k = 0; k < j; k++) value -= lower[i]![k]! * lower[j]![k]!;
      if (i === j) {
        if (!(value > 1e-13 * matrix[i]![i]!)) return null;
        lower[i]![i] = Math.sqrt(value);
      } else {
        lower[i]![j] = value / lower[j]![j]!;
      }
    }
  }
  return lower;
}

/**
 * The x with `matrix x = right` for a positive definite matrix, by Cholesky; `null` where it is not, to rounding.
 *
 * @param matrix rows of a symmetric matrix; only the lower triangle is read
 *
 * @example
 * solvePositive([new Float64Array([4, 0]), new Float64Array([0, 16])], new Float64Array([1, 1])) // => new Float64Array([1 / 4, 1 / 16])
 */
export function solvePositive(matrix: readonly Float64Array[], right: Float64Array): Float64Array | null {
  requireRows(matrix, 'solvePositive');
  requireArray(right, 'solvePositive', 'right');
  assertThat(
    matrix.every((row) => row.length === matrix.length) && right.length === matrix.length,
    () =>
      `solvePositive requires a square matrix and a right side of its length, got ${right.length} for ${matrix.length} rows`,
  );
  const lower = cholesky(matrix);
  if (lower === null) return null;
  const x = right.slice();
  for (let i = 0; i < x.length; i++) {
    for (let k = 0; k < i; k++) x[i]! -= lower[i]![k]! * x[k]!;
    x[i]! /= lower[i]![i]!;
  }
  for (let i = x.length - 1; i >= 0; i--) {
    for (let k = i + 1; k < x.length; k++) x[i]! -= lower[k]![i]! * x[k]!;
    x[i]! /= lower[i]![i]!;
  }
  return x;
}

/** The determinant of a positive definite matrix; zero where it is singular to rounding. */
export function choleskyDeterminant(matrix: readonly Float64Array[]): number {
  return cholesky(matrix)?.reduce((product, row, i) => product * row[i]! ** 2, 1) ?? 0;
}
