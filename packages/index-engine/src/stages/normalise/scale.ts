import { assertThat } from '@indexlab/core';
import type { Line } from './line.js';
import { sum, type Summary } from './summaries.js';

/** What a scaling is told beside the values. */
export interface ScalingContext {
  /** -1 where a low value is good. */
  readonly direction: 1 | -1;
  /** The column's name, for messages. */
  readonly name: string;
  /** The ends of the reference values. */
  readonly summary: Summary;
  /** The names of the reference rows. */
  readonly units: readonly string[];
  /** The score of a column in which all values are equal; without it such a column is refused. */
  readonly constant: number | undefined;
}

/**
 * Makes the values comparable: the line to lay them on, or the scores themselves. What a scaling depends on (a total,
 * a maximum) is taken from `reference`, which is `values` itself unless a base year is set.
 */
export type Scale = (values: Float64Array, reference: Float64Array, context: ScalingContext) => Line | Float64Array;

/** The smallest and the largest value in the good direction, checked to differ; `null` for a column that may be constant. */
export function span({ direction, name, summary: { low, high }, constant }: ScalingContext): [number, number] | null {
  if (high > low) return direction === 1 ? [low, high] : [-high, -low];
  assertThat(high >= low, () => `normalise requires a column with values, got none (column "${name}")`);
  assertThat(
    constant !== undefined,
    () => `normalise requires a column that varies, got only ${low} (column "${name}")`,
    'Leave the column out, or say what score a constant column gets: constant: 0.',
  );
  return null;
}

/** Every value that is present becomes the score of a constant column. */
export function constantScores(values: Float64Array, score: number): Float64Array {
  return values.map((value) => (Number.isNaN(value) ? NaN : score));
}

/** A total of values of zero or more, checked to be above zero. */
export function positiveTotal(reference: Float64Array, { name, summary }: ScalingContext): number {
  const total = sum(reference);
  assertThat(
    total > 0 && summary.low >= 0,
    () => `normalise requires values of zero or more with a positive total, got a total of ${total} (column "${name}")`,
  );
  return total;
}

/** Throws for a negative direction where the method cannot turn a column. */
export function requirePositive(method: string, { direction, name }: ScalingContext): void {
  assertThat(
    direction === 1,
    () => `normalise requires min-max or z-score for a negative direction, got ${method} (column "${name}")`,
    'Ranks, goalposts and distances can turn a column too.',
  );
}

/** The values kept between two bounds. */
export function clamp(values: Float64Array, low: number, high: number): Float64Array {
  return values.map((value) => (value < low ? low : value > high ? high : value));
}
