import { indicatorStages } from '../specification/schema.js';
import { tierScores } from '../stages/tier.js';
import type { BuiltIndex, LogEntry, StageColumns } from './built-index.js';
import type { IndicatorState } from './indicator-stages/indicator-state.js';
import type { IndexPlan } from './index-plan.js';
import type { IndexRun } from './index-run.js';
import { givenNodes } from './given-nodes.js';
import { lackingOf } from './lacking.js';
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
  const nodes = weighedNodes(run);
  return {
    index: specification.id,
    specification,
    unitNames: rows.units,
    years: rows.years,
    rows,
    nodes,
    stages: { ...namedStages(indicators), scores },
    trace,
    rank,
    tier: tiers?.tier ?? null,
    tierLabels: tiers?.labels ?? null,
    screening,
    filled,
    treatments,
    touched,
    log: [
      ...givenNodes(plan),
      ...indicators.log,
      ...opposedWeights(run),
      ...missingScores(
        plan,
        run.scores[0]!,
        (row) =>
          `${rows.units[row]}${rows.years ? ` ${rows.years[row]}` : ''} (${lackingOf({ nodes, stages: { scores } }, row).join(', ')})`,
      ),
    ],
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

/** So many units are named; the others are counted. */
const named = 5;

function missingScores({ ids }: IndexPlan, total: Float64Array, describe: (row: number) => string): LogEntry[] {
  const missing = [...total.keys()].filter((row) => Number.isNaN(total[row]));
  if (missing.length === 0) return [];
  const more = missing.length - named;
  const who = [...missing.slice(0, named).map(describe), ...(more > 0 ? [`and ${more} more`] : [])].join(', ');
  const what = missing.length === 1 ? 'units lacks an indicator and has' : 'units lack an indicator and have';
  const message = `${missing.length} of ${total.length} ${what} no score: ${who}`;
  return [{ stage: 'aggregate', node: ids[0]!, message }];
}
