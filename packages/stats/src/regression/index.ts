export { type Formula, parseFormula, type Term } from './formula/formula.js';
export { type Regression, regress, type RegressOptions } from './regress.js';
export type { ModelRow, ObservationRow, TermRow } from './results.js';
export { modelRow, observationRows } from './rows.js';
export { type SizeVariable, sizeVariable } from './size-variables.js';
export type { StandardErrors } from './standard-errors.js';
export * from './diagnostics/index.js';
export { type Logit, logit } from './logit.js';
export { type LargeUnit, type SizeCheck, sizeCheck, type SizeCheckOptions } from './size-check.js';
