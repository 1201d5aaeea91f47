import { requireObject } from '@indexlab/core';
import { aggregateColumns } from '../stages/aggregate.js';
import { requireFinite } from '../stages/finite.js';
import { scaleColumn } from '../stages/normalise/normalise.js';
import { tieRules } from '../stages/rank.js';
import { chooseWeights, requireWeights } from './choose-weights.js';
import { exactScore } from './exact-score.js';
import type { IndexPlan } from './index-plan.js';
import type { IndexRun, RunChoices } from './index-run.js';
import { rankRows } from './rank-rows.js';
import { addColumns } from './add-columns.js';
import { newRun, type WritableRun } from './writable-run.js';

/**
 * Runs a plan: weigh, aggregate, rank. A run validates and allocates nothing that it need not.
 *
 * Equal scores share a rank as the specification's `rank` says. Scores that are equal as computed are level; those that
 * differ by no more than the rounding of their sums are computed once more without rounding, numbers taken as the
 * decimals that they print as. So the same values in another order are level, and a difference in the data is none of
 * rounding. No score is rounded before it is ranked.
 *
 * @param plan see {@link compileIndex}
 * @throws IndexlabError when weights are negative, infinite or not one per node, siblings have none above zero or
 *   undisclosed ones, or an aggregation cannot do its work
 *
 * @example
 * const specification = readSpecification('id: d\ntitle: D\ntree: { id: t, title: T, children: [{ id: a, title: A }, { id: b, title: B }] }');
 * const plan = compileIndex(specification, { place: ['x', 'y'], a: [1, 3], b: [2, 1] });
 * const run = runIndex(plan, { weights: Float64Array.of(NaN, 1, 3) });
 * [run.scores[0], run.rank] // => [new Float64Array([1.75, 1.5]), new Float64Array([1, 2])]
 */
export function runIndex(plan: IndexPlan, choices: RunChoices = {}): IndexRun {
  requireObject(plan, 'runIndex', 'plan', ['indicators', 'nodes']);
  requireObject(choices, 'runIndex', 'choices');
  const { weights, reuse } = choices;
  const run = reuse?.plan === plan ? (reuse as WritableRun) : newRun(plan);
  run.chosen = weights;
  if (weights) requireWeights(weights, plan);
  // Parents stand before children: going backwards meets the children first.
  for (let place = plan.nodes.length - 1; place >= 0; place -= 1) {
    if (plan.nodes[place]!.children.length > 0) scoreNode(place, run);
  }
  rankRows(run.scores[0]!, run.rank, {
    rule: tieRules[plan.specification.rank?.ties ?? 'competition'],
    sets: plan.rankedTogether,
    buffers: run.buffers,
    exactly: (row) => exactScore(run, row),
  });
  return run;
}

function scoreNode(place: number, run: WritableRun): void {
  const { plan, scores, complete } = run;
  const { rows } = plan.indicators;
  const node = plan.nodes[place]!;
  const { aggregator, scaling, direction, missing, row } = node;
  const total = chooseWeights(place, run);
  const counting = node.children.filter((child) => run.weights[child]! > 0);
  complete[place] = counting.every((child) => complete[child]);
  const addable = total > 0 && node.children.every((child) => run.weights[child]! >= 0);
  if (aggregator.linear && addable && (missing === 'propagate' || complete[place])) {
    const shares = counting.map((child) => run.weights[child]! / total);
    addColumns(
      counting.map((child) => scores[child]!),
      shares,
      scores[place]!,
    );
  } else {
    const columns = node.children.map((child) => scores[child]!);
    const shares = node.children.map((child) => run.weights[child]!);
    scores[place] = aggregateColumns(columns, shares, aggregator, missing, rows, row.id);
    requireFinite(scores[place], { caller: 'aggregate', column: row.id, units: rows.units });
    complete[place] = !scores[place].includes(NaN);
  }
  if (!scaling) return;
  run.scaled[place] = scaleColumn(scores[place]!, scaling, rows, direction, row.id);
  scores[place] = run.scaled[place].values;
}
