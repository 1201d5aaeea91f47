import { assertThat, requireOptions } from '@indexlab/core';
import { normalUpperQuantile } from '../distributions/index.js';
import type { BinomialInterval } from './binomial-interval.js';
import { requireLevel } from './test-row.js';

/** How {@link surveyInterval} goes about it. */
export interface SurveyIntervalOptions {
  /** How many there are, where the sample is a good part of them: shrinks the variance by `(N - n) / (N - 1)`. */
  readonly population?: number;
  /** The variance over that of a simple random sample, 1 by default; clusters and weights make it larger, often 1.5 to 2. */
  readonly designEffect?: number;
  /** The level of the interval, 0.95 by default. */
  readonly level?: number;
}

/**
 * The sampling interval of a printed share of a survey (Wilson's score interval): what a report that prints "36.2 % of 1,670 asked" leaves
 * open by sampling alone.
 *
 * A share is given, not a count: only its digits are printed. The sample counts as n over the design effect, and with a finite population
 * as so much more as its variance is smaller. Who was asked, and who answered, is not in it: for a sample of volunteers it says nothing.
 *
 * @param share from 0 to 1
 * @param n how many answered
 * @throws IndexlabError when the share is none, n is not positive, or the population is smaller than the sample
 *
 * @example
 * const { lower, upper } = surveyInterval(0.362, 1670);
 * [lower.toFixed(4), upper.toFixed(4)] // => ['0.3393', '0.3853']
 *
 * @see Wilson (1927); Kish (1965), Survey Sampling; R `prop.test(x, n, correct = FALSE)$conf.int`
 */
export function surveyInterval(share: number, n: number, options: SurveyIntervalOptions = {}): BinomialInterval {
  const caller = 'surveyInterval';
  requireOptions(options, caller, { population: 'a number', designEffect: 'a number', level: 'a number' });
  const { population, designEffect = 1, level = 0.95 } = options;
  requireLevel(level, caller);
  assertThat(
    typeof share === 'number' && share >= 0 && share <= 1,
    () => `${caller} requires a share from 0 to 1, got ${String(share)}`,
    'Give 36.2 % as 0.362.',
  );
  assertThat(
    typeof n === 'number' && n > 0 && n < Infinity,
    () => `${caller} requires a positive sample, got ${String(n)}`,
  );
  assertThat(
    designEffect > 0 && designEffect < Infinity,
    () => `${caller} requires a positive design effect, got ${designEffect}`,
  );
  assertThat(
    population === undefined || (population >= n && population > 1),
    () => `${caller} requires a population of at least the sample, got ${population} for ${n}`,
  );
  const finite = population === undefined ? 1 : (population - n) / (population - 1);
  if (finite === 0) return { estimate: share, lower: share, upper: share };
  const size = n / designEffect / finite;
  const z = normalUpperQuantile((1 - level) / 2);
  const middle = (share + (z * z) / (2 * size)) / (1 + (z * z) / size);
  const half = (z / (1 + (z * z) / size)) * Math.sqrt((share * (1 - share)) / size + (z / (2 * size)) ** 2);
  return { estimate: share, lower: Math.max(0, middle - half), upper: Math.min(1, middle + half) };
}
