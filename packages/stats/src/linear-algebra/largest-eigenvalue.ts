/**
 * The largest eigenvalue of a symmetric matrix that has none below zero, to the last digits: Householder's reduction to a
 * tridiagonal matrix, and Newton's iteration from above on its characteristic polynomial.
 *
 * @param matrix rows; overwritten
 */
export function largestEigenvalue(matrix: readonly Float64Array[]): number {
  const size = matrix.length;
  const offDiagonal = new Float64Array(size);
  for (let k = 0; k + 2 < size; k += 1) offDiagonal[k] = reduceColumn(matrix, k);
  if (size > 1) offDiagonal[size - 2] = matrix[size - 1]![size - 2]!;
  const diagonal = Float64Array.from(matrix, (row, k) => row[k]!);
  let value = 0;
  for (let k = 0; k < size; k += 1)
    value = Math.max(value, diagonal[k]! + Math.abs(offDiagonal[k]!) + Math.abs(k > 0 ? offDiagonal[k - 1]! : 0));
  // From above all roots the iteration falls to the largest and never passes it.
  for (let iteration = 0; iteration < 200; iteration += 1) {
    const step = newtonStep(diagonal, offDiagonal, value);
    const next = value - step;
    if (!(next < value)) break;
    value = next;
    if (step <= 1e-15 * value) break;
  }
  return value;
}

/** Takes column k below the diagonal to one entry, by a reflection from both sides; returns that entry. */
function reduceColumn(matrix: readonly Float64Array[], k: number): number {
  const size = matrix.length;
  let squares = 0;
  for (let i = k + 1; i < size; i += 1) squares += matrix[i]![k]! ** 2;
  if (squares === 0) return 0;
  const first = matrix[k + 1]![k]!;
  const entry = first > 0 ? -Math.sqrt(squares) : Math.sqrt(squares);
  const reflector = new Float64Array(size);
  for (let i = k + 1; i < size; i += 1) reflector[i] = matrix[i]![k]!;
  reflector[k + 1]! -= entry;
  const half = squares - entry * first;
  const applied = new Float64Array(size);
  let projection = 0;
  for (let i = k + 1; i < size; i += 1) {
    const row = matrix[i]!;
    let sum = 0;
    for (let j = k + 1; j < size; j += 1) sum += row[j]! * reflector[j]!;
    applied[i] = sum / half;
    projection += reflector[i]! * applied[i]!;
  }
  for (let i = k + 1; i < size; i += 1) applied[i]! -= (projection / (2 * half)) * reflector[i]!;
  for (let i = k + 1; i < size; i += 1) {
    const row = matrix[i]!;
    for (let j = k + 1; j < size; j += 1) row[j]! -= reflector[i]! * applied[j]! + applied[i]! * reflector[j]!;
  }
  return entry;
}

/** p(x) / p'(x) of the characteristic polynomial, by the recurrence of its leading minors as ratios. */
function newtonStep(diagonal: Float64Array, offDiagonal: Float64Array, x: number): number {
  let pivot = 1;
  let slope = 0;
  let sum = 0;
  for (let k = 0; k < diagonal.length; k += 1) {
    const square = k > 0 ? offDiagonal[k - 1]! ** 2 : 0;
    // pivot_k = x - d_k - e^2 / pivot_{k-1}, and its derivative.
    slope = 1 + (square * slope) / (pivot * pivot);
    pivot = x - diagonal[k]! - square / pivot;
    if (!(pivot > 0)) return 0;
    sum += slope / pivot;
  }
  return 1 / sum;
}
