import { assertThat, randomSource, requireOptions } from '@indexlab/core';
import { searchDivision } from './k-means-search.js';
import type { Partition } from './partition.js';
import { partitionsOf } from './partitions-of.js';
import { countDistinct, inUnitScale, type Points, pointsOf } from './points.js';

/** A division of points into k clusters, numbered from 1 by the mean of their centers, the highest first. */
export interface KMeans {
  readonly k: number;
  /** The cluster of each point, from 1 to k. */
  readonly labels: number[];
  /** The mean of each cluster's points, cluster 1 first. */
  readonly centers: number[][];
  readonly sizes: number[];
  /** Sum of squared distances of all points to the center of their cluster. */
  readonly withinSS: number;
  /** The same for each cluster. */
  readonly clusterSS: number[];
  /** Sum of squared distances of all points to the center of all, less `withinSS`. */
  readonly betweenSS: number;
}

/** How {@link kMeans} searches. */
export interface KMeansOptions {
  readonly k: number;
  /** The same seed gives the same clusters on every machine; 1 by default. */
  readonly seed?: number;
  /** k-means++ starts, and one and a half times as many recombinations of what they found; 50 by default. */
  readonly restarts?: number;
}

/**
 * Divides points into k clusters so that the sum of squared Euclidean distances to the cluster means is least.
 *
 * Each start is improved by moving single points (Hartigan and Wong 1979) until no move helps; then the best
 * optima are recombined (Gribel and Vidal 2019), which finds better ones than more starts do. No cluster is ever
 * empty. Of more than 20,000 points every tenth is searched, where these speak for all (their mean sums of squares are those of
 * all, to 2 %), and the best of their optima are improved with all points. The numbering does not depend on the seed: cluster 1 has the highest mean over its center's coordinates.
 *
 * @param points rows of coordinates, all finite and of any magnitude; scale them first when their units differ. A sum of
 * squares beyond the doubles is infinite, one below them zero; the clusters are right nevertheless.
 * @throws IndexlabError when a number is missing, k is not a whole number from 1 on, or there are fewer distinct
 * points than k
 *
 * @example
 * kMeans([[1], [2], [10], [11]], { k: 2 }).labels // => [2, 2, 1, 1]
 * @example
 * kMeans([[1], [2], [10], [11]], { k: 2 }).withinSS // => 1
 *
 * Reference: `kmeans(points, k, nstart = 50)` in R, `KMeans(k, n_init=50).fit(points)` in scikit-learn.
 */
export function kMeans(points: readonly ArrayLike<number>[], options: KMeansOptions): KMeans {
  requireOptions(options, 'kMeans', { k: 'a number', seed: 'a number', restarts: 'a number' });
  const { k, seed = 1, restarts = 50 } = options;
  const checked = pointsOf(points, 'kMeans');
  requireClusterCount(checked, k, 'kMeans');
  assertThat(
    Number.isInteger(restarts) && restarts >= 1,
    () => `kMeans requires at least one restart, got ${restarts}`,
  );
  const { points: scaled, unit } = inUnitScale(checked);
  return inUnits(kMeansOf(scaled, partitionsOf(scaled)(k), { seed, restarts }), unit);
}

/** The clusters of scaled points in the units of the points themselves. */
function inUnits(found: KMeans, unit: number): KMeans {
  if (unit === 1) return found;
  return {
    ...found,
    centers: found.centers.map((center) => center.map((value) => value * unit)),
    withinSS: found.withinSS * unit * unit,
    clusterSS: found.clusterSS.map((sum) => sum * unit * unit),
    betweenSS: found.betweenSS * unit * unit,
  };
}

/** k-means of checked points. */
export function kMeansOf(points: Points, partition: Partition, options: { seed: number; restarts: number }): KMeans {
  const best = searchDivision(partition, options.restarts, (draw) => randomSource(options.seed, draw));
  return summary(points, partition.k, best.labels);
}

/** Throws unless k is a whole number and there are as many distinct points. */
export function requireClusterCount(points: Points, k: number, caller: string): void {
  assertThat(
    Number.isInteger(k) && k >= 1,
    () => `${caller} requires a whole number of clusters, at least 1, got ${k}`,
  );
  const distinct = countDistinct(points, k);
  assertThat(
    k <= distinct,
    () => `${caller} requires at least as many distinct points as clusters, got ${distinct} for k = ${k}`,
    `Ask for at most ${distinct} clusters.`,
  );
}

function summary(points: Points, k: number, labels: Int32Array): KMeans {
  const { values, count, dimensions } = points;
  const found = Array.from({ length: k }, () => ({ size: 0, center: new Array<number>(dimensions).fill(0), ss: 0 }));
  for (let point = 0; point < count; point += 1) {
    const cluster = found[labels[point]!]!;
    const { center } = cluster;
    cluster.size += 1;
    for (let d = 0; d < dimensions; d += 1) center[d]! += values[point * dimensions + d]!;
  }
  for (const cluster of found) cluster.center = cluster.center.map((sum) => sum / cluster.size);
  for (let point = 0; point < count; point += 1) {
    const cluster = found[labels[point]!]!;
    const { center } = cluster;
    for (let d = 0; d < dimensions; d += 1) cluster.ss += (values[point * dimensions + d]! - center[d]!) ** 2;
  }
  const meanOf = ({ center }: { center: number[] }): number => center.reduce((sum, value) => sum + value, 0);
  const order = [...found].sort((a, b) => meanOf(b) - meanOf(a));
  const overall = Array.from({ length: dimensions }, (_, d) =>
    found.reduce((sum, { center, size }) => sum + (center[d]! * size) / count, 0),
  );
  const betweenSS = found.reduce(
    (sum, { center, size }) => sum + size * center.reduce((ss, value, d) => ss + (value - overall[d]!) ** 2, 0),
    0,
  );
  return {
    k,
    labels: Array.from(labels, (label) => order.indexOf(found[label]!) + 1),
    centers: order.map(({ center }) => center),
    sizes: order.map(({ size }) => size),
    withinSS: order.reduce((sum, { ss }) => sum + ss, 0),
    clusterSS: order.map(({ ss }) => ss),
    betweenSS,
  };
}
