import { normalTwoSided, normalUpperTail } from '../distributions/index.js';
import type { Alternative } from '../hypothesis-tests/test-row.js';

/** A test of Moran's I against its distribution without spatial correlation, taken as normal. */
export interface MoranTest {
  readonly variance: number;
  readonly standardError: number;
  /** I less its expectation, over the standard error. */
  readonly statistic: number;
  readonly pValue: number;
}

/**
 * The test of an estimate with an expectation and a variance. A variance that is rounding of its `scale` is zero: the estimate is then
 * the same whatever the order of values, its statistic 0 and its p-value 1.
 */
export function momentTest(
  estimate: number,
  expected: number,
  variance: number,
  scale: number,
  alternative: Alternative,
): MoranTest {
  if (variance <= 1e-13 * scale) return { variance: 0, standardError: 0, statistic: 0, pValue: 1 };
  const standardError = Math.sqrt(variance);
  const statistic = (estimate - expected) / standardError;
  const pValue =
    alternative === 'two-sided'
      ? normalTwoSided(statistic)
      : normalUpperTail(alternative === 'greater' ? statistic : -statistic);
  return { variance, standardError, statistic, pValue };
}
