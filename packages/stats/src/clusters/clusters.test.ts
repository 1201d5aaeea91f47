import { readFileSync } from 'node:fs';
import { randomSource } from '@indexlab/core';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { correctDigits, worstDigits } from '../correct-digits.js';
import { centerPartition } from './center-partition.js';
import {
  adjustedRand,
  calinskiHarabasz,
  chooseClusterCount,
  cluster,
  clusterStability,
  clusterStabilityBatch,
  cutTree,
  hierarchical,
  jenksBreaks,
  kMeans,
  type Linkage,
  silhouette,
} from './index.js';
import { searchDivision } from './k-means-search.js';
import { partitionsOf } from './partitions-of.js';
import { pointsOf } from './points.js';

interface Fit {
  k: number;
  withinSS: number;
  betweenSS: number;
  sizes: number[];
  labels: number[];
}
interface PointSet {
  points: number[][];
  kmeans: Fit[];
  silhouettes: number[][];
  logW: number[];
  gap: number[];
  gapError: number[];
  trees: Record<Linkage, { heights: number[]; labels: number[][] }>;
}
const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../references/${name}.json`, import.meta.url), 'utf8'));
const reference = read('clusters') as {
  sets: Record<string, PointSet>;
};
const sklearn = read('clusters-sklearn') as {
  rows: { set: string; k: number; calinskiHarabasz: number; silhouette: number; randWithWard: number }[];
};

describe.each(Object.entries(reference.sets))(
  'as R on the points %s',
  (name, { points, kmeans, silhouettes, logW, gap, gapError, trees }) => {
    test('k-means finds what 2,000 restarts of Hartigan-Wong find, from every seed', () => {
      for (const fit of kmeans) {
        for (const seed of [1, 2, 3]) {
          const found = kMeans(points, { k: fit.k, seed });
          expect(correctDigits(found.withinSS, fit.withinSS)).toBeGreaterThan(13);
          expect(correctDigits(found.betweenSS, fit.betweenSS)).toBeGreaterThan(12);
          expect(adjustedRand(found.labels, fit.labels)).toBe(1);
          expect(found.sizes.toSorted((a, b) => a - b)).toEqual(fit.sizes);
        }
      }
    });

    test.each(['single', 'complete', 'average', 'ward'] as Linkage[])(
      'hierarchical clustering by %s linkage',
      (linkage) => {
        const tree = hierarchical(points, linkage);
        expect(
          worstDigits(
            tree.merges.map(({ height }) => height),
            trees[linkage].heights,
          ),
        ).toBeGreaterThan(13);
        expect(tree.merges.at(-1)!.size).toBe(points.length);
        trees[linkage].labels.forEach((labels, i) => expect(cutTree(tree, i + 2)).toEqual(labels));
      },
    );

    test('silhouettes, and Calinski-Harabasz as scikit-learn', () => {
      kmeans.forEach(({ k, labels }, i) => {
        const expected = sklearn.rows.find((row) => row.set === name && row.k === k)!;
        const { widths, mean } = silhouette(points, labels);
        widths.forEach((width, point) => expect(correctDigits(width, silhouettes[i]![point]!)).toBeGreaterThan(11));
        expect(correctDigits(mean, expected.silhouette)).toBeGreaterThan(12);
        expect(correctDigits(calinskiHarabasz(points, labels), expected.calinskiHarabasz)).toBeGreaterThan(12);
        expect(correctDigits(adjustedRand(labels, trees.ward.labels[0]!), expected.randWithWard)).toBeGreaterThan(12);
      });
    });

    test('the gap statistic, to the noise of its uniform data sets', () => {
      const { rows } = chooseClusterCount(points, { most: 5, references: 60 });
      rows.forEach((row, i) => {
        // R halves the sum of squares.
        expect(correctDigits(Math.log(row.withinSS / 2), logW[i]!)).toBeGreaterThan(12);
        // Both means of 60 have this standard error.
        expect(Math.abs(row.gap - gap[i]!)).toBeLessThan(4 * gapError[i]! * Math.sqrt(2 / 60));
      });
    });
  },
);

describe('k-means', () => {
  const points = Array.from({ length: 60 }, (_, i) => {
    const random = randomSource(4, i);
    return [random.normal() + (i % 3) * 3, random.normal()];
  });

  test('clusters are numbered by the mean of their centers, the highest first', () => {
    const { centers, labels } = kMeans(points, { k: 3 });
    const means = centers.map(([x, y]) => x! + y!);
    expect(means).toEqual(means.toSorted((a, b) => b - a));
    expect(
      labels[points.findIndex((point) => point === points.toSorted((a, b) => b[0]! + b[1]! - a[0]! - a[1]!)[0])],
    ).toBe(1);
  });

  test('the order of the points and their place in space change nothing', () => {
    const order = points.map((_, i) => i).sort((a, b) => ((a * 37) % 60) - ((b * 37) % 60));
    const moved = kMeans(
      order.map((i) => points[i]!.map((value) => value + 1e6)),
      { k: 4 },
    );
    const { labels } = kMeans(points, { k: 4 });
    expect(moved.labels).toEqual(order.map((i) => labels[i]));
  });

  test('no cluster is empty, with many equal points too', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 40 }),
        fc.integer({ min: 1, max: 5 }),
        (values, k) => {
          fc.pre(new Set(values).size >= k);
          const { sizes, withinSS } = kMeans(
            values.map((value) => [value]),
            { k, restarts: 3 },
          );
          expect(Math.min(...sizes)).toBeGreaterThan(0);
          if (k === new Set(values).size) expect(withinSS).toBe(0);
        },
      ),
    );
  });

  test('on a line it is as good as the exact division of Jenks', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 4, maxLength: 40 }),
        fc.integer({ min: 2, max: 4 }),
        (values, k) => {
          fc.pre(new Set(values).size >= k);
          const exact = jenksBreaks(values, k).withinSS;
          expect(
            kMeans(
              values.map((value) => [value]),
              { k, restarts: 20 },
            ).withinSS - exact,
          ).toBeLessThan(1e-9 * (1 + exact));
        },
      ),
    );
  });

  test('inner products and coordinates give one result', () => {
    const checked = pointsOf(points, 'test');
    const search = (partition: ReturnType<ReturnType<typeof partitionsOf>>): number =>
      searchDivision(partition, 20, (draw) => randomSource(1, draw)).withinSS;
    expect(correctDigits(search(centerPartition(checked, 4)), search(partitionsOf(checked)(4)))).toBeGreaterThan(12);
  });

  test('within and between sums of squares make up the total', () => {
    const { withinSS, betweenSS } = kMeans(points, { k: 3 });
    expect(correctDigits(withinSS + betweenSS, kMeans(points, { k: 1 }).withinSS)).toBeGreaterThan(13);
  });
});

describe('cluster', () => {
  const data = {
    city: ['a', 'b', 'c', 'd', 'e'],
    size: [100, 90, 3, 2, null],
    rate: [0.1, 0.2, 0.1, 0.2, 0.1],
    same: [1, 1, 1, 1, 1],
  };

  test('leaves out rows with a missing value and says so, with columns that do not count', () => {
    const { labels, warnings } = cluster(data, { columns: ['size', 'rate', 'same'], k: 2, unit: 'city' });
    expect(labels).toEqual([
      { unit: 'a', cluster: 1 },
      { unit: 'b', cluster: 1 },
      { unit: 'c', cluster: 2 },
      { unit: 'd', cluster: 2 },
    ]);
    expect(warnings).toEqual([
      '1 rows were left out: a column is missing there.',
      'Constant columns say nothing about clusters: same.',
      'Columns of small spread hardly count beside "size": rate. Standardize them to give all the same weight.',
    ]);
  });

  test('standardized columns have the same weight in any unit', () => {
    const inThousands = { ...data, size: data.size.map((value) => (value === null ? null : value * 1000)) };
    const options = { columns: ['size', 'rate'], k: 2, standardize: true };
    expect(cluster(inThousands, options).labels).toEqual(cluster(data, options).labels);
  });
});

describe('stability', () => {
  const points = Array.from({ length: 45 }, (_, i) => [randomSource(8, i).normal() + (i % 3) * 10]);

  test('clusters far apart come back in every resample, divided ones do not', () => {
    const whole = clusterStability(points, { k: 3, resamples: 30 });
    expect(whole).toMatchObject({ mean: 1, lower: 1, upper: 1 });
    expect(whole.clusters.every(({ jaccard }) => jaccard === 1)).toBe(true);
    expect(clusterStability(points, { k: 5, resamples: 30 }).mean).toBeLessThan(0.95);
  });

  test('batches do not show', () => {
    const task = { points, labels: kMeans(points, { k: 3 }).labels, k: 3, seed: 5, restarts: 3 };
    const parts = [clusterStabilityBatch(task, 0, 3), clusterStabilityBatch(task, 3, 4)];
    expect(clusterStabilityBatch(task, 0, 7)).toEqual(Float64Array.of(...parts[0]!, ...parts[1]!));
  });
});

test('the adjusted Rand index does not see how clusters are named', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 3 })), {
        minLength: 2,
        maxLength: 40,
      }),
      (pairs) => {
        const [a, b] = [pairs.map(([first]) => first), pairs.map(([, second]) => second)];
        const renamed = a.map((label) => 'dcba'[label]!);
        expect(adjustedRand(renamed, a)).toBe(1);
        expect(adjustedRand(renamed, b)).toBe(adjustedRand(b, a));
      },
    ),
  );
});

describe('what cannot be computed is an error', () => {
  test.each([
    [
      'more clusters than distinct points',
      () => kMeans([[1], [1], [2]], { k: 3 }),
      'kMeans requires at least as many distinct points as clusters, got 2 for k = 3',
    ],
    ['no cluster', () => kMeans([[1], [2]], { k: 0 }), 'kMeans requires a whole number of clusters, at least 1, got 0'],
    [
      'a missing coordinate',
      () => kMeans([[1], [NaN]], { k: 1 }),
      'kMeans requires finite numbers, got NaN (point 2, coordinate 1)',
    ],
    [
      'points of different length',
      () => kMeans([[1], [1, 2]], { k: 1 }),
      'kMeans requires points of one length, got 2 and 1 (point 2)',
    ],
    ['no point', () => hierarchical([], 'single'), 'hierarchical requires at least one point, got 0'],
    ['an unknown linkage', () => hierarchical([[1], [2]], 'median' as Linkage), 'got "median"'],
    ['one cluster', () => silhouette([[1], [2]], [1, 1]), 'silhouette requires at least two clusters, got 1'],
    ['more classes than values', () => jenksBreaks([1, 1, 2], 3), 'from 1 to 2, the number of distinct values, got 3'],
    [
      'clusterings of different units',
      () => adjustedRand([1, 2], [1]),
      'adjustedRand requires clusterings of the same units, got 2 and 1',
    ],
    [
      'resamples that lose clusters',
      () =>
        clusterStability(
          Array.from({ length: 30 }, (_, i) => [i]),
          { k: 30 },
        ),
      'clusterStability requires resamples with 30 distinct points',
    ],
  ])('%s', (_what, compute, message) => expect(compute).toThrow(message));
});

test.each([2, 0.1])('calinskiHarabasz refuses points that are all %d', (value) => {
  const points = Array.from({ length: 8 }, () => [value]);
  expect(() => calinskiHarabasz(points, [0, 1, 0, 1, 0, 1, 0, 1])).toThrow('requires points that differ');
});
