import { randomSource } from '@indexlab/core';
import { describe, expect, test } from 'vitest';
import { calinskiHarabasz, chooseClusterCount, hierarchical, kMeans, silhouette } from './index.js';

const random = randomSource(8);
const points = Array.from({ length: 60 }, (_, i) => [4 * (i % 3) + random.normal(), random.normal()]);

describe.each([2 ** 532, 2 ** -532, 2 ** 1015, 2 ** -1000])('points times %d', (scale) => {
  const scaled = points.map((point) => point.map((value) => value * scale));

  test('k-means divides as before, the scale taken out', () => {
    const [plain, large] = [kMeans(points, { k: 3 }), kMeans(scaled, { k: 3 })];
    expect(large.labels).toEqual(plain.labels);
    expect(large.centers).toEqual(plain.centers.map((center) => center.map((value) => value * scale)));
    expect(large.withinSS).toBe(plain.withinSS * scale * scale);
  });

  test('criteria that are ratios stay the same', () => {
    const { labels } = kMeans(points, { k: 3 });
    expect(silhouette(scaled, labels)).toEqual(silhouette(points, labels));
    expect(calinskiHarabasz(scaled, labels)).toBe(calinskiHarabasz(points, labels));
  });

  test('hierarchical heights scale', () => {
    const heights = hierarchical(points).merges.map(({ height }) => height * scale);
    expect(hierarchical(scaled).merges.map(({ height }) => height)).toEqual(heights);
  });
});

describe('chooseClusterCount', () => {
  test('chooses the same at every scale', () => {
    const scaled = points.map((point) => point.map((value) => value * 2 ** 532));
    const options = { most: 5, references: 10 };
    expect(chooseClusterCount(scaled, options).best).toEqual(chooseClusterCount(points, options).best);
  });

  test('tells how far it is', () => {
    const told: string[] = [];
    chooseClusterCount(points, { most: 3, references: 4, onProgress: (done, all) => told.push(`${done} of ${all}`) });
    expect(told).toEqual(['1 of 5', '2 of 5', '3 of 5', '4 of 5', '5 of 5']);
  });
});
