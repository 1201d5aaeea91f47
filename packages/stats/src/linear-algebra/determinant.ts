/** The determinant of a square matrix, by elimination with the largest pivot. */
export function determinantOf(matrix: readonly ArrayLike<number>[]): number {
  const rows = matrix.map((row) => Float64Array.from(row));
  let determinant = 1;
  for (let k = 0; k < rows.length; k += 1) {
    let pivot = k;
    for (let i = k + 1; i < rows.length; i += 1) if (Math.abs(rows[i]![k]!) > Math.abs(rows[pivot]![k]!)) pivot = i;
    if (pivot !== k) {
      [rows[pivot], rows[k]] = [rows[k]!, rows[pivot]!];
      determinant = -determinant;
    }
    const head = rows[k]!;
    determinant *= head[k]!;
    if (head[k] === 0) return 0;
    for (let i = k + 1; i < rows.length; i += 1) {
      const factor = rows[i]![k]! / head[k]!;
      for (let j = k + 1; j < rows.length; j += 1) rows[i]![j]! -= factor * head[j]!;
    }
  }
  return determinant;
}
