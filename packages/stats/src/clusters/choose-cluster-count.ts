import { assertThat, randomSource, requireOptions } from '@indexlab/core';
import { silhouetteOf } from './cluster-quality.js';
import { kMeansOf, requireClusterCount } from './k-means.js';
import { partitionsOf } from './partitions-of.js';
import { countDistinct, inUnitScale, type Points, pointsOf } from './points.js';

/** What speaks for a number of clusters. */
export interface ClusterCountRow {
  readonly k: number;
  readonly withinSS: number;
  /** Mean silhouette width and index of Calinski and Harabasz; `null` for one cluster. */
  readonly silhouette: number | null;
  readonly calinskiHarabasz: number | null;
  /** The gap statistic and its standard error. */
  readonly gap: number;
  readonly gapError: number;
}

/** Numbers of clusters compared, and which one each criterion prefers. */
export interface ClusterCountChoice {
  readonly rows: ClusterCountRow[];
  readonly best: { readonly silhouette: number | null; readonly calinskiHarabasz: number | null; readonly gap: number };
}

/** How {@link chooseClusterCount} compares. */
export interface ClusterCountOptions {
  /** The most clusters, 10 by default. */
  readonly most?: number;
  readonly seed?: number;
  /** Uniform data sets for the gap statistic, 50 by default. */
  readonly references?: number;
  /** Restarts of k-means on the data, 50 by default; on each uniform data set 3. */
  readonly restarts?: number;
  /** Told after each data set how many of them are done; the last is the data themselves. */
  readonly onProgress?: (done: number, all: number) => void;
}

const referenceRestarts = 3;

/**
 * Compares k-means clusterings with 1 to `most` clusters by the mean silhouette width, the index of Calinski and
 * Harabasz, and the gap statistic of Tibshirani, Walther and Hastie (2001).
 *
 * The gap is the mean of `log(withinSS)` over uniform data sets in the box of the data, less that of the data; its error is
 * their standard deviation (n) times `sqrt(1 + 1 / references)`. The first two criteria prefer their largest value, the gap
 * the smallest k whose gap is at least that of k + 1 less its error. Uniform data set number b uses `randomSource(seed, b)`.
 *
 * @throws IndexlabError when a number is missing, all points are one, or `most` is not a whole number from 2 on
 *
 * @example
 * chooseClusterCount([[0], [0.1], [0.2], [9], [9.1], [9.2]], { most: 3, references: 20 }).best
 * // => { silhouette: 2, calinskiHarabasz: 2, gap: 2 }
 *
 * Reference: `cluster::clusGap(points, kmeans, K.max = most, d.power = 2, spaceH0 = "original")` in R.
 */
export function chooseClusterCount(
  points: readonly ArrayLike<number>[],
  options: ClusterCountOptions = {},
): ClusterCountChoice {
  requireOptions(options, 'chooseClusterCount', {
    most: 'a number',
    seed: 'a number',
    references: 'a number',
    restarts: 'a number',
    onProgress: 'a function',
  });
  const { most = 10, seed = 1, references = 50, restarts = 50, onProgress } = options;
  const { points: checked, unit } = inUnitScale(pointsOf(points, 'chooseClusterCount'));
  assertThat(
    Number.isInteger(most) && most >= 2,
    () => `chooseClusterCount requires at least two clusters to compare, got ${most}`,
  );
  assertThat(
    Number.isInteger(references) && references >= 2,
    () => `chooseClusterCount requires at least two references, got ${references}`,
  );
  requireClusterCount(checked, 2, 'chooseClusterCount');
  // With as many clusters as distinct points nothing is left within, and no gap.
  const last = Math.min(most, countDistinct(checked, most + 1) - 1, checked.count - 1);
  const counts = Array.from({ length: Math.max(1, last) }, (_, i) => i + 1);
  const logs = Array.from({ length: references }, (_, reference) => {
    const uniform = uniformLike(checked, seed, reference);
    const partitions = partitionsOf(uniform);
    const ofCounts = counts.map((k) =>
      Math.log(kMeansOf(uniform, partitions(k), { seed, restarts: referenceRestarts }).withinSS),
    );
    onProgress?.(reference + 1, references + 1);
    return ofCounts;
  });
  const partitions = partitionsOf(checked);
  const rows = counts.map((k, i): ClusterCountRow => {
    const { withinSS, betweenSS, labels, sizes } = kMeansOf(checked, partitions(k), { seed, restarts });
    const ofReferences = logs.map((row) => row[i]!);
    const mean = ofReferences.reduce((sum, value) => sum + value, 0) / references;
    const deviation = Math.sqrt(ofReferences.reduce((sum, value) => sum + (value - mean) ** 2, 0) / references);
    return {
      k,
      withinSS: withinSS * unit * unit,
      silhouette:
        k === 1
          ? null
          : silhouetteOf(
              checked,
              Int32Array.from(labels, (label) => label - 1),
              sizes,
            ).mean,
      calinskiHarabasz: k === 1 ? null : betweenSS / (k - 1) / (withinSS / (checked.count - k)),
      gap: mean - Math.log(withinSS),
      gapError: deviation * Math.sqrt(1 + 1 / references),
    };
  });
  onProgress?.(references + 1, references + 1);
  const largest = (criterion: 'silhouette' | 'calinskiHarabasz'): number | null =>
    rows
      .slice(1)
      .reduce<ClusterCountRow | null>(
        (best, row) => (best === null || row[criterion]! > best[criterion]! ? row : best),
        null,
      )?.k ?? null;
  const settled = rows.find((row, i) => i + 1 === rows.length || row.gap >= rows[i + 1]!.gap - rows[i + 1]!.gapError)!;
  return {
    rows,
    best: { silhouette: largest('silhouette'), calinskiHarabasz: largest('calinskiHarabasz'), gap: settled.k },
  };
}

/** Points as many as given, uniform in the box that the given ones span. */
function uniformLike({ values, count, dimensions }: Points, seed: number, reference: number): Points {
  const random = randomSource(seed, reference);
  const lower = new Float64Array(dimensions).fill(Infinity);
  const upper = new Float64Array(dimensions).fill(-Infinity);
  values.forEach((value, i) => {
    lower[i % dimensions] = Math.min(lower[i % dimensions]!, value);
    upper[i % dimensions] = Math.max(upper[i % dimensions]!, value);
  });
  const uniform = values.map(
    (_, i) => lower[i % dimensions]! + random.uniform() * (upper[i % dimensions]! - lower[i % dimensions]!),
  );
  return { values: uniform, count, dimensions };
}
