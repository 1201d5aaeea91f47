export { betaConvergence, type BetaConvergence, type BetaConvergenceOptions, halfLife } from './beta-convergence.js';
export { type RankChange, rankMobility, type RankMobility } from './rank-mobility.js';
export { sigmaConvergence, type SigmaConvergence, type SigmaRow } from './sigma-convergence.js';
export { transitionMatrix, type TransitionMatrix } from './transition-matrix.js';
