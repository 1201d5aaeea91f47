import { centerPartition } from './center-partition.js';
import { gramPartitions } from './gram-partition.js';
import type { Partition } from './partition.js';
import type { Points } from './points.js';

/** Up to here the products of all pairs of points (32 MB) are kept, and a move costs no coordinate. */
const mostPointsForGram = 2000;
/** With fewer coordinates for a point than this share of the points, distances cost less than moves by products. */
const fewCoordinates = 1 / 20;

/** Makes partitions of the points for any k; what they share is computed once. */
export function partitionsOf(points: Points): (k: number) => Partition {
  const byProducts = points.count <= mostPointsForGram && points.dimensions > fewCoordinates * points.count;
  return byProducts ? gramPartitions(points) : (k) => centerPartition(points, k);
}
