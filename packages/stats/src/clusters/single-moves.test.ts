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

function sumOfSquares(points: readonly number[][], labels: readonly number[]): number {
  return [1, 2, 3, 4].reduce((sum, cluster) => {
    const members = points.filter((_, i) => labels[i] === cluster);
    const center = members[0]!.map((_, d) => members.reduce((total, point) => total + point[d]!, 0) / members.length);
    return sum + members.reduce((total, point) => total + point.reduce((s, x, d) => s + (x - center[d]!) ** 2, 0), 0);
  }, 0);
}
