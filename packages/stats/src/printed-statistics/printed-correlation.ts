import { assertThat, Exact, type PrintedNumber, requireOptions } from '@indexlab/core';
import { correlationTail } from '../correlation/correlation-tail.js';
import { fisherInterval, fisherVariance } from '../correlation/fisher-interval.js';
import { normalUpperQuantile } from '../distributions/index.js';
import { requireLevel } from '../hypothesis-tests/test-row.js';
import { type BoundedNumber, bounded, printedEnds } from './bounded-number.js';

/** How {@link printedCorrelation} goes about it. */
export interface PrintedCorrelationOptions {
  /** Pearson's r, as printed. */
  readonly r: string | PrintedNumber;
  /** Pairs. */
  readonly n: number;
  /** The level of the confidence interval, 0.95 by default. */
  readonly level?: number;
}

/** What a printed correlation says. */
export interface PrintedCorrelation {
  readonly estimate: BoundedNumber;
  /** t. */
  readonly statistic: BoundedNumber;
  readonly degreesOfFreedom: number;
  /** Two-sided. */
  readonly pValue: BoundedNumber;
  /** The ends of the confidence interval. */
  readonly lower: BoundedNumber;
  readonly upper: BoundedNumber;
  readonly n: number;
}

/**
 * The test and the confidence interval behind a correlation that is printed with its number of pairs only, each with all values that the
 * digits of r allow.
 *
 * `t = r sqrt((n - 2) / (1 - r^2))` with n - 2 degrees of freedom; the confidence interval by Fisher's transform with variance
 * `1 / (n - 3)`. All of them move one way with r (the p-value with `|r|`), so the ends of r's interval, at most ±1, give theirs.
 *
 * @throws IndexlabError for an r outside -1 to 1, fewer than three pairs, or a token that is not a number
 *
 * @example
 * const { pValue, lower } = printedCorrelation({ r: '0.87', n: 20 });
 * [pValue.value.toExponential(2), pValue.interval.upper.toNumber().toExponential(2), lower.value.toFixed(4)]
 * // => ['6.22e-7', '8.58e-7', '0.6951']
 *
 * @see R `psych::r.test(n, r)`, `psych::r.con(r, n)`
 */
export function printedCorrelation(options: PrintedCorrelationOptions): PrintedCorrelation {
  requireOptions(options, 'printedCorrelation', { r: 'anything', n: 'a number', level: 'a number' });
  const { n, level = 0.95 } = options;
  requireLevel(level, 'printedCorrelation');
  assertThat(Number.isInteger(n) && n >= 3, () => `printedCorrelation requires at least three pairs, got ${n}`);
  const { low, value, high, interval } = printedEnds(options.r, 'an r', 'printedCorrelation', [
    Exact.one.negated(),
    Exact.one,
  ]);
  const tail = correlationTail(n - 2);
  const complement = (r: number): number => (1 - r) * (1 + r);
  const statistic = (r: number): number => r * Math.sqrt((n - 2) / complement(r));
  const pValue = (r: number): number => tail(r, complement(r));
  const width = normalUpperQuantile((1 - level) / 2) * Math.sqrt(fisherVariance.pearson(value, n));
  const end =
    (side: 0 | 1) =>
    (r: number): number =>
      fisherInterval(r, width)[side];
  const over = (of: (r: number) => number, ...others: readonly number[]): BoundedNumber =>
    bounded(of(value), of(low), of(high), ...others.map(of));
  return {
    estimate: { value, interval },
    statistic: over(statistic),
    degreesOfFreedom: n - 2,
    pValue: over(pValue, ...(low < 0 && high > 0 ? [0] : [])),
    lower: over(end(0)),
    upper: over(end(1)),
    n,
  };
}
