/** The product of a matrix, as rows, and a vector. */
export function matrixTimes(matrix: readonly ArrayLike<number>[], vector: ArrayLike<number>): number[] {
  return matrix.map((row) => {
    let sum = 0;
    for (let i = 0; i < vector.length; i += 1) sum += row[i]! * vector[i]!;
    return sum;
  });
}
