import {
  assertThat,
  Exact,
  Interval,
  maximum,
  minimum,
  type PrintedNumber,
  printedNumber,
  requireObject,
} from '@indexlab/core';

/** A number computed from printed digits, and all values that these digits allow. */
export interface BoundedNumber {
  /** From the digits as printed; from the middle of its interval for a number with a qualifier. */
  readonly value: number;
  /** What is printed has exact ends; others are computed in doubles, to about 13 digits. `null` where unbounded. */
  readonly interval: Interval;
}

/** A printed number, and the ends of its interval. */
export interface PrintedEnds extends BoundedNumber {
  readonly low: number;
  readonly high: number;
}

/**
 * Reads a token or a printed number.
 *
 * @param limits values outside cannot be, such as correlations above 1; an end outside is moved in
 * @throws IndexlabError when nothing lies within the limits, or an end is unbounded
 */
export function printedEnds(
  printed: string | PrintedNumber,
  name: string,
  caller: string,
  [least, most]: readonly [Exact | null, Exact | null] = [null, null],
): PrintedEnds {
  if (typeof printed !== 'string') requireObject(printed, caller, name, ['token', 'interval']);
  const { token, interval: allowed } = typeof printed === 'string' ? printedNumber(printed) : printed;
  assertThat(
    allowed.meets(new Interval(least, most)),
    () => `${caller} requires ${name} in ${new Interval(least, most)}, got ${token}`,
  );
  const lower = least && allowed.lower ? maximum(least, allowed.lower) : (allowed.lower ?? least);
  const upper = most && allowed.upper ? minimum(most, allowed.upper) : (allowed.upper ?? most);
  assertThat(
    lower !== null && upper !== null,
    () => `${caller} requires ${name} with bounds on both sides, got ${allowed} (${token})`,
  );
  // The middle of what is printed, not of what is left of it: a token stands for itself.
  const [from, to] = allowed.lower && allowed.upper ? [allowed.lower, allowed.upper] : [lower, upper];
  const middle = minimum(upper, maximum(lower, from.plus(to).over(Exact.ratio(2n))));
  return {
    value: middle.toNumber(),
    interval: new Interval(lower, upper),
    low: lower.toNumber(),
    high: upper.toNumber(),
  };
}

/** A value and the interval that holds it and other values; infinite ends are unbounded. */
export function bounded(value: number, ...others: readonly number[]): BoundedNumber {
  const [low, high] = [Math.min(value, ...others), Math.max(value, ...others)];
  return {
    value,
    interval: new Interval(
      low > -Infinity ? Exact.fromNumber(low) : null,
      high < Infinity ? Exact.fromNumber(high) : null,
    ),
  };
}
