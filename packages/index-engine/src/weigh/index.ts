export { type AhpWeights, ahpWeights, groupAhpWeights } from './ahp-weights.js';
export { type BalancedWeights, balancedWeights, type BalanceOptions } from './balanced-weights.js';
export {
  type BenefitOfTheDoubt,
  benefitOfTheDoubt,
  type BenefitOfTheDoubtOptions,
  type Bounds,
} from './benefit-of-the-doubt.js';
export { budgetAllocationWeights } from './budget-allocation-weights.js';
export { criticWeights } from './critic-weights.js';
export { effectiveWeights } from './effective-weights.js';
export { entropyWeights } from './entropy-weights.js';
export { equalWeights } from './equal-weights.js';
export { type ExpertEffect, type ExpertPanel, expertPanel } from './expert-panel.js';
export { expertScoreWeights } from './expert-score-weights.js';
export { type FactorWeights, factorWeights, type FactorWeightsOptions } from './factor-weights.js';
export { merecWeights } from './merec-weights.js';
export { type RegressionWeights, regressionWeights } from './regression-weights.js';
export { standardDeviationWeights } from './standard-deviation-weights.js';
export { statedShares } from './stated-shares.js';
