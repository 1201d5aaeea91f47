export {
  type ParsedSpecification,
  parseSpecification,
  readRecipe,
  readSpecification,
} from './specification/read-specification.js';
export { defaultUnit } from './specification/absent-columns.js';
export { SpecificationError, type SpecificationMistake } from './specification/specification-error.js';
export {
  type IndicatorStage,
  type Recipe,
  recipeSchema,
  type Specification,
  type SpecificationNode,
  specificationSchema,
  type StageOptions,
} from './specification/schema.js';
export type { WrittenMethod } from './specification/method.js';
export { specificationJsonSchema } from './specification/json-schema.js';
export { lintSpecification } from './lint/lint-specification.js';
export type { SpecificationProblem } from './lint/problem.js';
export { indexTree, type TreeNode } from './specification/index-tree.js';
export { normalise } from './stages/normalise/normalise.js';
export { boxCox, boxCoxLambda } from './stages/treat/transformations.js';
export { denominate } from './stages/denominate.js';
export { type ImputationError, imputationError } from './stages/impute/impute.js';
export { tierStability } from './build/tier-stability.js';
export { type DenominationAdvice, denominationAdvice } from './stages/denomination-advice.js';
export type { Availability } from './stages/screen.js';
export type { TreatedPoint, TreatmentStep } from './stages/treat/treat.js';
export { competitionRanks } from './build/competition-ranks.js';
export { type BuildOptions, compileIndex } from './build/compile-index.js';
export { runIndex } from './build/run-index.js';
export type { IndexRun, RunChoices } from './build/index-run.js';
export type { IndexPlan } from './build/index-plan.js';
export { buildIndex, type PreparedIndex, prepareIndex } from './build/build-index.js';
export type { BuiltIndex, FilledValue, LogEntry, StageColumns, TracedStage } from './build/built-index.js';
export { type BuildDocument, buildDocument, resultRows } from './build/build-document.js';
export { type DraftOptions, draftSpecification } from './draft/draft-specification.js';
export { fromCoinr } from './interchange/from-coinr.js';
export * from './coherence/index.js';
export * from './explain/index.js';
export * from './compare/index.js';
export * from './aggregate/index.js';
export * from './weigh/index.js';
export * from './recover/index.js';
export * from './records/index.js';
export * from './simulate/index.js';
