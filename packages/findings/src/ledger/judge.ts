import { Exact, Interval, printedDecimals, type PrintedNumber } from '@indexlab/core';
import type { Computed, ComputedNumber, ComputedText, Printed } from './statement.js';

/** See DESIGN of verdicts in the package's README. */
export type Verdict = 'reproduced' | 'consistent' | 'contradicted' | 'not-computable';

export interface Judgement {
  readonly verdict: Verdict;
  /** Why a row is only consistent. */
  readonly why: 'rounding' | 'partial-inputs' | null;
  /** `truncated` when a contradicted number would fit as cut off instead of rounded. */
  readonly reading: 'truncated' | null;
  /** Width of the printed interval over width of the bounds; null where either is a point or unbounded. */
  readonly sharpness: number | null;
}

/**
 * The verdict on a claim.
 *
 * - `reproduced`: the computed value lies in the printed interval and all inputs are published.
 * - `consistent`: it does not, or inputs are published only in part, but the bounds meet the printed interval.
 * - `contradicted`: the bounds miss the printed interval.
 * - `not-computable`: the inputs or the formula are not published.
 *
 * @example
 * const bounds = Interval.parse('28.2585', '28.2615');
 * judge(printedNumber('28.26'), { value: Exact.parse('28.26'), bounds }).verdict // => 'reproduced'
 * @example
 * const bounds = Interval.parse('28.2585', '28.2615');
 * judge(printedNumber('28.3'), { value: Exact.parse('28.26'), bounds }).verdict // => 'reproduced'
 */
export function judge(printed: Printed, computed: Computed): Judgement {
  if ('needs' in computed) return { verdict: 'not-computable', why: null, reading: null, sharpness: null };
  if ('holds' in computed) return judgeText(computed);
  if (typeof printed === 'string')
    throw new TypeError(`judge requires a printed number for a computed number, got "${printed}"`);
  return judgeNumber(printed, computed);
}

function judgeText({ holds, partial = false }: ComputedText): Judgement {
  const base = { reading: null, sharpness: null };
  if (holds === 'never') return { ...base, verdict: 'contradicted', why: null };
  if (holds === 'always' && !partial) return { ...base, verdict: 'reproduced', why: null };
  return { ...base, verdict: 'consistent', why: partial ? 'partial-inputs' : 'rounding' };
}

function judgeNumber(printed: PrintedNumber, { value, bounds, partial = false }: ComputedNumber): Judgement {
  const sharpness = printed.exact ? ratioOfCounts(printed.interval, bounds) : ratioOfWidths(printed.interval, bounds);
  const base = { reading: null, sharpness };
  if (!bounds.meets(printed.interval)) {
    const reading = truncatedInterval(printed)?.meets(bounds) ? 'truncated' : null;
    return { verdict: 'contradicted', why: null, reading, sharpness };
  }
  if (!partial && value !== null && printed.interval.contains(value))
    return { ...base, verdict: 'reproduced', why: null };
  return { ...base, verdict: 'consistent', why: partial ? 'partial-inputs' : 'rounding' };
}

function ratioOfWidths(printed: Interval, bounds: Interval): number | null {
  const [above, below] = [printed.width(), bounds.width()];
  return above === null || below === null || above.sign() === 0 || below.sign() === 0
    ? null
    : above.over(below).toNumber();
}

/** How many values a count that is printed has, over how many the bounds leave. */
function ratioOfCounts(printed: Interval, bounds: Interval): number | null {
  const [above, below] = [printed.width(), bounds.width()];
  return above === null || below === null ? null : above.plus(Exact.one).over(below.plus(Exact.one)).toNumber();
}

/** The values that would print as the token if digits were cut off: one unit away from zero. */
function truncatedInterval({ token, exact, qualifier }: PrintedNumber): Interval | null {
  if (exact || (qualifier !== 'none' && qualifier !== 'about')) return null;
  const value = Exact.parse(token.replaceAll(',', ''));
  const place = Exact.ratio(1n, 10n ** BigInt(printedDecimals(token)));
  return value.sign() < 0 ? new Interval(value.minus(place), value) : new Interval(value, value.plus(place));
}
