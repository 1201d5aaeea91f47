import { randomSource } from '@indexlab/core';
import { expect, test } from 'vitest';
import { kMeans } from './index.js';

test.each([
  ['few coordinates', 2],
  ['many coordinates', 30],
])('with %s no single move lowers the sum of squares that one start arrives at', (_, dimensions) => {
  for (let draw = 0; draw < 20; draw += 1) {
    const random = randomSource(6, draw);
    const points = Array.from({ length: 60 }, () => Array.from({ length: dimensions }, random.normal));
    const { labels, withinSS } = kMeans(points, { k: 4, restarts: 1, seed: draw });
    for (const point of points.keys()) {
      for (const cluster of [1, 2, 3, 4]) {
        const moved = labels.with(point, cluster);
        if (new Set(moved).size === 4) expect(sumOfSquares(points, moved)).toBeGreaterThan(withinSS * (1 - 1e-9));
      }
    }
  }
});

test('of many points in small clusters none lies nearer, by what a move costs, to another cluster', () => {
  const random = randomSource(8);
  const points = Array.from({ length: 2100 }, () => [random.normal(), random.normal()]);
  const { labels, centers } = kMeans(points, { k: 150, restarts: 1 });
  const sizes = centers.map((_, cluster) => labels.filter((label) => label === cluster + 1).length);
  const distance = (point: number, cluster: number): number =>
    points[point]!.reduce((sum, value, d) => sum + (value - centers[cluster]![d]!) ** 2, 0);
  for (const point of points.keys()) {
    const own = labels[point]! - 1;
    if (sizes[own] === 1) continue;
    const saved = (distance(point, own) * sizes[own]!) / (sizes[own]! - 1);
    const cost = Math.min(
      ...sizes.map((size, other) => (other === own ? Infinity : (distance(point, other) * size) / (size + 1))),
    );
    expect(cost).toBeGreaterThan(saved * (1 - 1e-9));
  }
});

function sumOfSquares(points: readonly number[][], labels: readonly number[]): number {
  return [1, 2, 3, 4].reduce((sum, cluster) => {
    const members = points.filter((_, i) => labels[i] === cluster);
    const center = members[0]!.map((_, d) => members.reduce((total, point) => total + point[d]!, 0) / members.length);
    return sum + members.reduce((total, point) => total + point.reduce((s, x, d) => s + (x - center[d]!) ** 2, 0), 0);
  }, 0);
}
