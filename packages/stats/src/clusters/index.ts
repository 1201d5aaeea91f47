export { adjustedRand } from './adjusted-rand.js';
export { type ComparedClustering, type ComparedClusterings, compareClusterings } from './compare-clusterings.js';
export {
  chooseClusterCount,
  type ClusterCountChoice,
  type ClusterCountOptions,
  type ClusterCountRow,
} from './choose-cluster-count.js';
export { cluster, type ClusteredRows, type ClusterOptions } from './cluster.js';
export { calinskiHarabasz, type Silhouette, silhouette } from './cluster-quality.js';
export {
  clusterStability,
  type ClusterStability,
  clusterStabilityBatch,
  type ClusterStabilityOptions,
} from './cluster-stability.js';
export { type ClusterTree, cutTree, hierarchical, type Linkage, type Merge } from './hierarchical.js';
export { type JenksBreaks, jenksBreaks } from './jenks-breaks.js';
export { kMeans, type KMeans, type KMeansOptions } from './k-means.js';
