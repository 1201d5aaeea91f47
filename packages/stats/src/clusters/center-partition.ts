import type { Partition } from './partition.js';
import { centered, type Points, squaredDistance } from './points.js';

/** A partition kept by the sums of coordinates of each cluster, for more points than pairs can be kept of. */
export function centerPartition(points: Points, k: number): Partition {
  const moved = centered(points);
  const { values, count, dimensions } = moved;
  const sums = new Float64Array(k * dimensions);
  const sizes = new Int32Array(k);
  const labels = new Int32Array(count);
  const totalSS = values.reduce((sum, value) => sum + value * value, 0);

  const add = (point: number, cluster: number, sign: number): void => {
    sizes[cluster]! += sign;
    for (let d = 0; d < dimensions; d += 1) sums[cluster * dimensions + d]! += sign * values[point * dimensions + d]!;
  };
  const toCenter = (point: number, cluster: number): number => {
    const size = sizes[cluster]!;
    let sum = 0;
    for (let d = 0; d < dimensions; d += 1) {
      sum += (values[point * dimensions + d]! - sums[cluster * dimensions + d]! / size) ** 2;
    }
    return sum;
  };

  return {
    count,
    k,
    labels,
    sizes,
    totalSS,
    load(given) {
      labels.set(given);
      sizes.fill(0);
      sums.fill(0);
      labels.forEach((label, point) => add(point, label, 1));
    },
    move(point, to) {
      add(point, labels[point]!, -1);
      add(point, to, 1);
      labels[point] = to;
    },
    toCenter,
    between: (first, second) => squaredDistance(moved, first, second),
    withinSS() {
      let within = 0;
      for (let point = 0; point < count; point += 1) within += toCenter(point, labels[point]!);
      return within;
    },
  };
}
