import { Exact, Interval } from '@indexlab/core';
import type { ComputedNumber } from '../ledger/statement.js';

/**
 * A computed number without rounding: a count, a rank, a difference of ranks.
 *
 * @example
 * exactValue(21).bounds.toString() // => '[21, 21]'
 */
export function exactValue(value: number): ComputedNumber {
  const exact = Exact.fromNumber(value);
  return { value: exact, bounds: Interval.point(exact) };
}
