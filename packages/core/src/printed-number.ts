import { assertThat } from './errors.js';
import { Exact } from './exact.js';
import { Interval } from './interval.js';

/**
 * How a report qualifies a number.
 *
 * - `none`: the token as it stands.
 * - `about`: the token at its own last digit (the same interval as `none`).
 * - `over`, `at-least`: a lower bound (超过, 以上, 多, 强).
 * - `less-than`, `at-most`: an upper bound (不足, 以下).
 * - `nearly`: just below, by at most one unit of the last printed place (近, 接近).
 * - `range`: two tokens joined by `~`, each end at its own last digit (2-3 倍 is `2~3`).
 */
export const qualifiers = ['none', 'about', 'over', 'at-least', 'less-than', 'at-most', 'nearly', 'range'] as const;

export type Qualifier = (typeof qualifiers)[number];

/** A number as a report prints it, and the values that its digits allow. */
export interface PrintedNumber {
  /** The bare token: "25.80", not "25.80%". */
  readonly token: string;
  /** The unit in which the token counts, such as "%" or "100 million yuan"; empty for a pure number. */
  readonly unit: string;
  readonly qualifier: Qualifier;
  /** Counts and ranks are exact; anything else is rounded in its last printed place. */
  readonly exact: boolean;
  readonly interval: Interval;
}

/**
 * Reads a printed token into the interval of values that it stands for.
 *
 * A rounded token stands for half a unit in its last printed place on either side, both ends included.
 * Thousands separators are allowed; trailing zeros carry precision. A token without a fraction is
 * rounded to the unit unless `exact` is set.
 *
 * @param token the bare number, such as "0.507", "-12.50", "73,500,000" or, for a range, "2~3"
 * @throws IndexlabError when the token is not a number, or is a range without the `range` qualifier
 *
 * @example
 * printedNumber('0.507').interval.toString() // => '[0.5065, 0.5075]'
 * @example
 * printedNumber('13', { exact: true }).interval.toString() // => '[13, 13]'
 * @example
 * printedNumber('70', { qualifier: 'nearly', unit: '%' }).interval.toString() // => '[69, 70]'
 */
export function printedNumber(
  token: string,
  options: { unit?: string; qualifier?: Qualifier; exact?: boolean } = {},
): PrintedNumber {
  const { unit = '', qualifier = 'none', exact = false } = options;
  return { token, unit, qualifier, exact, interval: printedInterval(token, qualifier, exact) };
}

/**
 * The interval of a rounded token: half a unit in its last printed place on either side.
 *
 * @example
 * roundedInterval('25.80').toString() // => '[25.795, 25.805]'
 */
export function roundedInterval(token: string): Interval {
  const value = parseToken(token);
  const half = lastPlace(token).over(two);
  return new Interval(value.minus(half), value.plus(half));
}

/**
 * How many decimals a token prints.
 *
 * @example
 * printedDecimals('25.80') // => 2
 */
export function printedDecimals(token: string): number {
  const point = token.indexOf('.');
  return point < 0 ? 0 : token.length - point - 1;
}

const two = Exact.ratio(2n);

function printedInterval(token: string, qualifier: Qualifier, exact: boolean): Interval {
  if (qualifier === 'range') {
    const ends = token.split('~');
    assertThat(ends.length === 2, () => `printedNumber requires a range "low~high", got ${JSON.stringify(token)}`);
    const [low, high] = ends.map((end) => printedInterval(end, 'none', exact));
    return new Interval(low!.lower, high!.upper);
  }
  const value = parseToken(token);
  switch (qualifier) {
    case 'over':
    case 'at-least':
      return new Interval(value, null);
    case 'less-than':
    case 'at-most':
      return new Interval(null, value);
    case 'nearly':
      return new Interval(value.minus(lastPlace(token)), value);
    case 'none':
    case 'about':
      return exact ? Interval.point(value) : roundedInterval(token);
  }
}

function parseToken(token: string): Exact {
  const grouped = /^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(token);
  return Exact.parse(grouped ? token.replaceAll(',', '') : token);
}

function lastPlace(token: string): Exact {
  return Exact.ratio(1n, 10n ** BigInt(printedDecimals(token)));
}
