/** More rounds than any matrix needs: each squares what is off the diagonal. */
const mostRounds = 60;

/**
 * The eigenvalues of a symmetric matrix in no order, and for each its vector of length one, by Jacobi's rotations: small, and
 * it keeps the digits of small eigenvalues where the diagonal is graded.
 *
 * @see Golub and Van Loan, Matrix Computations, 8.5
 */
export function jacobiEigen(matrix: readonly Float64Array[]): { values: number[]; vectors: Float64Array[] } {
  const a = matrix.map((row) => row.slice());
  const vectors = a.map((_, i) => Float64Array.from(a, (_row, j) => Number(i === j)));
  for (let round = 0; round < mostRounds; round++) {
    let rotated = false;
    for (let p = 0; p < a.length; p++) {
      for (let q = p + 1; q < a.length; q++) {
        const off = a[p]![q]!;
        if (Math.abs(off) <= 1e-17 * Math.sqrt(Math.abs(a[p]![p]!)) * Math.sqrt(Math.abs(a[q]![q]!))) continue;
        rotated = true;
        const theta = (a[q]![q]! - a[p]![p]!) / (2 * off);
        const tangent = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.hypot(theta, 1));
        const cosine = 1 / Math.hypot(tangent, 1);
        const sine = tangent * cosine;
        for (const row of a) rotate(row, p, q, cosine, sine);
        rotateRows(a[p]!, a[q]!, cosine, sine);
        rotateRows(vectors[p]!, vectors[q]!, cosine, sine);
        a[p]![q] = 0;
        a[q]![p] = 0;
      }
    }
    if (!rotated) break;
  }
  return { values: a.map((row, i) => row[i]!), vectors };
}

function rotate(row: Float64Array, p: number, q: number, cosine: number, sine: number): void {
  const [x, y] = [row[p]!, row[q]!];
  row[p] = cosine * x - sine * y;
  row[q] = sine * x + cosine * y;
}

function rotateRows(first: Float64Array, second: Float64Array, cosine: number, sine: number): void {
  for (let i = 0; i < first.length; i++) {
    const [x, y] = [first[i]!, second[i]!];
    first[i] = cosine * x - sine * y;
    second[i] = sine * x + cosine * y;
  }
}
