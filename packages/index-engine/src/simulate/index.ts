export { simulateIndicators, type SimulatedIndicators, type SimulationOptions } from './simulate-indicators.js';
export { compareWithPrinted, type PrintedComparison } from './compare-with-printed.js';
export type { AssumedWeights } from './complete-weights.js';
export type { ConflictingCell, PrintedCell, PrintedScores, PublishedIndex } from './published-index.js';
