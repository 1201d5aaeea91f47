import { assertThat } from '@indexlab/core';
import type { IndexPlan } from './index-plan.js';
import type { WritableRun } from './writable-run.js';

/**
 * Writes the shares of a node's children into a run: those chosen in place of the specification's.
 *
 * @returns their sum, one but for rounding
 */
export function chooseWeights(place: number, run: WritableRun): number {
  const { plan, weights, chosen } = run;
  const { children, weigh, row } = plan.nodes[place]!;
  const own = weigh?.({
    children: children.map((child) => plan.nodes[child]!.row.specification),
    columns: children.map((child) => run.scores[child]!),
    rows: plan.indicators.rows,
  });
  let total = 0;
  let anyChosen = false;
  children.forEach((child, index) => {
    const choice = chosen ? chosen[child]! : NaN;
    const isChosen = !Number.isNaN(choice);
    weights[child] = isChosen ? choice : own ? own[index]! : plan.shares[child]!;
    anyChosen ||= isChosen;
    total += weights[child]!;
  });
  assertThat(
    !Number.isNaN(total),
    () => `buildIndex requires weights, got undisclosed ones (node "${row.id}")`,
    `Give a column "${row.id}" with its score, or weights for its children.`,
  );
  if (!anyChosen) return total;
  assertThat(
    total > 0,
    () => `runIndex requires weights with a positive sum among siblings, got ${total} (children of "${row.id}")`,
  );
  let shares = 0;
  for (const child of children) {
    weights[child]! /= total;
    shares += weights[child]!;
  }
  return shares;
}

/** Refuses weights that are not one per node, zero or more. */
export function requireWeights(weights: Float64Array, { ids }: IndexPlan): void {
  assertThat(
    weights.length === ids.length,
    () => `runIndex requires a weight for each of ${ids.length} nodes, got ${weights.length}`,
    'NaN keeps the weight that the specification says.',
  );
  for (let place = 0; place < weights.length; place += 1) {
    assertThat(
      !(weights[place]! < 0 || weights[place] === Infinity),
      () => `runIndex requires finite weights of zero or more, got ${weights[place]} (node "${ids[place]}")`,
    );
  }
}
