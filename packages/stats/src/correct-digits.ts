import { requireArray } from '@indexlab/core';
/**
 * The correct digits of a computed value, at most 16: the logarithm of the relative error, absolute where zero is expected.
 *
 * Reference: the LRE of McCullough (1998), The American Statistician 52.
 *
 * @example
 * correctDigits(1.001, 1).toFixed(1) // => '3.0'
 */
export function correctDigits(computed: number, expected: number): number {
  if (computed === expected) return 16;
  const error = Math.abs(computed - expected) / (expected === 0 ? 1 : Math.abs(expected));
  return Number.isNaN(error) ? 0 : Math.max(0, Math.min(16, -Math.log10(error)));
}

/**
 * The fewest correct digits of several values; none where their numbers differ.
 *
 * @example
 * worstDigits([1, 1.001], [1, 1]).toFixed(1) // => '3.0'
 */
export function worstDigits(computed: ArrayLike<number>, expected: ArrayLike<number>): number {
  requireArray(computed, 'worstDigits', 'computed');
  requireArray(expected, 'worstDigits', 'expected');
  if (computed.length !== expected.length) return 0;
  let worst = 16;
  for (let i = 0; i < computed.length; i += 1) worst = Math.min(worst, correctDigits(computed[i]!, expected[i]!));
  return worst;
}
