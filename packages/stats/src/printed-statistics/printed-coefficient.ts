import { assertThat, Exact, type PrintedNumber, requireOptions } from '@indexlab/core';
import { tTwoSided, tUpperQuantile } from '../distributions/index.js';
import { requireLevel } from '../hypothesis-tests/test-row.js';
import { type BoundedNumber, bounded, printedEnds, type PrintedEnds } from './bounded-number.js';

/** How {@link printedCoefficient} goes about it. */
export type PrintedCoefficientOptions = {
  /** The coefficient as printed. */
  readonly estimate: string | PrintedNumber;
  /** Of the residuals, n - k; the normal distribution by default. */
  readonly degreesOfFreedom?: number;
  /** The level of the confidence interval, 0.95 by default. */
  readonly level?: number;
} & ({ readonly standardError: string | PrintedNumber } | { readonly statistic: string | PrintedNumber });

/** What a printed coefficient says: the columns of a regression's row, each with all values that the digits allow. */
export interface PrintedCoefficient {
  readonly estimate: BoundedNumber;
  readonly standardError: BoundedNumber;
  /** t, or z without degrees of freedom. */
  readonly statistic: BoundedNumber;
  /** `Infinity` for the normal distribution. */
  readonly degreesOfFreedom: number;
  /** Two-sided. */
  readonly pValue: BoundedNumber;
  /** The ends of the confidence interval. */
  readonly lower: BoundedNumber;
  readonly upper: BoundedNumber;
}

/**
 * The test and the confidence interval behind a coefficient that is printed with its standard error, or with its t.
 *
 * `statistic = estimate / standardError`; the confidence interval is `estimate ± q standardError` with q the t quantile. The coefficient and the
 * number beside it vary on their own within their printed digits, and each result takes its ends at the corners. A standard error whose
 * digits allow zero ("0.00") leaves the statistic unbounded; so does a t whose digits allow zero the standard error and the confidence interval.
 *
 * @throws IndexlabError when a token is not a number, the standard error is zero or negative in all its digits allow, or t and
 *   estimate have opposite signs
 *
 * @example
 * const { pValue, upper } = printedCoefficient({ estimate: '0.50', standardError: '0.20', degreesOfFreedom: 30 });
 * [pValue.value.toFixed(4), pValue.interval.upper.toFixed(4), upper.value.toFixed(4)] // => ['0.0181', '0.0221', '0.9085']
 *
 * @see R `2 * pt(-abs(estimate / standardError), df)`
 */
export function printedCoefficient(options: PrintedCoefficientOptions): PrintedCoefficient {
  requireOptions<Readonly<Record<string, unknown>>>(options, 'printedCoefficient', {
    estimate: 'anything',
    standardError: 'anything',
    statistic: 'anything',
    degreesOfFreedom: 'a number',
    level: 'a number',
  });
  const { degreesOfFreedom = Infinity, level = 0.95 } = options;
  requireLevel(level, 'printedCoefficient');
  assertThat(
    degreesOfFreedom > 0,
    () => `printedCoefficient requires positive degrees of freedom, got ${degreesOfFreedom}`,
  );
  const estimate = printedEnds(options.estimate, 'an estimate', 'printedCoefficient');
  const printsError = 'standardError' in options;
  const beside = printsError
    ? printedEnds(options.standardError, 'a standard error', 'printedCoefficient', [Exact.zero, null])
    : printedEnds(options.statistic, 'a t', 'printedCoefficient');
  const cases = printsError ? fromStandardError(estimate, beside) : fromStatistic(estimate, beside);
  const quantile = tUpperQuantile((1 - level) / 2, degreesOfFreedom);
  const over = (of: (row: Case) => number, ...others: readonly number[]): BoundedNumber =>
    bounded(of(cases[0]!), ...cases.slice(1).map(of), ...others);
  const asPrinted = ({ value, interval }: PrintedEnds): BoundedNumber => ({ value, interval });
  const statistic = printsError ? over((row) => row.statistic) : asPrinted(beside);
  const { lower, upper } = statistic.interval;
  const mayBeZero = (lower === null || lower.sign() <= 0) && (upper === null || upper.sign() >= 0);
  return {
    estimate: asPrinted(estimate),
    standardError: printsError ? asPrinted(beside) : over((row) => row.standardError),
    statistic,
    degreesOfFreedom,
    pValue: over((row) => tTwoSided(row.statistic, degreesOfFreedom), ...(mayBeZero ? [1] : [])),
    lower: over((row) => row.estimate - quantile * row.standardError),
    upper: over((row) => row.estimate + quantile * row.standardError),
  };
}

/** One choice of the values that the digits allow: the printed one first, then the corners. */
interface Case {
  readonly estimate: number;
  readonly standardError: number;
  readonly statistic: number;
}

function fromStandardError(estimate: PrintedEnds, error: PrintedEnds): Case[] {
  assertThat(error.high > 0, () => `printedCoefficient requires a positive standard error, got ${error.high}`);
  // Zero over zero stands for the corner's other limit, which lies among the rest.
  const corner = (value: number, standardError: number): Case => ({
    estimate: value,
    standardError,
    statistic: value === 0 ? 0 : value / standardError,
  });
  return [
    corner(estimate.value, error.value),
    ...[estimate.low, estimate.high].flatMap((value) => [corner(value, error.low), corner(value, error.high)]),
  ];
}

function fromStatistic(estimate: PrintedEnds, statistic: PrintedEnds): Case[] {
  const corner = (value: number, t: number): Case => ({
    estimate: value,
    statistic: t,
    standardError: t === 0 ? Infinity : Math.abs(value / t),
  });
  // Estimate and t have one sign: where both may have either, they have it together.
  const sides = [
    [0, Infinity],
    [-Infinity, 0],
  ].flatMap(([least, most]) => {
    const [e, t] = [estimate, statistic].map(
      ({ low, high }) => [Math.max(low, least!), Math.min(high, most!)] as const,
    );
    return e![0] > e![1] || t![0] > t![1] ? [] : [{ e: e!, t: t! }];
  });
  assertThat(
    sides.length > 0 && estimate.value * statistic.value >= 0,
    () => `printedCoefficient requires an estimate and a t of one sign, got ${estimate.value} and ${statistic.value}`,
  );
  return [
    corner(estimate.value, statistic.value),
    ...sides.flatMap(({ e, t }) => e.flatMap((value) => t.map((own) => corner(value, own)))),
  ];
}
