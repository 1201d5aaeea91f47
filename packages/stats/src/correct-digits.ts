/** The correct digits of a computed value, at most 16: the logarithm of the relative error, absolute where zero is expected. */
export function correctDigits(computed: number, expected: number): number {
  if (computed === expected) return 16;
  const error = Math.abs(computed - expected) / (expected === 0 ? 1 : Math.abs(expected));
  return Math.min(16, -Math.log10(error));
}
