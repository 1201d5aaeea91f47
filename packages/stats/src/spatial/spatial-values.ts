import { assertThat, listNames, type RandomSource } from '@indexlab/core';
import { deviations } from '../descriptive/precise.js';
import { scaleOf } from '../descriptive/scale.js';
import { numbersIn } from '../descriptive/values.js';
import type { SpatialWeights } from './spatial-weights.js';

/** Permutations: how many, and the seed that chooses them. */
export interface PermutationOptions {
  /** None by default; 999 or 9999 are usual. */
  readonly permutations?: number;
  /** Needed with permutations. */
  readonly seed?: number;
}

/** The values less their mean, over a power of two near the largest. @throws IndexlabError unless there is a value for each unit, and they vary */
export function spatialDeviations(values: ArrayLike<number>, { units }: SpatialWeights, caller: string): Float64Array {
  assertThat(
    values.length === units.length,
    () => `${caller} requires one value for each unit, got ${values.length} for ${units.length}`,
  );
  assertThat(units.length >= 4, () => `${caller} requires at least four units, got ${units.length}`);
  const numbers = numbersIn(values, caller);
  const missing = units.filter((_, i) => Number.isNaN(numbers[i]));
  assertThat(
    missing.length === 0,
    () => `${caller} requires a value for each unit, got none for ${listNames(missing)}`,
    'Make the weights without these units: a neighbour that is left out changes the weights of the others.',
  );
  // Fourth powers follow: in scale they stay within the doubles.
  const scale = scaleOf(numbers);
  const present = numbers.map((value) => value / scale);
  assertThat(
    present.some((value) => value !== present[0]),
    () => `${caller} requires values that vary, got ${present.length} times ${numbers[0]}`,
  );
  return deviations(present).high;
}

/** Checks options, and gives the number of permutations and their seed. */
export function readPermutations(
  { permutations = 0, seed }: PermutationOptions,
  caller: string,
): { draws: number; seed: number } {
  assertThat(
    Number.isInteger(permutations) && permutations >= 0,
    () => `${caller} requires a whole number of permutations, got ${permutations}`,
  );
  assertThat(
    permutations === 0 || Number.isSafeInteger(seed),
    () => `${caller} requires a whole number as seed of its permutations, got ${seed}`,
  );
  return { draws: permutations, seed: seed ?? 0 };
}

/** Puts `count` values drawn without replacement first (Fisher and Yates). */
export function shuffle(values: Float64Array | Int32Array, random: RandomSource, count = values.length): void {
  for (let i = 0; i < Math.min(count, values.length - 1); i += 1) {
    const j = i + random.integer(values.length - i);
    const value = values[i]!;
    values[i] = values[j]!;
    values[j] = value;
  }
}

/** The weighted mean of a unit's neighbours. */
export function spatialLag(z: Float64Array, { neighbours, weights }: SpatialWeights, unit: number): number {
  const [own, shares] = [neighbours[unit]!, weights[unit]!];
  let sum = 0;
  for (let k = 0; k < own.length; k += 1) sum += shares[k]! * z[own[k]!]!;
  return sum;
}
