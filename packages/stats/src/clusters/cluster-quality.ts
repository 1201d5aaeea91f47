import { assertThat, requireArray } from '@indexlab/core';
import { inUnitScale, type Points, pointsOf, squaredDistance } from './points.js';

/** How well points sit in their clusters. */
export interface Silhouette {
  /** One width per point, from -1 (nearer to another cluster) to 1; 0 for a point alone. */
  readonly widths: Float64Array;
  /** The mean over all points. */
  readonly mean: number;
}

/**
 * Silhouette widths: with a the mean distance to the other points of the own cluster and b the least mean distance to the
 * points of another, `(b - a) / max(a, b)`. Euclidean distances.
 *
 * @param labels one per point, any values
 * @throws IndexlabError when lengths differ, a number is missing, or there are fewer than two clusters
 *
 * @example
 * silhouette([[0], [1], [4], [5]], [1, 1, 2, 2]).mean.toFixed(6) // => ((2 * (1 - 1 / 4.5) + 2 * (1 - 1 / 3.5)) / 4).toFixed(6)
 *
 * Reference: Rousseeuw (1987); `cluster::silhouette(labels, dist(points))` in R, `sklearn.metrics.silhouette_samples`.
 */
export function silhouette(points: readonly ArrayLike<number>[], labels: ArrayLike<number | string>): Silhouette {
  requireArray(labels, 'silhouette', 'labels');
  const { points: checked } = inUnitScale(pointsOf(points, 'silhouette'));
  const { codes, sizes } = codesOf(checked, labels, 'silhouette');
  return silhouetteOf(checked, codes, sizes);
}

/**
 * The index of Calinski and Harabasz: `(betweenSS / (k - 1)) / (withinSS / (n - k))`, larger for tighter clusters further
 * apart. Infinite when points and centers coincide.
 *
 * @param labels one per point, any values
 * @throws IndexlabError when lengths differ, a number is missing, or there are not from 2 to n - 1 clusters
 *
 * @example
 * calinskiHarabasz([[0], [1], [4], [5]], [1, 1, 2, 2]) // => 16 / (1 / 2)
 *
 * Reference: Calinski and Harabasz (1974); `sklearn.metrics.calinski_harabasz_score`.
 */
export function calinskiHarabasz(points: readonly ArrayLike<number>[], labels: ArrayLike<number | string>): number {
  requireArray(labels, 'calinskiHarabasz', 'labels');
  const { points: checked } = inUnitScale(pointsOf(points, 'calinskiHarabasz'));
  const { codes, sizes } = codesOf(checked, labels, 'calinskiHarabasz');
  const { count } = checked;
  assertThat(
    sizes.length < count,
    () => `calinskiHarabasz requires fewer clusters than points, got ${sizes.length} and ${count}`,
  );
  assertThat(
    checked.values.some((value, i) => value !== checked.values[i % checked.dimensions]),
    'calinskiHarabasz requires points that differ, got equal ones',
  );
  const withinSS = sumOfSquares(checked, codes, sizes);
  const betweenSS = sumOfSquares(checked, new Int32Array(count), [count]) - withinSS;
  return betweenSS / (sizes.length - 1) / (withinSS / (count - sizes.length));
}

/** The silhouette of checked points with cluster codes from 0. */
export function silhouetteOf(points: Points, codes: Int32Array, sizes: readonly number[]): Silhouette {
  const { count } = points;
  const sums = new Float64Array(count * sizes.length);
  for (let i = 0; i < count; i += 1) {
    for (let j = 0; j < i; j += 1) {
      const distance = Math.sqrt(squaredDistance(points, i, j));
      sums[i * sizes.length + codes[j]!]! += distance;
      sums[j * sizes.length + codes[i]!]! += distance;
    }
  }
  const widths = Float64Array.from({ length: count }, (_, i) => {
    const own = codes[i]!;
    if (sizes[own] === 1) return 0;
    const inside = sums[i * sizes.length + own]! / (sizes[own]! - 1);
    const outside = Math.min(...sizes.map((size, c) => (c === own ? Infinity : sums[i * sizes.length + c]! / size)));
    const most = Math.max(inside, outside);
    return most === 0 ? 0 : (outside - inside) / most;
  });
  return { widths, mean: widths.reduce((sum, width) => sum + width, 0) / count };
}

function codesOf(
  points: Points,
  labels: ArrayLike<number | string>,
  caller: string,
): { codes: Int32Array; sizes: number[] } {
  assertThat(
    labels.length === points.count,
    () => `${caller} requires one label per point, got ${labels.length} for ${points.count}`,
  );
  const known = new Map<number | string, number>();
  const codes = Int32Array.from({ length: labels.length }, (_, i) => {
    if (!known.has(labels[i]!)) known.set(labels[i]!, known.size);
    return known.get(labels[i]!)!;
  });
  assertThat(known.size >= 2, () => `${caller} requires at least two clusters, got ${known.size}`);
  const sizes = new Array<number>(known.size).fill(0);
  for (const code of codes) sizes[code]! += 1;
  return { codes, sizes };
}

/** The sum of squared distances of all points to the means of their clusters. */
function sumOfSquares({ values, count, dimensions }: Points, codes: Int32Array, sizes: readonly number[]): number {
  const means = new Float64Array(sizes.length * dimensions);
  for (let i = 0; i < count; i += 1) {
    for (let d = 0; d < dimensions; d += 1)
      means[codes[i]! * dimensions + d]! += values[i * dimensions + d]! / sizes[codes[i]!]!;
  }
  let sum = 0;
  for (let i = 0; i < count; i += 1) {
    for (let d = 0; d < dimensions; d += 1)
      sum += (values[i * dimensions + d]! - means[codes[i]! * dimensions + d]!) ** 2;
  }
  return sum;
}
