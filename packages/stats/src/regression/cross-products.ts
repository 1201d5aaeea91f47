import type { LeastSquares } from '../linear-algebra/least-squares.js';
import { block } from '../linear-algebra/normal-equations.js';

/** The basis times the residuals, each times a factor. */
export function scores(fit: LeastSquares, factor: (row: number) => number): Float64Array[] {
  const weighted = new Float64Array(fit.residuals.length);
  for (let row = 0; row < weighted.length; row++) weighted[row] = fit.residuals[row]! * factor(row);
  return fit.basis.map((column) => productOf(column, weighted));
}

function productOf(a: Float64Array, b: Float64Array): Float64Array {
  const result = new Float64Array(a.length);
  for (let row = 0; row < a.length; row++) result[row] = a[row]! * b[row]!;
  return result;
}

/** The sums of weighted products of every two columns. */
export function crossProducts(columns: readonly Float64Array[], weights: Float64Array | null = null): Float64Array[] {
  const result = columns.map(() => new Float64Array(columns.length));
  const rows = columns[0]!.length;
  const weighted = new Float64Array(block);
  for (let from = 0; from < rows; from += block) {
    const to = Math.min(from + block, rows);
    columns.forEach((a, i) => {
      for (let row = from; row < to; row++) weighted[row - from] = weights === null ? a[row]! : a[row]! * weights[row]!;
      for (let j = 0; j <= i; j++) result[i]![j]! += dotFrom(from, to, weighted, columns[j]!);
    });
  }
  for (let i = 0; i < columns.length; i++) for (let j = 0; j < i; j++) result[j]![i] = result[i]![j]!;
  return result;
}

function dotFrom(from: number, to: number, a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let row = from; row < to; row++) sum += a[row - from]! * b[row]!;
  return sum;
}
