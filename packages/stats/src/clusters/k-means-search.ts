import type { RandomSource } from '@indexlab/core';
import { adjustedRand } from './adjusted-rand.js';
import type { Partition } from './partition.js';

/** A division that no single move improves. */
export interface Division {
  readonly withinSS: number;
  readonly labels: Int32Array;
}

/** One that is kept to recombine: with every squared distance to its centers (`distances[cluster][point]`). */
interface Optimum extends Division {
  readonly sizes: Int32Array;
  readonly distances: readonly Float64Array[];
}

/** Different optima kept to recombine. */
const poolSize = 10;
/** Offspring for each start: enough that overlapping clusters, too, end in one optimum from nearly every seed. */
const offspringPerStart = 1.5;

/** So many of the sample's optima, and so much worse than its best, are improved with all points. */
const [finalists, nearlyBest] = [3, 1 + 1e-3];
/** Optima of the sample that agree so well (adjusted Rand index) lead to one optimum of all points. */
const alike = 0.98;
/** A sample speaks for all where its mean sums of squares are theirs up to this share. */
const sampleError = 0.02;

/**
 * Searches the division with the least sum of squares within clusters.
 *
 * `restarts` k-means++ starts, then half as many again offspring of the best optima so far (Gribel and Vidal 2019): the
 * centers of two parents are paired, one of each pair is kept at random, one of them is put elsewhere, and the
 * offspring is improved like a start. Of many points a sample is searched, and the best of its optima are improved with all.
 */
export function searchDivision(
  partition: Partition,
  restarts: number,
  random: (draw: number) => RandomSource,
): Division {
  const found = partition.sample && searchSample(partition, partition.sample, restarts, random);
  return found ?? best(optimaOf(partition, restarts, random));
}

/** The best that a sample's optima lead to; `null` where the sample does not speak for all, as where few points are far out. */
function searchSample(
  partition: Partition,
  sample: Partition,
  restarts: number,
  random: (draw: number) => RandomSource,
): Division | null {
  const speaks = (ofSample: number, ofAll: number): boolean =>
    Math.abs((ofSample / sample.count) * partition.count - ofAll) <= sampleError * ofAll;
  if (!speaks(sample.totalSS, partition.totalSS)) return null;
  const optima = optimaOf(sample, restarts, random).sort((a, b) => a.withinSS - b.withinSS);
  const different: Optimum[] = [];
  for (const optimum of optima) {
    if (optimum.withinSS > nearlyBest * optima[0]!.withinSS || different.length === finalists) break;
    if (!different.some(({ labels }) => adjustedRand(labels, optimum.labels) > alike)) different.push(optimum);
  }
  const found = best(
    different.map(({ labels }) => {
      improve(partition, partition.fromSample(labels));
      return { withinSS: partition.withinSS(), labels: partition.labels.slice() };
    }),
  );
  return speaks(optima[0]!.withinSS, found.withinSS) ? found : null;
}

function best(divisions: readonly Division[]): Division {
  return divisions.reduce((least, division) => (division.withinSS < least.withinSS ? division : least));
}

function optimaOf(partition: Partition, restarts: number, random: (draw: number) => RandomSource): Optimum[] {
  const pool: Optimum[] = [];
  for (let start = 0; start < restarts; start += 1) {
    improve(partition, nearest(partition, seedDistances(partition, random(start))));
    keep(pool, partition);
  }
  for (let child = 0; child < offspringPerStart * restarts && pool.length > 1; child += 1) {
    const source = random(restarts + child);
    const parents = [tournament(pool, source), tournament(pool, source)] as const;
    const distances = recombine(parents[0], parents[1], source);
    distances[source.integer(partition.k)] = distancesFrom(partition, farPoint(distances, source));
    improve(partition, nearest(partition, distances));
    keep(pool, partition);
  }
  return pool;
}

/** Moves single points while that lowers the sum of squares (Hartigan's rule, which Hartigan and Wong apply). */
function improve(partition: Partition, labels: Int32Array): void {
  const { count } = partition;
  partition.load(labels);
  const least = (1e-12 * partition.totalSS) / count;
  for (let point = 0, still = 0; still < count; point = point + 1 === count ? 0 : point + 1, still += 1) {
    const to = partition.bestMove(point, least);
    if (to === partition.labels[point]) continue;
    partition.move(point, to);
    still = -1;
  }
}

/** Distances to k points drawn as k-means++ does: each with probability proportional to its squared distance. */
function seedDistances(partition: Partition, source: RandomSource): Float64Array[] {
  const distances = [distancesFrom(partition, source.integer(partition.count))];
  while (distances.length < partition.k) distances.push(distancesFrom(partition, farPoint(distances, source)));
  return distances;
}

function distancesFrom(partition: Partition, point: number): Float64Array {
  const distances = new Float64Array(partition.count);
  for (let other = 0; other < distances.length; other += 1) distances[other] = partition.between(point, other);
  return distances;
}

/** A point drawn with probability proportional to its squared distance from the nearest center. */
function farPoint(distances: readonly Float64Array[], source: RandomSource): number {
  const cumulated = new Float64Array(distances[0]!.length);
  let total = 0;
  for (let point = 0; point < cumulated.length; point += 1) {
    let least = Infinity;
    for (const distance of distances) if (distance[point]! < least) least = distance[point]!;
    cumulated[point] = total += Math.max(least, 0);
  }
  const drawn = source.uniform() * total;
  for (let point = 0; point < cumulated.length; point += 1) if (cumulated[point]! > drawn) return point;
  return source.integer(cumulated.length);
}

/** Each point to its nearest center; a center that gets none takes the point farthest from its own. */
function nearest({ count, k }: Partition, distances: readonly Float64Array[]): Int32Array {
  const labels = new Int32Array(count);
  const sizes = new Int32Array(k);
  for (let point = 0; point < count; point += 1) {
    let label = 0;
    for (let cluster = 1; cluster < k; cluster += 1) {
      if (distances[cluster]![point]! < distances[label]![point]!) label = cluster;
    }
    labels[point] = label;
    sizes[label]! += 1;
  }
  for (let empty = sizes.indexOf(0); empty >= 0; empty = sizes.indexOf(0)) {
    let farthest = -1;
    for (let point = 0; point < count; point += 1) {
      if (sizes[labels[point]!] === 1) continue;
      if (farthest < 0 || distances[labels[point]!]![point]! > distances[labels[farthest]!]![farthest]!)
        farthest = point;
    }
    sizes[labels[farthest]!]! -= 1;
    sizes[empty] = 1;
    labels[farthest] = empty;
  }
  return labels;
}

/** Keeps what the search arrived at, if it is new and among the best. */
function keep(pool: Optimum[], partition: Partition): void {
  const withinSS = partition.withinSS();
  if (pool.some((known) => Math.abs(known.withinSS - withinSS) <= 1e-9 * withinSS)) return;
  const worst = pool.reduce((index, known, i) => (known.withinSS > pool[index]!.withinSS ? i : index), 0);
  if (pool.length === poolSize && withinSS > pool[worst]!.withinSS) return;
  const distances = Array.from({ length: partition.k }, (_, cluster) => {
    const toCenter = new Float64Array(partition.count);
    for (let point = 0; point < toCenter.length; point += 1) toCenter[point] = partition.toCenter(point, cluster);
    return toCenter;
  });
  const optimum = { withinSS, labels: partition.labels.slice(), sizes: partition.sizes.slice(), distances };
  pool.splice(worst, pool.length === poolSize ? 1 : 0, optimum);
}

function tournament(pool: readonly Optimum[], source: RandomSource): Optimum {
  const one = pool[source.integer(pool.length)]!;
  const other = pool[source.integer(pool.length)]!;
  return one.withinSS <= other.withinSS ? one : other;
}

/** Pairs the centers of two optima, closest first, and takes one of each pair at random. */
function recombine(first: Optimum, second: Optimum, source: RandomSource): Float64Array[] {
  const k = first.distances.length;
  const apart = centerDistances(first, second);
  const pairs = Array.from({ length: k * k }, (_, pair) => pair).sort((a, b) => apart[a]! - apart[b]!);
  const chosen: Float64Array[] = [];
  const used = [new Set<number>(), new Set<number>()] as const;
  for (const pair of pairs) {
    const [one, other] = [Math.floor(pair / k), pair % k];
    if (used[0].has(one) || used[1].has(other)) continue;
    used[0].add(one);
    used[1].add(other);
    chosen.push(source.uniform() < 0.5 ? first.distances[one]! : second.distances[other]!);
  }
  return chosen;
}

/** The squared distance of center a of the first from center b of the second, at `a * k + b`. */
function centerDistances(first: Optimum, second: Optimum): Float64Array {
  const k = first.distances.length;
  const apart = new Float64Array(k * k);
  for (let a = 0; a < k; a += 1) {
    const distances = first.distances[a]!;
    // The mean squared distance of a cluster's points from any place is that of its center plus their own spread.
    second.labels.forEach((b, point) => {
      apart[a * k + b]! += (distances[point]! - second.distances[b]![point]!) / second.sizes[b]!;
    });
  }
  return apart;
}
