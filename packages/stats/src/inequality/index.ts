export {
  herfindahl,
  lorenzCurve,
  type LorenzPoint,
  percentileShare,
  percentileShareRatio,
  topShare,
} from './concentration.js';
export { decomposeInequality, type InequalityDecomposition, type InequalityGroup } from './decompositions.js';
export { atkinson, meanLogDeviation, theil } from './entropy.js';
export { gini, giniUnbiased } from './gini.js';
export { giniBootstrap, type GiniBootstrap, giniBootstrapBatch, type GiniBootstrapOptions } from './gini-bootstrap.js';
export { groupedGini, type GroupedGini, type TierTotal } from './grouped-gini.js';
export { type Inequality, inequality, type InequalityAt, type InequalityOptions } from './inequality.js';
export { weightedGini, weightedMeanLogDeviation, weightedTheil } from './weighted-measures.js';
