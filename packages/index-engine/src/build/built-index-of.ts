import { indicatorStages } from '../specification/schema.js';
import { tierScores } from '../stages/tier.js';
import type { BuiltIndex, LogEntry, StageColumns } from './built-index.js';
import type { IndicatorState } from './indicator-stages/indicator-state.js';
import type { IndexPlan } from './index-plan.js';
import type { IndexRun } from './index-run.js';
import { opposedWeights } from './opposed-weights.js';
import { tierColumns } from './tier-columns.js';

/** A run with everything that its plan has on record: the built index. */
export function builtIndexOf(run: IndexRun): BuiltIndex {
  const { plan, rank } = run;
  const { specification, indicators } = plan;
  const { rows, trace, screening, filled, treatments, touched } = indicators;
  const scores: Record<string, Float64Array> = {};
  plan.ids.forEach((id, place) => (scores[id] = run.scores[place]!));
  const written = specification.tier;
  const tiers = written === undefined ? null : tierScores(tierColumns(written, plan.ids[0]!, scores), written, rows);
  return {
    index: specification.id,
    specification,
    unitNames: rows.units,
    years: rows.years,
    rows,
    nodes: weighedNodes(run),
    stages: { ...namedStages(indicators), scores },
    trace,
    rank,
    tier: tiers?.tier ?? null,
    tierLabels: tiers?.labels ?? null,
    screening,
    filled,
    treatments,
    touched,
    log: [...indicators.log, ...opposedWeights(run), ...missingScores(plan, run.scores[0]!)],
  };
}

/** The columns behind each stage by its name. */
function namedStages({ given, trace }: IndicatorState): Omit<BuiltIndex['stages'], 'scores'> {
  const behind = (stage: (typeof indicatorStages)[number]): StageColumns => {
    const own = trace.find((traced) => traced.stage === stage);
    if (own) return own.columns;
    // A stage that is left out changes nothing: what the stages that usually come before it have left.
    const before = indicatorStages.slice(0, indicatorStages.indexOf(stage));
    return trace.findLast((traced) => before.includes(traced.stage))?.columns ?? given;
  };
  return {
    indicators: given,
    imputed: behind('impute'),
    denominated: behind('denominate'),
    treated: behind('treat'),
    normalised: behind('normalise'),
  };
}

function weighedNodes({ plan, weights }: IndexRun): BuiltIndex['nodes'] {
  const effective = new Float64Array(weights.length).fill(1);
  return plan.nodes.map(({ row }, place) => {
    const parent = plan.parents[place]!;
    if (parent >= 0) effective[place] = effective[parent]! * weights[place]!;
    return { ...row, weight: weights[place]!, effectiveWeight: effective[place]! };
  });
}

function missingScores({ ids }: IndexPlan, total: Float64Array): LogEntry[] {
  const missing = total.reduce((count, value) => count + (Number.isNaN(value) ? 1 : 0), 0);
  if (missing === 0) return [];
  const message = `${missing} of ${total.length} units lack an indicator and have no score`;
  return [{ stage: 'aggregate', node: ids[0]!, message }];
}
