import { IndexlabError } from '@indexlab/core';

/** An eigenvalue of a matrix that need not be symmetric. */
export interface Eigenvalue {
  readonly real: number;
  readonly imaginary: number;
}

/**
 * The eigenvalues of a square matrix, in no order: elimination to Hessenberg form, then QR steps with two shifts at a time
 * (elmhes and hqr of EISPACK; Wilkinson and Reinsch 1971).
 */
export function generalEigenvalues(matrix: readonly ArrayLike<number>[]): Eigenvalue[] {
  const h = matrix.map((row) => Float64Array.from(row));
  reduceToHessenberg(h);
  const norm = h.reduce((sum, row) => row.reduce((total, value) => total + Math.abs(value), sum), 0);
  const found: Eigenvalue[] = [];
  let shifted = 0;
  for (let last = h.length - 1, steps = 0; last >= 0; ) {
    const first = startOfBlock(h, last, norm);
    if (last - first > 1) {
      steps += 1;
      if (steps > 100) throw new IndexlabError('The eigenvalues of the matrix were not found in 100 steps');
      shifted += doubleStep(h, first, last, steps);
      continue;
    }
    found.push(...(first === last ? [{ real: h[last]![last]! + shifted, imaginary: 0 }] : ofPair(h, last, shifted)));
    last = first - 1;
    steps = 0;
  }
  return found;
}

/** Takes everything below the subdiagonal to zero, by elimination with the largest pivot. */
function reduceToHessenberg(h: Float64Array[]): void {
  const size = h.length;
  for (let m = 1; m < size - 1; m += 1) {
    let pivot = m;
    for (let i = m + 1; i < size; i += 1) if (Math.abs(h[i]![m - 1]!) > Math.abs(h[pivot]![m - 1]!)) pivot = i;
    if (h[pivot]![m - 1] === 0) continue;
    [h[pivot], h[m]] = [h[m]!, h[pivot]!];
    for (const row of h) [row[pivot], row[m]] = [row[m]!, row[pivot]!];
    for (let i = m + 1; i < size; i += 1) {
      const factor = h[i]![m - 1]! / h[m]![m - 1]!;
      if (factor === 0) continue;
      for (let j = m; j < size; j += 1) h[i]![j]! -= factor * h[m]![j]!;
      for (const row of h) row[m]! += factor * row[i]!;
      h[i]![m - 1] = 0;
    }
  }
}

/** Where the block that ends at `last` begins: above it the subdiagonal is as good as zero. */
function startOfBlock(h: readonly Float64Array[], last: number, norm: number): number {
  for (let first = last; first > 0; first -= 1) {
    const beside = Math.abs(h[first - 1]![first - 1]!) + Math.abs(h[first]![first]!) || norm;
    if (beside + Math.abs(h[first]![first - 1]!) === beside) {
      h[first]![first - 1] = 0;
      return first;
    }
  }
  return 0;
}

/** Both eigenvalues of a block of two rows. */
function ofPair(h: readonly Float64Array[], last: number, shifted: number): [Eigenvalue, Eigenvalue] {
  const corner = h[last]![last]!;
  const product = h[last]![last - 1]! * h[last - 1]![last]!;
  const half = (h[last - 1]![last - 1]! - corner) / 2;
  const discriminant = half * half + product;
  const root = Math.sqrt(Math.abs(discriminant));
  const x = corner + shifted;
  if (discriminant < 0)
    return [
      { real: x + half, imaginary: root },
      { real: x + half, imaginary: -root },
    ];
  const far = half + (half < 0 ? -root : root);
  return [
    { real: x + far, imaginary: 0 },
    { real: far === 0 ? x : x - product / far, imaginary: 0 },
  ];
}

/**
 * One QR step on the block from `first` to `last` with both eigenvalues of its last two rows as shifts; every tenth with others,
 * as these may stand still.
 *
 * @returns what was taken off the diagonal
 */
function doubleStep(h: readonly Float64Array[], first: number, last: number, steps: number): number {
  let x = h[last]![last]!;
  let y = h[last - 1]![last - 1]!;
  let w = h[last]![last - 1]! * h[last - 1]![last]!;
  let taken = 0;
  if (steps % 10 === 0) {
    taken = x;
    for (let i = 0; i <= last; i += 1) h[i]![i]! -= taken;
    const scale = Math.abs(h[last]![last - 1]!) + Math.abs(h[last - 1]![last - 2]!);
    x = y = 0.75 * scale;
    w = -0.4375 * scale * scale;
  }
  const [start, column] = firstColumn(h, first, last, { x, y, w });
  for (let i = start + 2; i <= last; i += 1) {
    h[i]![i - 2] = 0;
    if (i > start + 2) h[i]![i - 3] = 0;
  }
  let [p, q, r] = column;
  for (let k = start; k < last; k += 1) {
    const three = k < last - 1;
    let scale = 1;
    if (k > start) {
      [p, q, r] = [h[k]![k - 1]!, h[k + 1]![k - 1]!, three ? h[k + 2]![k - 1]! : 0];
      scale = Math.abs(p) + Math.abs(q) + Math.abs(r);
      if (scale === 0) continue;
      [p, q, r] = [p / scale, q / scale, r / scale];
    }
    const length = Math.sqrt(p * p + q * q + r * r) * (p < 0 ? -1 : 1);
    if (k > start) h[k]![k - 1] = -length * scale;
    else if (start > first) h[k]![k - 1] = -h[k]![k - 1]!;
    p += length;
    // The reflection is I - [1, v, u] [a, b, c]'.
    const [a, b, c] = [p / length, q / length, r / length];
    const [v, u] = [q / p, r / p];
    for (let j = k; j <= last; j += 1) {
      const sum = h[k]![j]! + v * h[k + 1]![j]! + (three ? u * h[k + 2]![j]! : 0);
      h[k]![j]! -= sum * a;
      h[k + 1]![j]! -= sum * b;
      if (three) h[k + 2]![j]! -= sum * c;
    }
    for (let i = first; i <= Math.min(last, k + 3); i += 1) {
      const row = h[i]!;
      const sum = a * row[k]! + b * row[k + 1]! + (three ? c * row[k + 2]! : 0);
      row[k]! -= sum;
      row[k + 1]! -= sum * v;
      if (three) row[k + 2]! -= sum * u;
    }
  }
  return taken;
}

/** Where the step can begin, two small subdiagonal entries being as good as one zero, and its first column there. */
function firstColumn(
  h: readonly Float64Array[],
  first: number,
  last: number,
  { x, y, w }: { x: number; y: number; w: number },
): [start: number, column: [number, number, number]] {
  for (let m = last - 2; ; m -= 1) {
    const z = h[m]![m]!;
    let p = ((x - z) * (y - z) - w) / h[m + 1]![m]! + h[m]![m + 1]!;
    let q = h[m + 1]![m + 1]! - z - (x - z) - (y - z);
    let r = h[m + 2]![m + 1]!;
    const scale = Math.abs(p) + Math.abs(q) + Math.abs(r);
    [p, q, r] = [p / scale, q / scale, r / scale];
    if (m === first) return [m, [p, q, r]];
    const small = Math.abs(h[m]![m - 1]!) * (Math.abs(q) + Math.abs(r));
    const large = Math.abs(p) * (Math.abs(h[m - 1]![m - 1]!) + Math.abs(z) + Math.abs(h[m + 1]![m + 1]!));
    if (small + large === large) return [m, [p, q, r]];
  }
}
