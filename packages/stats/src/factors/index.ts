export { bartlettSphericity, kaiserMeyerOlkin, type SamplingAdequacy } from './adequacy.js';
export type { FactorColumns } from './complete-columns.js';
export { cronbachAlpha, type CronbachAlpha } from './cronbach-alpha.js';
export { factorAnalysis, type FactorAnalysis, type FactorAnalysisOptions } from './factor-analysis.js';
export { principalComponents, type PrincipalComponents } from './principal-components.js';
export { varimax } from './varimax.js';
