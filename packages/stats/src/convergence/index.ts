export { betaConvergence, type BetaConvergence, type BetaConvergenceOptions } from './beta-convergence.js';
export { ergodicDistribution } from './ergodic-distribution.js';
export { halfLife } from './half-life.js';
export { type MobilityIndices, mobilityIndices } from './mobility-indices.js';
export { rankMobility, type RankMobility, type RankMobilityOptions, type RankMove } from './rank-mobility.js';
export { sigmaConvergence, type SigmaConvergence, type SigmaRow } from './sigma-convergence.js';
export type { TrajectoryColumns } from './trajectories.js';
export { type TransitionMatrix, transitionMatrix, type TransitionOptions } from './transition-matrix.js';
export { tierTransitions, type TierTransitions } from './tier-transitions.js';
