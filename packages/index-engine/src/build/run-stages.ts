import { type IndicatorStage, indicatorStages, type Specification } from '../specification/schema.js';
import type { Summary } from '../stages/normalise/summaries.js';
import type { PlannedNode } from './plan.js';
import { denominateStage } from './indicator-stages/denominate-stage.js';
import { imputeStage } from './indicator-stages/impute-stage.js';
import type { IndicatorState, Stages } from './indicator-stages/indicator-state.js';
import { normaliseStage } from './indicator-stages/normalise-stage.js';
import { screenStage } from './indicator-stages/screen-stage.js';
import { treatStage } from './indicator-stages/treat-stage.js';

const stages: Stages = {
  screen: screenStage,
  impute: imputeStage,
  denominate: denominateStage,
  treat: treatStage,
  normalise: normaliseStage,
};

/** Runs the stages on all indicators in the order that the specification states, and keeps the columns behind each. */
export function runStages(
  start: IndicatorState,
  nodes: readonly PlannedNode[],
  specification: Specification,
  summaryOf: (values: Float64Array) => Summary,
): IndicatorState {
  const leaves = nodes.filter(({ children, asGiven }) => children.length === 0 && !asGiven);
  const context = { leaves, nodes, specification, summaryOf };
  const order: readonly IndicatorStage[] = specification.stages ?? indicatorStages;
  return order.reduce<IndicatorState>((before, stage) => {
    const after = { ...before, ...stages[stage](before, context) };
    return { ...after, trace: [...after.trace, { stage, columns: after.columns }] };
  }, start);
}
