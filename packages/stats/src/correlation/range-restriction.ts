import { assertThat } from '@indexlab/core';

/**
 * What a correlation seen in a restricted range would be in the whole, if the regression line and the spread around it were the same
 * there (Thorndike's case 2): `r u / sqrt(1 + r^2 (u^2 - 1))` with `u = whole / restricted`, standard deviations of the variable that was
 * selected on.
 *
 * A correlation within a band of ranks is small because the band is narrow: this says how much of the fall that alone explains. Where the
 * line bends or the spread differs the correction does not hold.
 *
 * @param r the correlation within the range
 * @param restricted the standard deviation within the range
 * @param whole that of all units
 * @throws IndexlabError when r is no correlation or a standard deviation is not positive
 *
 * @example
 * correctRangeRestriction(0.3, 1, 2).toFixed(4) // => '0.5324'
 *
 * @see Thorndike (1949), Personnel Selection; R `psych::rangeCorrection(r, whole, restricted)`
 */
export function correctRangeRestriction(r: number, restricted: number, whole: number): number {
  assertThat(
    typeof r === 'number' && Math.abs(r) <= 1,
    () => `correctRangeRestriction requires a correlation, got ${String(r)}`,
  );
  for (const [name, value] of Object.entries({ restricted, whole }))
    assertThat(
      typeof value === 'number' && value > 0 && value < Infinity,
      () => `correctRangeRestriction requires positive standard deviations, got ${String(value)} (${name})`,
    );
  const u = whole / restricted;
  return (r * u) / Math.sqrt(1 + r * r * (u * u - 1));
}
