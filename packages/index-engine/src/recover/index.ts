export { type Alternative, type PartScaling, type RecoveredWeight, type Recovery, type Solution } from './recovery.js';
export { type JointBounds, jointBounds, type Relation } from './joint-bounds.js';
export { type ColumnOptions, recoverFromColumns } from './recover-from-columns.js';
export { type RecoverOptions, recoverWeights } from './recover-weights.js';
export { type StatedVerdict, statedWeights } from './stated-weights.js';
export { type PublishedColumns } from './published-rows.js';
