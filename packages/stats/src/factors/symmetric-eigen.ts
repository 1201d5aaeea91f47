import { EigenvalueDecomposition } from 'ml-matrix';

/** The eigenvalues of a symmetric matrix, the largest first, and for each its vector of length one. */
export function symmetricEigen(matrix: number[][]): { values: number[]; vectors: number[][] } {
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(matrix, { assumeSymmetric: true });
  const order = realEigenvalues.map((_, i) => i).sort((a, b) => realEigenvalues[b]! - realEigenvalues[a]!);
  return { values: order.map((i) => realEigenvalues[i]!), vectors: order.map((i) => eigenvectorMatrix.getColumn(i)) };
}

/** The vector or its negative, so that its entries add up to a positive number. */
export function withPositiveSum(vector: readonly number[]): number[] {
  const sum = vector.reduce((total, value) => total + value, 0);
  return vector.map((value) => (sum < 0 ? -value : value));
}
