import { tTwoSided } from '@indexlab/stats/distributions';

/** The two-sided p-value of a correlation r over n pairs: the t tail of r √((n - 2) / (1 - r²)). */
export function correlationPValue(r: number, n: number): number {
  const left = 1 - r * r;
  return left <= 0 ? 0 : tTwoSided(r * Math.sqrt((n - 2) / left), n - 2);
}
