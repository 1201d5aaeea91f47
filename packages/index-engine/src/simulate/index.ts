export { simulateIndicators, type SimulatedIndicators, type SimulationOptions } from './simulate-indicators.js';
export { compareWithPrinted, type PrintedComparison } from './compare-with-printed.js';
export type { AssumedWeights } from './complete-weights.js';
export type { ConflictingCell, PrintedCell, PrintedScores, PrintedSummary, PublishedIndex } from './published-index.js';
export { assumedSpecification, type SpecificationChanges, specificationText } from './assumed-specification.js';
export {
  type PlannedCells,
  type PlannedSummary,
  readSimulationPlan,
  type Simulation,
  type SimulationPlan,
} from './simulation-plan.js';
export { peerRanks } from './peer-ranks.js';
export {
  type ModerationWorld,
  type ModerationWorldOptions,
  simulateModeration,
  type UnpublishedParts,
} from './simulate-moderation.js';
