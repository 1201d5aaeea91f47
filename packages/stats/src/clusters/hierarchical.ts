import { assertThat, requireObject } from '@indexlab/core';
import { inUnitScale, type Points, pointsOf, squaredDistance } from './points.js';

/** How far apart two clusters are: their closest points, their farthest, the mean of all pairs, or Ward's increase. */
export type Linkage = 'single' | 'complete' | 'average' | 'ward';

/** The joining of two clusters. */
export interface Merge {
  /** Points are numbered from 0, the cluster that merge number i makes is n + i; `first` is the smaller number. */
  readonly first: number;
  readonly second: number;
  readonly height: number;
  readonly size: number;
}

/** A tree of clusters: n - 1 merges, the lowest first. */
export interface ClusterTree {
  readonly linkage: Linkage;
  readonly count: number;
  readonly merges: Merge[];
}

/**
 * Hierarchical clustering by Euclidean distance, from single points up.
 *
 * Heights are distances; for `ward` the square root of twice the increase of the sum of squares, which is the distance for
 * two points (`ward.D2` in R). By chains of nearest neighbours, in n^2 steps. Of merges at equal heights the order is
 * not determined.
 *
 * @param points rows of coordinates, all finite
 * @param linkage `ward` by default
 * @throws IndexlabError when there are fewer than two points or a number is missing
 *
 * @example
 * hierarchical([[0], [1], [5]], 'single').merges
 * // => [{ first: 0, second: 1, height: 1, size: 2 }, { first: 2, second: 3, height: 4, size: 3 }]
 *
 * Reference: `hclust(dist(points), "ward.D2")` in R, `scipy.cluster.hierarchy.linkage(points, "ward")`.
 */
export function hierarchical(points: readonly ArrayLike<number>[], linkage: Linkage = 'ward'): ClusterTree {
  const { points: checked, unit } = inUnitScale(pointsOf(points, 'hierarchical'));
  assertThat(checked.count >= 2, () => `hierarchical requires at least two points, got ${checked.count}`);
  assertThat(
    linkage in updates,
    () => `hierarchical requires the linkage ${Object.keys(updates).join(', ')}, got ${JSON.stringify(linkage)}`,
  );
  const merges = nearestNeighbourChains(distanceMatrix(checked, linkage === 'ward'), checked.count, updates[linkage]);
  const inOrder = ordered(merges, checked.count, linkage === 'ward');
  return {
    linkage,
    count: checked.count,
    merges: unit === 1 ? inOrder : inOrder.map((merge) => ({ ...merge, height: merge.height * unit })),
  };
}

/**
 * The clusters of a tree cut into k: labels from 1 to k, in the order in which they first appear among the points.
 *
 * @throws IndexlabError when k is not a whole number from 1 to the number of points
 *
 * @example
 * cutTree(hierarchical([[0], [9], [1], [10]]), 2) // => [1, 2, 1, 2]
 *
 * Reference: `cutree(tree, k)` in R.
 */
export function cutTree(tree: ClusterTree, k: number): number[] {
  requireObject(tree, 'cutTree', 'tree', ['count', 'merges']);
  const { count, merges } = tree;
  assertThat(
    Number.isInteger(k) && k >= 1 && k <= count,
    () => `cutTree requires a whole number of clusters from 1 to ${count}, got ${k}`,
  );
  const parents = Array.from({ length: 2 * count - 1 }, (_, cluster) => cluster);
  merges.slice(0, count - k).forEach(({ first, second }, i) => (parents[first] = parents[second] = count + i));
  // A parent has a larger number than its children: from the top down each finds its root.
  for (let cluster = parents.length - 1; cluster >= 0; cluster -= 1) parents[cluster] = parents[parents[cluster]!]!;
  const roots = [...new Set(parents.slice(0, count))];
  return parents.slice(0, count).map((root) => roots.indexOf(root) + 1);
}

/** The distance of cluster c from a and b joined, given the three distances and sizes (Lance and Williams). */
type Update = (ac: number, bc: number, ab: number, a: number, b: number, c: number) => number;

const updates: Record<Linkage, Update> = {
  single: (ac, bc) => Math.min(ac, bc),
  complete: (ac, bc) => Math.max(ac, bc),
  average: (ac, bc, _ab, a, b) => (a * ac + b * bc) / (a + b),
  // On squared distances.
  ward: (ac, bc, ab, a, b, c) => ((a + c) * ac + (b + c) * bc - c * ab) / (a + b + c),
};

function distanceMatrix(points: Points, squared: boolean): Float64Array {
  const { count } = points;
  const distances = new Float64Array(count * count);
  for (let i = 0; i < count; i += 1) {
    for (let j = 0; j < i; j += 1) {
      const square = squaredDistance(points, i, j);
      distances[i * count + j] = distances[j * count + i] = squared ? square : Math.sqrt(square);
    }
  }
  return distances;
}

/** Merges in no order, each cluster named by one of its points. The matrix is used up. */
function nearestNeighbourChains(distances: Float64Array, count: number, update: Update): Merge[] {
  const sizes = new Int32Array(count).fill(1);
  const merges: Merge[] = [];
  const chain: number[] = [];
  while (merges.length < count - 1) {
    if (chain.length === 0) chain.push(sizes.findIndex((size) => size > 0));
    const top = chain.at(-1)!;
    // Of equally near clusters the one before in the chain, so that it ends.
    let nearest = chain.at(-2) ?? -1;
    for (let other = 0; other < count; other += 1) {
      if (sizes[other] === 0 || other === top) continue;
      if (nearest < 0 || distances[top * count + other]! < distances[top * count + nearest]!) nearest = other;
    }
    if (nearest !== chain.at(-2)) {
      chain.push(nearest);
      continue;
    }
    chain.length -= 2;
    const between = distances[top * count + nearest]!;
    const [a, b] = [sizes[top]!, sizes[nearest]!];
    merges.push({ first: top, second: nearest, height: between, size: a + b });
    for (let other = 0; other < count; other += 1) {
      if (sizes[other] === 0 || other === top || other === nearest) continue;
      const joined = update(
        distances[top * count + other]!,
        distances[nearest * count + other]!,
        between,
        a,
        b,
        sizes[other]!,
      );
      distances[nearest * count + other] = distances[other * count + nearest] = joined;
    }
    sizes[nearest] = a + b;
    sizes[top] = 0;
  }
  return merges;
}

/** Sorts merges by height and names clusters by the merge that made them. */
function ordered(merges: readonly Merge[], count: number, squared: boolean): Merge[] {
  const clusters = Array.from({ length: count }, (_, point) => point);
  const parents = Int32Array.from(clusters);
  const rootOf = (point: number): number => {
    let root = point;
    while (parents[root] !== root) root = parents[root]!;
    for (let at = point; parents[at] !== root; ) [at, parents[at]] = [parents[at]!, root];
    return root;
  };
  return merges
    .toSorted((a, b) => a.height - b.height)
    .map(({ first, second, height }, i) => {
      const [a, b] = [rootOf(first), rootOf(second)];
      const pair = [clusters[a]!, clusters[b]!].sort((left, right) => left - right);
      parents[a] = b;
      clusters[b] = count + i;
      return { first: pair[0]!, second: pair[1]!, height: squared ? Math.sqrt(height) : height, size: 0 };
    })
    .map(sizeCounter(count));
}

function sizeCounter(count: number): (merge: Merge, index: number) => Merge {
  const sizes = new Map<number, number>();
  return (merge, index) => {
    const size = (sizes.get(merge.first) ?? 1) + (sizes.get(merge.second) ?? 1);
    sizes.set(count + index, size);
    return { ...merge, size };
  };
}
