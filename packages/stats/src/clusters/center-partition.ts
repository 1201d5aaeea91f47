import type { Partition } from './partition.js';
import { centered, type Points } from './points.js';

/** Of more points every tenth speaks for all, as long as there are so many of these for each cluster. */
const manyPoints = 20_000;
const leastPerCluster = 50;
/** Up to here single moves alone are faster than Lloyd's steps before them. */
const fewPoints = 2000;
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
  const sample = count > manyPoints && count / 10 >= leastPerCluster * k ? partitionOf(everyTenth(points), k) : null;
  const centers = new Float64Array(k * dimensions);
  const sums = new Float64Array(k * dimensions);
  const sizes = new Int32Array(k);
  const labels = new Int32Array(count);
  /** How far each center has moved in all: bounds are kept as they were when no center had moved. */
  const travelled = new Float64Array(k);
  /** What a point's squared distance to a center is multiplied by when it joins, and the root of that. */
  const joining = new Float64Array(k);
  const joiningRoot = new Float64Array(k);
  /** The root of what it is multiplied by when it leaves. */
  const leavingRoot = new Float64Array(k);
  /** Those of one point to all centers. */
  const distances = new Float64Array(k);
  const upper = new Float64Array(count);
  const lower = new Float64Array(count * k);
  const steps = count > fewPoints;
  const totalSS = sumOfSquares(values);

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
    joining[cluster] = sizes[cluster]! / (sizes[cluster]! + 1);
    joiningRoot[cluster] = Math.sqrt(joining[cluster]!);
    leavingRoot[cluster] = Math.sqrt(sizes[cluster]! / (sizes[cluster]! - 1));
  };
  const toCenter = (point: number, cluster: number): number =>
    squaredDistanceOf(values, point * dimensions, centers, cluster * dimensions, dimensions);
  const forgetBounds = (): void => {
    upper.fill(Infinity);
    lower.fill(-Infinity);
    travelled.fill(0);
  };
  /** Whether the bounds alone tell that a point is best where it is. */
  const staysByBounds = (point: number): boolean => {
    const from = labels[point]!;
    const least = (upper[point]! + travelled[from]!) * leavingRoot[from]! * (1 + 1e-12);
    const first = point * k;
    for (let cluster = 0; cluster < k; cluster += 1) {
      const isFurther = (lower[first + cluster]! - travelled[cluster]!) * joiningRoot[cluster]! > least;
      if (!isFurther && cluster !== from) return false;
    }
    return true;
  };
  /** Keeps the bounds that a point's distances to all centers give. */
  const keepBounds = (point: number): void => {
    const from = labels[point]!;
    upper[point] = Math.sqrt(distances[from]!) - travelled[from]!;
    for (let cluster = 0; cluster < k; cluster += 1)
      lower[point * k + cluster] = Math.sqrt(distances[cluster]!) + travelled[cluster]!;
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

  return {
    centers,
    count,
    k,
    labels,
    sizes,
    totalSS,
    sample,
    fromSample(ofSample) {
      sample!.load(ofSample);
      const nearest = new Int32Array(count);
      for (let point = 0; point < count; point += 1) {
        writeDistances(values, point * dimensions, sample!.centers, dimensions, distances);
        nearest[point] = distances.indexOf(Math.min(...distances));
      }
      ofSample.forEach((label, i) => (nearest[10 * i] = label));
      return nearest;
    },
    load(given) {
      labels.set(given);
      sizes.fill(0);
      sums.fill(0);
      for (let point = 0; point < count; point += 1) add(point, labels[point]!, 1);
      for (let cluster = 0; cluster < k; cluster += 1) recenter(cluster);
      forgetBounds();
      if (!steps) return;
      while (step() > fewChanges * count);
    },
    move(point, to) {
      const from = labels[point]!;
      relabel(point, to);
      recenter(from);
      recenter(to);
    },
    bestMove(point, least) {
      const from = labels[point]!;
      const size = sizes[from]!;
      if (size === 1) return from;
      if (staysByBounds(point)) return from;
      writeDistances(values, point * dimensions, centers, dimensions, distances);
      keepBounds(point);
      let cost = (distances[from]! * size) / (size - 1) - least;
      let to = from;
      for (let cluster = 0; cluster < k; cluster += 1) {
        if (cluster === from) continue;
        const joined = distances[cluster]! * joining[cluster]!;
        if (joined < cost) {
          cost = joined;
          to = cluster;
        }
      }
      return to;
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

function sumOfSquares(values: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < values.length; i += 1) sum += values[i]! * values[i]!;
  return sum;
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

/**
 * The squared distances of a point to all centers, four of them at a time: sums that need not wait for one another. One that
 * is left over is summed in the same order by itself.
 */
function writeDistances(
  values: Float64Array,
  point: number,
  centers: Float64Array,
  dimensions: number,
  into: Float64Array,
): void {
  const last = (into.length - 1) * dimensions;
  for (let cluster = 0; cluster < into.length; cluster += 4) {
    const one = cluster * dimensions;
    if (cluster + 1 === into.length) {
      let only = 0;
      for (let d = 0; d < dimensions; d += 1) {
        const a = values[point + d]! - centers[one + d]!;
        only += a * a;
      }
      into[cluster] = only;
      return;
    }
    const two = Math.min(one + dimensions, last);
    const three = Math.min(two + dimensions, last);
    const four = Math.min(three + dimensions, last);
    let [first, second, third, fourth] = [0, 0, 0, 0];
    for (let d = 0; d < dimensions; d += 1) {
      const value = values[point + d]!;
      const a = value - centers[one + d]!;
      const b = value - centers[two + d]!;
      const c = value - centers[three + d]!;
      const e = value - centers[four + d]!;
      first += a * a;
      second += b * b;
      third += c * c;
      fourth += e * e;
    }
    into[cluster] = first;
    if (cluster + 1 < into.length) into[cluster + 1] = second;
    if (cluster + 2 < into.length) into[cluster + 2] = third;
    if (cluster + 3 < into.length) into[cluster + 3] = fourth;
  }
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
