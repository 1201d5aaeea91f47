import { quantile } from '@indexlab/stats/descriptive';
import { extent, present } from '../normalise/summaries.js';

/** How far a column may be from the shape of a bell before it counts as having outliers. */
export interface ShapeLimits {
  readonly skewness: number;
  readonly kurtosis: number;
}

/** Skewness and excess kurtosis (both type 2) of a column, and whether either lies within its limit. */
export interface Shape {
  readonly skewness: number;
  readonly kurtosis: number;
  readonly passes: boolean;
}

/**
 * The shape of a column; `null` with fewer than four values, or only equal ones.
 *
 * The same as `skewness` and `kurtosis` of stats (type 2) but in plain doubles and one pass behind the mean: winsorising
 * looks at the shape after every step, hundreds of times for one index.
 */
export function shapeOf(values: Float64Array, limits: ShapeLimits): Shape | null {
  const [low, high] = extent(values);
  let n = 0;
  let total = 0;
  for (let row = 0; row < values.length; row += 1) {
    const value = values[row]!;
    if (value !== value) continue;
    n += 1;
    total += value;
  }
  if (n < 4 || low === high) return null;
  const mean = total / n;
  let [second, third, fourth] = [0, 0, 0];
  for (let row = 0; row < values.length; row += 1) {
    const deviation = values[row]! - mean;
    if (deviation !== deviation) continue;
    const square = deviation * deviation;
    second += square;
    third += square * deviation;
    fourth += square * square;
  }
  const skew = ((Math.sqrt(n) * third) / second ** 1.5) * (Math.sqrt(n * (n - 1)) / (n - 2));
  const kurt = (((n + 1) * ((n * fourth) / second ** 2 - 3) + 6) * (n - 1)) / ((n - 2) * (n - 3));
  return { skewness: skew, kurtosis: kurt, passes: Math.abs(skew) < limits.skewness || kurt < limits.kurtosis };
}

/** What happened to a point. */
export const pointCodes = ['', 'winsorised-high', 'winsorised-low', 'transformed'] as const;

/**
 * Moves the extreme values on the skewed side to the next value, one step after the other, until the column's shape
 * passes or `most` points are moved (tied points move together, as in COINr's `winsorise`).
 *
 * @returns the values, and a code of {@link pointCodes} for each
 */
export function winsorise(
  values: Float64Array,
  limits: ShapeLimits,
  most: number,
): { values: Float64Array; codes: Uint8Array } {
  const result = values.slice();
  const codes = new Uint8Array(values.length);
  let moved = 0;
  for (let shape = shapeOf(result, limits); shape && !shape.passes && moved < most; shape = shapeOf(result, limits)) {
    const high = shape.skewness >= 0;
    const extreme = extent(result)[high ? 1 : 0];
    const next = high ? largestBelow(result, extreme) : smallestAbove(result, extreme);
    for (let row = 0; row < result.length; row += 1) {
      if (result[row] !== extreme) continue;
      result[row] = next;
      codes[row] = high ? 1 : 2;
    }
    moved = codes.reduce((count, code) => count + (code === 0 ? 0 : 1), 0);
  }
  return { values: result, codes };
}

/** Moves values beyond two quantiles to them. */
export function winsoriseQuantiles(
  values: Float64Array,
  lower: number,
  upper: number,
): { values: Float64Array; codes: Uint8Array } {
  const known = present(values);
  const codes = new Uint8Array(values.length);
  if (known.length === 0) return { values, codes };
  const [low, high] = [quantile(known, lower), quantile(known, upper)];
  const result = values.map((value, row) => {
    if (value > high) codes[row] = 1;
    if (value < low) codes[row] = 2;
    return value > high ? high : value < low ? low : value;
  });
  return { values: result, codes };
}

function largestBelow(values: Float64Array, bound: number): number {
  return values.reduce((best, value) => (value < bound && value > best ? value : best), -Infinity);
}

function smallestAbove(values: Float64Array, bound: number): number {
  return values.reduce((best, value) => (value > bound && value < best ? value : best), Infinity);
}
