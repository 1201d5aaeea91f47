import { assertThat, IndexlabError, randomSource, requireObject, requireOptions } from '@indexlab/core';
import { quantileOfSorted } from '../descriptive/quantile.js';
import { adjustedRand } from './adjusted-rand.js';
import { kMeans } from './k-means.js';
import { countDistinct, pointsOf } from './points.js';

/** How far a clustering survives another sample. */
export interface ClusterStability {
  readonly k: number;
  /** The adjusted Rand index between the clustering of all points and that of a resample, over the points drawn. */
  readonly mean: number;
  /** The quantiles of the resamples at 5 and 95 %. */
  readonly lower: number;
  readonly upper: number;
  /** For each cluster the mean Jaccard similarity to the most similar cluster of a resample: below 0.6 it tends to dissolve. */
  readonly clusters: { readonly cluster: number; readonly size: number; readonly jaccard: number }[];
  readonly resamples: number;
  readonly seed: number;
}

/** How {@link clusterStability} resamples. */
export interface ClusterStabilityOptions {
  readonly k: number;
  readonly seed?: number;
  /** 100 by default. */
  readonly resamples?: number;
  /** Restarts of k-means on each resample, 10 by default; on all points 50. */
  readonly restarts?: number;
}

/**
 * The stability of k-means clusters: units are drawn with replacement, those drawn are clustered again, and the clusters
 * compared with those of all units (Hennig 2007). Resample number i uses `randomSource(seed, i)`.
 *
 * @throws IndexlabError as {@link kMeans}, or when resamples rarely have k distinct points
 *
 * @example
 * clusterStability([[0], [0.1], [0.2], [9], [9.1], [9.2]], { k: 2, resamples: 20 }).mean // => 1
 *
 * Reference: `fpc::clusterboot(points, clustermethod = kmeansCBI, k = k)` in R.
 */
export function clusterStability(
  points: readonly ArrayLike<number>[],
  options: ClusterStabilityOptions,
): ClusterStability {
  requireOptions(options, 'clusterStability', {
    k: 'a number',
    seed: 'a number',
    resamples: 'a number',
    restarts: 'a number',
  });
  const { k, seed = 1, resamples = 100, restarts = 10 } = options;
  assertThat(
    Number.isInteger(resamples) && resamples >= 2,
    () => `clusterStability requires at least two resamples, got ${resamples}`,
  );
  const whole = kMeans(points, { k, seed });
  const rows = clusterStabilityBatch({ points, labels: whole.labels, k, seed, restarts }, 0, resamples);
  const drawn = Array.from({ length: resamples }, (_, i) => rows.subarray(i * (k + 1), (i + 1) * (k + 1)));
  const meanAt = (place: number): number => {
    // A cluster of which no point was drawn has no similarity in that resample.
    const present = drawn.map((row) => row[place]!).filter((value) => !Number.isNaN(value));
    return present.reduce((sum, value) => sum + value, 0) / present.length;
  };
  const indices = Float64Array.from(drawn, (row) => row[0]!).sort();
  return {
    k,
    mean: meanAt(0),
    lower: quantileOfSorted(indices, 0.05),
    upper: quantileOfSorted(indices, 0.95),
    clusters: whole.sizes.map((size, i) => ({ cluster: i + 1, size, jaccard: meanAt(i + 1) })),
    resamples,
    seed,
  };
}

/**
 * The resamples number `first` to `first + count - 1` of {@link clusterStability}: a pure batch, for one core or many.
 *
 * @example
 * const task = { points: [[0], [1], [9], [10]], labels: [2, 2, 1, 1], k: 2, seed: 1, restarts: 5 };
 * clusterStabilityBatch(task, 0, 10).length // => 10 * 3
 *
 * @returns k + 1 numbers for each: the adjusted Rand index, then the similarity of each cluster, `NaN` where none of its
 * points was drawn
 */
export function clusterStabilityBatch(
  task: { points: readonly ArrayLike<number>[]; labels: readonly number[]; k: number; seed: number; restarts: number },
  first: number,
  count: number,
): Float64Array {
  requireObject(task, 'clusterStabilityBatch', 'task', ['points', 'labels']);
  const { points, labels, k, seed, restarts } = task;
  const result = new Float64Array(count * (k + 1));
  for (let i = 0; i < count; i += 1) {
    const units = drawUnits(points, k, seed, first + i);
    const before = units.map((unit) => labels[unit]!);
    const after = kMeans(
      units.map((unit) => points[unit]!),
      { k, seed, restarts },
    ).labels;
    result[i * (k + 1)] = adjustedRand(before, after);
    for (let cluster = 1; cluster <= k; cluster += 1) {
      const own = before.map((label) => label === cluster);
      result[i * (k + 1) + cluster] = own.includes(true)
        ? Math.max(...after.map((label) => jaccard(own, after, label)))
        : NaN;
    }
  }
  return result;
}

/** The units in a draw with replacement, each once; drawn again until there are k different points. */
function drawUnits(points: readonly ArrayLike<number>[], k: number, seed: number, draw: number): number[] {
  const random = randomSource(seed, draw);
  for (let attempt = 0; attempt < 1000; attempt += 1) {
    const units = [...new Set(points.map(() => random.integer(points.length)))].sort((a, b) => a - b);
    if (
      units.length >= 2 &&
      countDistinct(
        pointsOf(
          units.map((unit) => points[unit]!),
          'clusterStability',
        ),
        k,
      ) === k
    )
      return units;
  }
  throw new IndexlabError(
    `clusterStability requires resamples with ${k} distinct points, got none in 1000 draws of ${points.length}`,
    {
      remedy: 'Ask for fewer clusters.',
    },
  );
}

function jaccard(own: readonly boolean[], labels: readonly number[], label: number): number {
  let [both, either] = [0, 0];
  own.forEach((inside, i) => {
    if (inside && labels[i] === label) both += 1;
    if (inside || labels[i] === label) either += 1;
  });
  return both / either;
}
