export { durbinWatson } from './durbin-watson.js';
export { breuschPagan, whiteTest } from './heteroskedasticity.js';
export { resetTest } from './reset-test.js';
export { shapiroWilk } from './shapiro-wilk.js';
export type { TestResult } from './test-result.js';
export { varianceInflation, type VarianceInflation } from './variance-inflation.js';
