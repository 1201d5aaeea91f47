import type { Partition } from './partition.js';
import { centered, type Points } from './points.js';

/** Of more points every tenth is divided first, which leads close to where all of them do. */
const manyPoints = 20_000;
/** Lloyd's steps end when so small a share of the points changed; single moves do the rest in fewer passes. */
const fewChanges = 1 / 2000;

/**
 * A partition kept by the centers of its clusters, for many points or few coordinates.
 *
 * For each point it keeps an upper bound of the distance to its own center and a lower bound of that to every other (Elkan
 * 2003): each loosens by how far that center has moved since, and as long as they do not meet, the point stays where it is
 * without a look at its coordinates.
 */
export function centerPartition(points: Points, k: number): Partition {
  return partitionOf(centered(points), k);
}

interface CenterPartition extends Partition {
  /** One after the other. */
  readonly centers: Float64Array;
}

function partitionOf(points: Points, k: number): CenterPartition {
  const { values, count, dimensions } = points;
  const sample = count > manyPoints ? partitionOf(everyTenth(points), k) : null;
  const centers = new Float64Array(k * dimensions);
  const sums = new Float64Array(k * dimensions);
  const sizes = new Int32Array(k);
  const labels = new Int32Array(count);
  /** How far each center has moved in all: bounds are kept as they were when no center had moved. */
  const travelled = new Float64Array(k);
  const upper = new Float64Array(count);
  const lower = new Float64Array(count * k);
  let totalSS = 0;
  for (const value of values) totalSS += value * value;

  const add = (point: number, cluster: number, sign: number): void => {
    sizes[cluster]! += sign;
    addTo(sums, cluster * dimensions, values, point * dimensions, dimensions, sign);
  };
  /** Puts a center where its sum is. */
  const recenter = (cluster: number): void => {
    let squared = 0;
    for (let i = cluster * dimensions; i < (cluster + 1) * dimensions; i += 1) {
      const center = sums[i]! / sizes[cluster]!;
      squared += (center - centers[i]!) ** 2;
      centers[i] = center;
    }
    travelled[cluster]! += Math.sqrt(squared);
  };
  const toCenter = (point: number, cluster: number): number =>
    squaredDistanceOf(values, point * dimensions, centers, cluster * dimensions, dimensions);
  const forgetBounds = (): void => {
    upper.fill(Infinity);
    lower.fill(-Infinity);
  };

  /**
   * The cluster that a point is best in: that of the least distance times the cluster's factor, its own where none is less.
   * Looks at coordinates only where the bounds do not decide.
   */
  const bestOf = (point: number, ownFactor: number, factors: Float64Array): number => {
    let best = labels[point]!;
    let least = (upper[point]! + travelled[best]!) * ownFactor;
    let exact = false;
    for (let cluster = 0; cluster < k; cluster += 1) {
      const at = point * k + cluster;
      const factor = factors[cluster]! * (1 - 1e-12);
      if (cluster === labels[point] || (lower[at]! - travelled[cluster]!) * factor > least) continue;
      if (!exact) {
        const own = labels[point]!;
        const distance = Math.sqrt(toCenter(point, own));
        upper[point] = distance - travelled[own]!;
        lower[point * k + own] = distance + travelled[own]!;
        least = distance * ownFactor;
        exact = true;
        if ((lower[at]! - travelled[cluster]!) * factor > least) continue;
      }
      const distance = Math.sqrt(toCenter(point, cluster));
      lower[at] = distance + travelled[cluster]!;
      if (distance * factors[cluster]! < least) {
        least = distance * factors[cluster]!;
        best = cluster;
      }
    }
    return best;
  };
  /** Moves a point, without moving centers. */
  const relabel = (point: number, to: number): void => {
    add(point, labels[point]!, -1);
    add(point, to, 1);
    labels[point] = to;
    upper[point] = Infinity;
  };

  const ones = new Float64Array(k).fill(1);
  /** One of Lloyd's steps: every point to its nearest center, then every center to its mean; how many points changed. */
  const step = (): number => {
    let changes = 0;
    for (let point = 0; point < count; point += 1) {
      const to = bestOf(point, 1, ones);
      if (to === labels[point] || sizes[labels[point]!] === 1) continue;
      relabel(point, to);
      changes += 1;
    }
    for (let cluster = 0; cluster < k; cluster += 1) recenter(cluster);
    return changes;
  };

  /** The nearest of the centers that every tenth point leads to; the labels given where a cluster has none of these. */
  const improvedBySample = (given: Int32Array): Int32Array => {
    if (sample === null) return given;
    const ofSample = Int32Array.from(sample.labels, (_, i) => given[10 * i]!);
    if (new Set(ofSample).size < k) return given;
    sample.load(ofSample);
    centers.set(sample.centers);
    labels.set(given);
    forgetBounds();
    const nearest = labels.map((_, point) => bestOf(point, 1, ones));
    return new Set(nearest).size < k ? given : nearest;
  };

  const joining = new Float64Array(k);
  return {
    centers,
    count,
    k,
    labels,
    sizes,
    totalSS,
    load(given) {
      labels.set(improvedBySample(given));
      sizes.fill(0);
      sums.fill(0);
      for (let point = 0; point < count; point += 1) add(point, labels[point]!, 1);
      for (let cluster = 0; cluster < k; cluster += 1) recenter(cluster);
      forgetBounds();
      while (step() > fewChanges * count);
    },
    move(point, to) {
      const from = labels[point]!;
      relabel(point, to);
      recenter(from);
      recenter(to);
    },
    stays(point) {
      const size = sizes[labels[point]!]!;
      for (let cluster = 0; cluster < k; cluster += 1)
        joining[cluster] = Math.sqrt(sizes[cluster]! / (sizes[cluster]! + 1));
      return bestOf(point, Math.sqrt(size / (size - 1)), joining) === labels[point];
    },
    toCenter,
    between: (first, second) => squaredDistanceOf(values, first * dimensions, values, second * dimensions, dimensions),
    withinSS() {
      let within = 0;
      for (let point = 0; point < count; point += 1) within += toCenter(point, labels[point]!);
      return within;
    },
  };
}

function everyTenth({ values, count, dimensions }: Points): Points {
  const kept = Math.ceil(count / 10);
  const chosen = new Float64Array(kept * dimensions);
  for (let i = 0; i < kept; i += 1)
    chosen.set(values.subarray(10 * i * dimensions, (10 * i + 1) * dimensions), i * dimensions);
  return { values: chosen, count: kept, dimensions };
}

function addTo(
  sums: Float64Array,
  to: number,
  values: Float64Array,
  from: number,
  dimensions: number,
  sign: number,
): void {
  for (let d = 0; d < dimensions; d += 1) sums[to + d]! += sign * values[from + d]!;
}

/** A squared distance in four sums, which need not wait for one another. */
function squaredDistanceOf(
  values: Float64Array,
  point: number,
  centers: Float64Array,
  center: number,
  dimensions: number,
): number {
  let [first, second, third, fourth] = [0, 0, 0, 0];
  let d = 0;
  for (; d + 3 < dimensions; d += 4) {
    const a = values[point + d]! - centers[center + d]!;
    const b = values[point + d + 1]! - centers[center + d + 1]!;
    const c = values[point + d + 2]! - centers[center + d + 2]!;
    const e = values[point + d + 3]! - centers[center + d + 3]!;
    first += a * a;
    second += b * b;
    third += c * c;
    fourth += e * e;
  }
  for (; d < dimensions; d += 1) {
    const a = values[point + d]! - centers[center + d]!;
    first += a * a;
  }
  return first + second + (third + fourth);
}
