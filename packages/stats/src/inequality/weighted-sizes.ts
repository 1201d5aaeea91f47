import { assertThat } from '@indexlab/core';
import { scaleOf } from '../descriptive/scale.js';
import { numbersIn } from '../descriptive/values.js';
import { sizesOf } from './sizes.js';

/** Sizes in ascending order with the weight of each, both over a power of two so that their products stay doubles. */
export interface WeightedSizes {
  readonly sizes: Float64Array;
  readonly weights: Float64Array;
  /** What each size was divided by. */
  readonly scale: number;
  /** The place of each in what was given. */
  readonly rows: readonly number[];
}

/**
 * The sizes that are not missing and have a weight above zero, checked.
 *
 * @param weights one for each value: how many people, or what else, the value stands for
 */
export function weightedSizes(values: ArrayLike<number>, weights: ArrayLike<number>, caller: string): WeightedSizes {
  const [sizes, counts] = [numbersIn(values, caller, 'values'), numbersIn(weights, caller, 'weights')];
  assertThat(
    sizes.length === counts.length,
    () => `${caller} requires a weight for each value, got ${sizes.length} values and ${counts.length} weights`,
  );
  const negative = counts.findIndex((weight) => weight < 0);
  assertThat(
    negative < 0,
    () => `${caller} requires weights of at least zero, got ${counts[negative]} (row ${negative + 1})`,
  );
  const rows = Array.from(sizes.keys())
    .filter((row) => counts[row]! > 0 && !Number.isNaN(sizes[row]))
    .sort((a, b) => sizes[a]! - sizes[b]!);
  assertThat(rows.length > 0, () => `${caller} requires at least 1 value with a weight above zero, got 0`);
  const present = sizesOf(
    rows.map((row) => sizes[row]!),
    caller,
  );
  const own = Float64Array.from(rows, (row) => counts[row]!);
  // Only small ones: the ratio of a small size to a large one must stay a double.
  const scale = Math.min(1, scaleOf(present));
  const weightScale = scaleOf(own);
  return {
    sizes: present.map((value) => value / scale),
    weights: own.map((weight) => weight / weightScale),
    scale,
    rows,
  };
}
