import { Exact } from '@indexlab/core';

/**
 * A fraction that is not brought to lowest terms, its denominator above zero: a sum of a hundred of them costs
 * multiplications alone.
 */
export interface Ratio {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

export function ratioOf({ numerator, denominator }: Exact): Ratio {
  return { numerator, denominator };
}

export function plus(a: Ratio, b: Ratio): Ratio {
  if (a.denominator === b.denominator) return { numerator: a.numerator + b.numerator, denominator: a.denominator };
  return {
    numerator: a.numerator * b.denominator + b.numerator * a.denominator,
    denominator: a.denominator * b.denominator,
  };
}

export function times(a: Ratio, b: Ratio): Ratio {
  return { numerator: a.numerator * b.numerator, denominator: a.denominator * b.denominator };
}

/** Negative, zero or positive as `a - b` is. */
export function compareRatios(a: Ratio, b: Ratio): number {
  const left = a.numerator * b.denominator;
  const right = b.numerator * a.denominator;
  return left < right ? -1 : left > right ? 1 : 0;
}

/** The nearest double. */
export function toNumber({ numerator, denominator }: Ratio): number {
  return Exact.ratio(numerator, denominator).toNumber();
}
