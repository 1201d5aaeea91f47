import type { Alternative } from '../hypothesis-tests/test-row.js';

/** The share of draws at least as extreme, the value itself counted as one; two-sided twice the smaller tail. */
export function permutationPValue(value: number, draws: Float64Array, alternative: Alternative): number {
  // Orders that give the same value may do so only to rounding.
  const slack = 1e-12 * Math.max(1, Math.abs(value));
  const share = (count: (draw: number) => boolean): number => (1 + draws.filter(count).length) / (1 + draws.length);
  const above = share((draw) => draw >= value - slack);
  const below = share((draw) => draw <= value + slack);
  if (alternative !== 'two-sided') return alternative === 'greater' ? above : below;
  return Math.min(1, 2 * Math.min(above, below));
}
