import { sorted } from '../descriptive/values.js';
import { selectPair, type SortedMatrix } from './select-pair.js';

/** The values at sorted places of all differences, or all means, of pairs: found by selection, no pair is kept. */
export interface PairValues {
  readonly count: number;
  /** The value at a place from 1, the smallest. */
  at(place: number): number;
}

/** All differences `x - y`. */
export function differencesOf(x: Float64Array, y: Float64Array): PairValues {
  const [a, b] = [sorted(x), sorted(y).reverse()];
  return pairValues(a.length * b.length, {
    rows: a.length,
    columns: b.length,
    first: () => 0,
    value: (i, j) => a[i]! - b[j]!,
  });
}

/** Walsh's averages: the means of all pairs of values, each with itself too. */
export function averagesOf(values: Float64Array): PairValues {
  const d = sorted(values);
  const n = d.length;
  return pairValues((n * (n + 1)) / 2, {
    rows: n,
    columns: n,
    first: (i) => i,
    value: (i, j) => (d[i]! + d[j]!) / 2,
  });
}

/** The median of the values: Hodges and Lehmann's estimate. */
export function medianOf({ count, at }: PairValues): number {
  const middle = at(Math.ceil((count + 1) / 2));
  return count % 2 === 1 ? middle : (at(count / 2) + middle) / 2;
}

function pairValues(count: number, matrix: SortedMatrix): PairValues {
  return { count, at: (place) => selectPair(matrix, Math.min(count, Math.max(1, place)) - 1) };
}
