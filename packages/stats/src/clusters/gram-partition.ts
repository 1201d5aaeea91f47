import { gramMatrix } from '../linear-algebra/gram-matrix.js';
import type { Partition } from './partition.js';
import { centered, type Points } from './points.js';

/**
 * Partitions kept by inner products: with `G` the products of all pairs of centered points and `S[c][i]` the sum of
 * `G[i][j]` over the points j of cluster c, every distance to a center costs three operations and every move 2n,
 * whatever the number of coordinates.
 */
export function gramPartitions(points: Points): (k: number) => Partition {
  const { count, dimensions } = points;
  const gram = gramMatrix(centered(points).values, count, dimensions);
  return (k) => gramPartition(gram, count, k);
}

function gramPartition(gram: Float64Array, count: number, k: number): Partition {
  const sums = Array.from({ length: k }, () => new Float64Array(count));
  /** Sum of G over all pairs within a cluster: its size squared times the squared length of its center. */
  const squares = new Float64Array(k);
  /** What {@link Partition.toCenter} needs of a cluster: two over its size, and the squared length of its center. */
  const weights = new Float64Array(k);
  const lengths = new Float64Array(k);
  const sizes = new Int32Array(k);
  const labels = new Int32Array(count);
  let totalSS = 0;
  for (let i = 0; i < count; i += 1) totalSS += gram[i * (count + 1)]!;

  const refresh = (cluster: number): void => {
    const size = sizes[cluster]!;
    weights[cluster] = 2 / size;
    lengths[cluster] = squares[cluster]! / (size * size);
  };

  return {
    count,
    k,
    labels,
    sizes,
    totalSS,
    sample: null,
    fromSample: (given) => given,
    load(given) {
      labels.set(given);
      sizes.fill(0);
      squares.fill(0);
      for (const sum of sums) sum.fill(0);
      for (const label of labels) sizes[label]! += 1;
      // Centered points add up to nothing, so the largest cluster is what the others leave.
      const largest = sizes.indexOf(Math.max(...sizes));
      const rest = sums[largest]!;
      sums.forEach((sum, cluster) => {
        if (cluster === largest) return;
        addRows(gram, sum, labels, cluster);
        for (let j = 0; j < count; j += 1) rest[j]! -= sum[j]!;
      });
      for (let i = 0; i < count; i += 1) squares[labels[i]!]! += sums[labels[i]!]![i]!;
      for (let cluster = 0; cluster < k; cluster += 1) refresh(cluster);
    },
    move(point, to) {
      const from = labels[point]!;
      const left = sums[from]!;
      const joined = sums[to]!;
      const own = gram[point * (count + 1)]!;
      squares[from]! += own - 2 * left[point]!;
      squares[to]! += own + 2 * joined[point]!;
      sizes[from]! -= 1;
      sizes[to]! += 1;
      labels[point] = to;
      refresh(from);
      refresh(to);
      const start = point * count;
      for (let j = 0; j < count; j += 1) {
        const product = gram[start + j]!;
        left[j]! -= product;
        joined[j]! += product;
      }
    },
    bestMove(point, least) {
      const from = labels[point]!;
      const size = sizes[from]!;
      if (size === 1) return from;
      const own = gram[point * (count + 1)]!;
      let cost = ((own - weights[from]! * sums[from]![point]! + lengths[from]!) * size) / (size - 1) - least;
      let to = from;
      for (let cluster = 0; cluster < k; cluster += 1) {
        if (cluster === from) continue;
        const distance = own - weights[cluster]! * sums[cluster]![point]! + lengths[cluster]!;
        const joined = (distance * sizes[cluster]!) / (sizes[cluster]! + 1);
        if (joined < cost) {
          cost = joined;
          to = cluster;
        }
      }
      return to;
    },
    toCenter: (point, cluster) =>
      gram[point * (count + 1)]! - weights[cluster]! * sums[cluster]![point]! + lengths[cluster]!,
    between: (first, second) =>
      gram[first * (count + 1)]! + gram[second * (count + 1)]! - 2 * gram[first * count + second]!,
    withinSS() {
      let within = totalSS;
      for (let cluster = 0; cluster < k; cluster += 1) within -= squares[cluster]! / sizes[cluster]!;
      return within;
    },
  };
}

/** Adds the rows of a cluster's points to its sum, two at a time: each sum is read and written once for both. */
function addRows(gram: Float64Array, sum: Float64Array, labels: Int32Array, cluster: number): void {
  const count = labels.length;
  let waiting = -1;
  for (let point = 0; point < count; point += 1) {
    if (labels[point] !== cluster) continue;
    if (waiting < 0) {
      waiting = point * count;
      continue;
    }
    const start = point * count;
    for (let j = 0; j < count; j += 1) sum[j]! += gram[waiting + j]! + gram[start + j]!;
    waiting = -1;
  }
  if (waiting >= 0) for (let j = 0; j < count; j += 1) sum[j]! += gram[waiting + j]!;
}
