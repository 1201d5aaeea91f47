export { readSpecification } from './specification/read-specification.js';
export {
  type Aggregation,
  type Normalisation,
  type Specification,
  type SpecificationNode,
  specificationSchema,
} from './specification/schema.js';
export { indexTree, type TreeNode } from './specification/index-tree.js';
export { normalise } from './build/normalise.js';
export { competitionRanks } from './build/competition-ranks.js';
export { buildIndex, type BuiltIndex, type StageColumns } from './build/build-index.js';
export { type Contribution, contributions } from './build/contributions.js';
export * from './aggregate/index.js';
export * from './weigh/index.js';
export {
  type Alternative,
  type PartScaling,
  type RecoveredWeight,
  type Recovery,
  type Solution,
} from './recover/recovery.js';
export { type JointBounds, jointBounds, type Relation } from './recover/joint-bounds.js';
export { type ColumnOptions, recoverFromColumns } from './recover/recover-from-columns.js';
export { type RecoverOptions, recoverWeights } from './recover/recover-weights.js';
export { type StatedVerdict } from './recover/stated-weights.js';
export { type PublishedColumns } from './recover/published-rows.js';
