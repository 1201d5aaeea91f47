export {
  type Alternative,
  type PartScaling,
  type RecoveredWeight,
  type Recovery,
  type Solution,
} from './recover/recovery.js';
export { type ColumnOptions, recoverFromColumns } from './recover/recover-from-columns.js';
export { type RecoverOptions, recoverWeights } from './recover/recover-weights.js';
export { type StatedVerdict } from './recover/stated-weights.js';
export { type PublishedColumns } from './recover/published-rows.js';
