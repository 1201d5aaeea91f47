export { rollUpOnce, type RolledUp, type RollUpOnceOptions } from './roll-up-once.js';
export { type ScoredCount, scoredCounts, type ScoredCountsOptions } from './scored-counts.js';
