import { assertThat, IndexlabError, requireArray } from '@indexlab/core';

/** Points in rows, checked, in one flat array. */
export interface Points {
  /** `count` rows of `dimensions` numbers. */
  readonly values: Float64Array;
  readonly count: number;
  readonly dimensions: number;
}

/** Checks rows of coordinates: at least one, of one length, all finite. */
export function pointsOf(rows: readonly ArrayLike<number>[], caller: string): Points {
  requireArray(rows, caller);
  const count = rows.length;
  assertThat(count > 0, `${caller} requires at least one point, got 0`);
  requireArray(rows[0], caller, 'point 1');
  const dimensions = rows[0]!.length;
  assertThat(dimensions > 0, `${caller} requires points with at least one coordinate, got 0`);
  const values = new Float64Array(count * dimensions);
  rows.forEach((row, point) => {
    requireArray(row, caller, `point ${point + 1}`);
    assertThat(
      row.length === dimensions,
      () => `${caller} requires points of one length, got ${row.length} and ${dimensions} (point ${point + 1})`,
    );
    for (let d = 0; d < dimensions; d += 1) {
      const value = row[d]!;
      if (!Number.isFinite(value))
        throw new IndexlabError(
          `${caller} requires finite numbers, got ${value} (point ${point + 1}, coordinate ${d + 1})`,
          { remedy: 'Leave out points with missing values, or impute them.' },
        );
      values[point * dimensions + d] = value;
    }
  });
  return { values, count, dimensions };
}

/** How many different points there are; counting stops at `enough`. */
export function countDistinct({ values, count, dimensions }: Points, enough: number): number {
  const found: number[] = [];
  const equal = (first: number, second: number): boolean => {
    for (let d = 0; d < dimensions; d += 1) {
      if (values[first * dimensions + d] !== values[second * dimensions + d]) return false;
    }
    return true;
  };
  for (let point = 0; point < count && found.length < enough; point += 1) {
    if (!found.some((known) => equal(known, point))) found.push(point);
  }
  return found.length;
}

/** Within these magnitudes squares and their sums neither overflow nor lose digits. */
const [smallestSafe, largestSafe] = [1e-100, 1e100];

/**
 * The points times a power of two that brings the largest magnitude near one, where squares would leave the doubles
 * otherwise, and the factor that leads back. Distances keep their proportions exactly.
 */
export function inUnitScale(points: Points): { points: Points; unit: number } {
  let largest = 0;
  const { values } = points;
  for (let i = 0; i < values.length; i += 1) if (Math.abs(values[i]!) > largest) largest = Math.abs(values[i]!);
  if (largest === 0 || (largest > smallestSafe && largest < largestSafe)) return { points, unit: 1 };
  const unit = 2 ** Math.max(-1022, Math.min(1023, Math.floor(Math.log2(largest))));
  return { points: { ...points, values: values.map((value) => value / unit) }, unit };
}

/** The points moved so that each coordinate has mean zero: distances stay, cancellation goes. */
export function centered({ values, count, dimensions }: Points): Points {
  const means = new Float64Array(dimensions);
  const moved = new Float64Array(values.length);
  for (let start = 0; start < values.length; start += dimensions)
    for (let d = 0; d < dimensions; d += 1) means[d]! += values[start + d]! / count;
  for (let start = 0; start < values.length; start += dimensions)
    for (let d = 0; d < dimensions; d += 1) moved[start + d] = values[start + d]! - means[d]!;
  return { values: moved, count, dimensions };
}

/** The squared Euclidean distance of two points. */
export function squaredDistance({ values, dimensions }: Points, first: number, second: number): number {
  let sum = 0;
  for (let d = 0; d < dimensions; d += 1) {
    const difference = values[first * dimensions + d]! - values[second * dimensions + d]!;
    sum += difference * difference;
  }
  return sum;
}
