import type { Partition } from './partition.js';
import { centered, type Points } from './points.js';

/** Of more points every tenth is divided first, which leads close to where all of them do. */
const manyPoints = 20_000;
/** Lloyd's steps end when so small a share of the points changed; single moves do the rest in fewer passes. */
const fewChanges = 1 / 2000;

/**
 * A partition kept by the centers of its clusters, for many points or few coordinates.
 *
 * For each point it keeps an upper bound of the distance to its own center and a lower bound of that to any other (Hamerly
 * 2010): both loosen by how far centers have moved since, and as long as they do not meet, the point stays where it is
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
  const upper = new Float64Array(count);
  const lower = new Float64Array(count);
  /** How far each center has moved in all, and the sum over all steps of the largest of their moves. */
  const travelled = new Float64Array(k);
  let farthest = 0;
  /**
   * A lower bound for single moves, which count a distance to another center times the root of size / (size + 1): that root
   * falls as the cluster loses points, altogether by no more than the factor `shrunk`.
   */
  const joining = new Float64Array(count);
  let shrunk = 1;
  const squares = new Float64Array(k);
  let totalSS = 0;
  for (const value of values) totalSS += value * value;

  const add = (point: number, cluster: number, sign: number): void => {
    sizes[cluster]! += sign;
    addTo(sums, cluster * dimensions, values, point * dimensions, dimensions, sign);
  };
  /** Puts a center where its sum is; how far it moved. */
  const recenter = (cluster: number): number => {
    let squared = 0;
    for (let i = cluster * dimensions; i < (cluster + 1) * dimensions; i += 1) {
      const center = sums[i]! / sizes[cluster]!;
      squared += (center - centers[i]!) ** 2;
      centers[i] = center;
    }
    const distance = Math.sqrt(squared);
    travelled[cluster]! += distance;
    return distance;
  };
  /** Sets both bounds from the distances to all centers; the nearest center, the own one where it is as near. */
  const look = (point: number): number => {
    squaredDistances(values, point * dimensions, centers, dimensions, k, squares);
    let nearest = labels[point]!;
    for (let cluster = 0; cluster < k; cluster += 1) if (squares[cluster]! < squares[nearest]!) nearest = cluster;
    let other = Infinity;
    for (let cluster = 0; cluster < k; cluster += 1)
      if (cluster !== nearest && squares[cluster]! < other) other = squares[cluster]!;
    upper[point] = Math.sqrt(squares[nearest]!) - travelled[nearest]!;
    lower[point] = Math.sqrt(other) + farthest;
    return nearest;
  };
  const toCenter = (point: number, cluster: number): number =>
    distanceOf(values, point * dimensions, centers, cluster * dimensions, dimensions);

  /** The nearest of the centers that every tenth point leads to; the labels given where a cluster has none of these. */
  const improvedBySample = (given: Int32Array): Int32Array => {
    if (sample === null) return given;
    const ofSample = Int32Array.from(sample.labels, (_, i) => given[10 * i]!);
    if (new Set(ofSample).size < k) return given;
    sample.load(ofSample);
    centers.set(sample.centers);
    labels.set(given);
    const nearest = labels.map((_, point) => look(point));
    return new Set(nearest).size < k ? given : nearest;
  };
  const load = (given: Int32Array): void => {
    labels.set(improvedBySample(given));
    sizes.fill(0);
    sums.fill(0);
    for (let point = 0; point < count; point += 1) add(point, labels[point]!, 1);
    for (let cluster = 0; cluster < k; cluster += 1) recenter(cluster);
    upper.fill(Infinity);
    joining.fill(-Infinity);
    shrunk = 1;
  };
  /** Whether the bounds say that no other center is nearer, by factors for the own distance and for the others'. */
  const bounded = (point: number, own: number, others: number): boolean =>
    (upper[point]! + travelled[labels[point]!]!) * own < (lower[point]! - farthest) * others * (1 - 1e-12);

  /** One of Lloyd's steps: every point to its nearest center, then every center to its mean; how many points changed. */
  const step = (): number => {
    let changes = 0;
    for (let point = 0; point < count; point += 1) {
      const from = labels[point]!;
      if (bounded(point, 1, 1)) continue;
      if (upper[point] !== Infinity) {
        upper[point] = Math.sqrt(toCenter(point, from)) - travelled[from]!;
        if (bounded(point, 1, 1)) continue;
      }
      const to = look(point);
      if (to === from) continue;
      if (sizes[from] === 1) {
        upper[point] = Infinity;
        continue;
      }
      add(point, from, -1);
      add(point, to, 1);
      labels[point] = to;
      changes += 1;
    }
    let most = 0;
    for (let cluster = 0; cluster < k; cluster += 1) most = Math.max(most, recenter(cluster));
    farthest += most;
    return changes;
  };

  return {
    centers,
    count,
    k,
    labels,
    sizes,
    totalSS,
    load(given) {
      load(given);
      while (step() > fewChanges * count);
    },
    move(point, to) {
      const from = labels[point]!;
      shrunk *= Math.sqrt(sizes[from]! ** 2 - 1) / sizes[from]!;
      add(point, from, -1);
      add(point, to, 1);
      labels[point] = to;
      farthest += Math.max(recenter(from), recenter(to));
      upper[point] = Infinity;
    },
    stays(point) {
      const from = labels[point]!;
      const size = sizes[from]!;
      const leaving = (upper[point]! + travelled[from]!) * Math.sqrt(size / (size - 1));
      if (leaving < (joining[point]! * shrunk - farthest) * (1 - 1e-12)) return true;
      let smallest = count;
      for (let cluster = 0; cluster < k; cluster += 1) if (sizes[cluster]! < smallest) smallest = sizes[cluster]!;
      if (bounded(point, Math.sqrt(size / (size - 1)), Math.sqrt(smallest / (smallest + 1)))) return true;
      if (look(point) === from) {
        let least = Infinity;
        for (let to = 0; to < k; to += 1)
          if (to !== from) least = Math.min(least, (squares[to]! * sizes[to]!) / (sizes[to]! + 1));
        joining[point] = (Math.sqrt(least) + farthest) / shrunk;
        if (least >= (squares[from]! * size) / (size - 1)) return true;
      }
      upper[point] = Infinity;
      return false;
    },
    toCenter,
    between: (first, second) => distanceOf(values, first * dimensions, values, second * dimensions, dimensions),
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
function distanceOf(
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

/** The squared distances of a point to k centers, four at a time: four differences for each coordinate read. */
function squaredDistances(
  values: Float64Array,
  point: number,
  centers: Float64Array,
  dimensions: number,
  k: number,
  into: Float64Array,
): void {
  let cluster = 0;
  for (; cluster + 3 < k; cluster += 4) {
    const first = cluster * dimensions;
    const [second, third, fourth] = [first + dimensions, first + 2 * dimensions, first + 3 * dimensions];
    let [a, b, c, d] = [0, 0, 0, 0];
    for (let i = 0; i < dimensions; i += 1) {
      const x = values[point + i]!;
      const inA = x - centers[first + i]!;
      const inB = x - centers[second + i]!;
      const inC = x - centers[third + i]!;
      const inD = x - centers[fourth + i]!;
      a += inA * inA;
      b += inB * inB;
      c += inC * inC;
      d += inD * inD;
    }
    into[cluster] = a;
    into[cluster + 1] = b;
    into[cluster + 2] = c;
    into[cluster + 3] = d;
  }
  for (; cluster < k; cluster += 1)
    into[cluster] = distanceOf(values, point, centers, cluster * dimensions, dimensions);
}
