/**
 * The interval of a correlation that is symmetric for its Fisher transform, `tanh(atanh(r) ± width)`: by the addition
 * theorem `(r ± t) / (1 ± r t)` with `t = tanh(width)`.
 */
export function fisherInterval(r: number, width: number): [lower: number, upper: number] {
  if (Math.abs(r) === 1) return [r, r];
  const t = Math.tanh(width);
  return [(r - t) / (1 - r * t), (r + t) / (1 + r * t)];
}

/** The variance of the Fisher transform of each kind of correlation of n pairs; infinite where n says nothing. */
export const fisherVariance = {
  pearson: (_r: number, n: number): number => 1 / Math.max(0, n - 3),
  /** Bonett and Wright (2000). */
  spearman: (r: number, n: number): number => (1 + (r * r) / 2) / Math.max(0, n - 3),
  /** Fieller, Hartley and Pearson (1957). */
  kendall: (_r: number, n: number): number => 0.437 / Math.max(0, n - 4),
};
