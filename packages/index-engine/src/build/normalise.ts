import { assertThat } from '@indexlab/core';
import type { Normalisation } from '../specification/schema.js';

/**
 * Makes a column comparable with its siblings; missing values (`NaN`) stay missing and count for nothing.
 *
 * - `none`: as given.
 * - `share-of-total`: `x / sum(x)`; the values must not be negative.
 * - `min-max`: `(x - min) / (max - min)`; for a negative direction `(max - x) / (max - min)`.
 * - `z-score`: `(x - mean) / sd` with `n - 1`; for a negative direction with the opposite sign.
 *
 * @param name the column's name, for messages
 * @throws IndexlabError for a constant column, a total of zero, or a negative direction that the method cannot turn
 *
 * Source of share-of-total: China "Internet Plus" Index 2016, section 3.2.
 *
 * @example
 * normalise(new Float64Array([1, 3]), 'share-of-total') // => new Float64Array([1 / 4, 3 / 4])
 */
export function normalise(
  values: Float64Array,
  method: Normalisation,
  direction: 'positive' | 'negative' = 'positive',
  name = 'values',
): Float64Array {
  const negative = direction === 'negative';
  assertThat(
    !negative || method === 'min-max' || method === 'z-score',
    () => `normalise requires min-max or z-score for a negative direction, got ${method} (column "${name}")`,
  );
  const present = values.filter((value) => !Number.isNaN(value));
  switch (method) {
    case 'none':
      return values;
    case 'share-of-total': {
      const total = sum(present);
      assertThat(
        total > 0 && present.every((value) => value >= 0),
        () => `normalise requires values of zero or more with a positive total, got a total of ${total} (column "${name}")`,
      );
      return values.map((value) => value / total);
    }
    case 'min-max': {
      const [low, high] = extent(present);
      assertThat(high > low, () => `normalise requires a column that varies, got only ${low} (column "${name}")`);
      return values.map((value) => (negative ? high - value : value - low) / (high - low));
    }
    case 'z-score': {
      const mean = sum(present) / present.length;
      const deviation = Math.sqrt(sum(present.map((value) => (value - mean) ** 2)) / (present.length - 1));
      assertThat(deviation > 0, () => `normalise requires a column that varies, got only ${mean} (column "${name}")`);
      return values.map((value) => ((negative ? -1 : 1) * (value - mean)) / deviation);
    }
  }
}

function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0);
}

function extent(values: Float64Array): [number, number] {
  return values.reduce<[number, number]>(([low, high], value) => [Math.min(low, value), Math.max(high, value)], [Infinity, -Infinity]);
}
