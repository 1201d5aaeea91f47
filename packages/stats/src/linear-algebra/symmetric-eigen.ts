/**
 * The eigenvalues of a symmetric matrix, the largest first, and for each its vector of length one, by tridiagonal form: quick, to
 * the digits of the largest. `jacobiEigen` is for small matrices whose diagonal is graded.
 */
export function symmetricEigen(matrix: readonly (readonly number[])[]): { values: number[]; vectors: number[][] } {
  const vectors = matrix.map((row) => Float64Array.from(row));
  const diagonal = new Float64Array(matrix.length);
  const beside = new Float64Array(matrix.length);
  reduceToTridiagonal(vectors, diagonal, beside);
  diagonalise(vectors, diagonal, beside);
  const order = Array.from(diagonal.keys()).sort((a, b) => diagonal[b]! - diagonal[a]!);
  return { values: order.map((i) => diagonal[i]!), vectors: order.map((i) => vectors.map((row) => row[i]!)) };
}

/** The inverse of a matrix without an eigenvalue of zero, from its eigenvalues and vectors. */
export function inverseOf({ values, vectors }: ReturnType<typeof symmetricEigen>): number[][] {
  return values.map((_, i) =>
    values.map((__, j) => vectors.reduce((sum, vector, k) => sum + (vector[i]! * vector[j]!) / values[k]!, 0)),
  );
}

/** Householder's reduction to a tridiagonal matrix; `v` becomes the transformation (tred2 of EISPACK, as in JAMA). */
function reduceToTridiagonal(v: Float64Array[], d: Float64Array, e: Float64Array): void {
  const n = d.length;
  for (let j = 0; j < n; j += 1) d[j] = v[n - 1]![j]!;
  for (let i = n - 1; i > 0; i -= 1) {
    let scale = 0;
    let h = 0;
    for (let k = 0; k < i; k += 1) scale += Math.abs(d[k]!);
    if (scale === 0) {
      e[i] = d[i - 1]!;
      for (let j = 0; j < i; j += 1) {
        d[j] = v[i - 1]![j]!;
        v[i]![j] = v[j]![i] = 0;
      }
    } else {
      for (let k = 0; k < i; k += 1) {
        d[k]! /= scale;
        h += d[k]! * d[k]!;
      }
      const f = d[i - 1]!;
      const g = f > 0 ? -Math.sqrt(h) : Math.sqrt(h);
      e[i] = scale * g;
      h -= f * g;
      d[i - 1] = f - g;
      e.fill(0, 0, i);
      for (let j = 0; j < i; j += 1) {
        const value = d[j]!;
        v[j]![i] = value;
        let sum = e[j]! + v[j]![j]! * value;
        for (let k = j + 1; k < i; k += 1) {
          sum += v[k]![j]! * d[k]!;
          e[k]! += v[k]![j]! * value;
        }
        e[j] = sum;
      }
      let product = 0;
      for (let j = 0; j < i; j += 1) {
        e[j]! /= h;
        product += e[j]! * d[j]!;
      }
      const half = product / (h + h);
      for (let j = 0; j < i; j += 1) e[j]! -= half * d[j]!;
      for (let j = 0; j < i; j += 1) {
        for (let k = j; k < i; k += 1) v[k]![j]! -= d[j]! * e[k]! + e[j]! * d[k]!;
        d[j] = v[i - 1]![j]!;
        v[i]![j] = 0;
      }
    }
    d[i] = h;
  }
  accumulate(v, d);
  e[0] = 0;
}

/** The transformation from the vectors that the reduction left in its columns. */
function accumulate(v: Float64Array[], d: Float64Array): void {
  const n = d.length;
  for (let i = 0; i < n - 1; i += 1) {
    v[n - 1]![i] = v[i]![i]!;
    v[i]![i] = 1;
    const h = d[i + 1]!;
    if (h !== 0) {
      for (let k = 0; k <= i; k += 1) d[k] = v[k]![i + 1]! / h;
      for (let j = 0; j <= i; j += 1) {
        let g = 0;
        for (let k = 0; k <= i; k += 1) g += v[k]![i + 1]! * v[k]![j]!;
        for (let k = 0; k <= i; k += 1) v[k]![j]! -= g * d[k]!;
      }
    }
    for (let k = 0; k <= i; k += 1) v[k]![i + 1] = 0;
  }
  for (let j = 0; j < n; j += 1) {
    d[j] = v[n - 1]![j]!;
    v[n - 1]![j] = 0;
  }
  v[n - 1]![n - 1] = 1;
}

/** Eigenvalues into `d` and vectors into the columns of `v`, by implicit QL steps (tql2 of EISPACK, as in JAMA). */
function diagonalise(v: Float64Array[], d: Float64Array, e: Float64Array): void {
  const n = d.length;
  e.copyWithin(0, 1);
  e[n - 1] = 0;
  let shift = 0;
  let size = 0;
  for (let l = 0; l < n; l += 1) {
    size = Math.max(size, Math.abs(d[l]!) + Math.abs(e[l]!));
    const last = e.findIndex((value, at) => at >= l && Math.abs(value) <= Number.EPSILON * size);
    while (last > l && Math.abs(e[l]!) > Number.EPSILON * size) {
      const g = d[l]!;
      let p = (d[l + 1]! - g) / (2 * e[l]!);
      const r = p < 0 ? -Math.hypot(p, 1) : Math.hypot(p, 1);
      d[l] = e[l]! / (p + r);
      d[l + 1] = e[l]! * (p + r);
      const next = d[l + 1]!;
      const change = g - d[l]!;
      for (let i = l + 2; i < n; i += 1) d[i]! -= change;
      shift += change;
      p = d[last]!;
      const beside = e[l + 1]!;
      let [c, c2, c3, s, s2] = [1, 1, 1, 0, 0];
      for (let i = last - 1; i >= l; i -= 1) {
        [c3, c2, s2] = [c2, c, s];
        const g2 = c * e[i]!;
        const h = c * p;
        const length = Math.hypot(p, e[i]!);
        e[i + 1] = s * length;
        s = e[i]! / length;
        c = p / length;
        p = c * d[i]! - s * g2;
        d[i + 1] = h + s * (c * g2 + s * d[i]!);
        for (const row of v) {
          const value = row[i + 1]!;
          row[i + 1] = s * row[i]! + c * value;
          row[i] = c * row[i]! - s * value;
        }
      }
      p = (-s * s2 * c3 * beside * e[l]!) / next;
      e[l] = s * p;
      d[l] = c * p;
    }
    d[l]! += shift;
    e[l] = 0;
  }
}

/** The vector or its negative, so that its entries add up to a positive number. */
export function withPositiveSum(vector: readonly number[]): number[] {
  const sum = vector.reduce((total, value) => total + value, 0);
  return vector.map((value) => (sum < 0 ? -value : value));
}
