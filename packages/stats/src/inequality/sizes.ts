import { assertThat } from '@indexlab/core';
import { presentValues, sorted } from '../descriptive/values.js';

/** The values that are not missing, checked: at least one, none negative, not all zero. */
export function sizesOf(values: ArrayLike<number>, caller: string): Float64Array {
  const present = presentValues(values, caller);
  const negative = present.find((value) => value < 0);
  assertThat(
    negative === undefined,
    () => `${caller} requires values of at least zero, got ${negative}`,
    'Inequality of values that can be negative is not defined by shares: shift or split them first.',
  );
  assertThat(
    present.some((value) => value > 0),
    () => `${caller} requires a value above zero, got ${present.length} zeros`,
  );
  return present;
}

/** {@link sizesOf} in ascending order. */
export function sortedSizes(values: ArrayLike<number>, caller: string): Float64Array {
  return sorted(sizesOf(values, caller));
}

/** The mean, where told weighted. */
export function meanOf(values: Float64Array, weights: Float64Array | null = null): number {
  if (weights === null) return sumOf(values) / values.length;
  return sumOf(values.map((value, i) => weights[i]! * value)) / sumOf(weights);
}

export function sumOf(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
}
