import { assertThat } from '@indexlab/core';
import { methodParts } from '../specification/method.js';
import type { TreeNode } from '../specification/index-tree.js';
import { aggregateColumns, aggregations } from '../stages/aggregate.js';
import { bindScaling, scaleColumn } from '../stages/normalise/normalise.js';
import type { Rows } from '../stages/rows.js';
import { weighings } from '../stages/weigh.js';
import type { StageColumns } from './built-index.js';
import type { PlannedNode } from './plan.js';

/** The score of every node and the tree with its weights: parents stand before children, so going backwards meets the children first. */
export function aggregateTree(nodes: readonly PlannedNode[], leaves: StageColumns, rows: Rows): { scores: StageColumns; tree: TreeNode[] } {
  const scores = nodes.map(({ row }) => leaves[row.id]);
  const weights = nodes.map(({ row }) => row.weight);
  for (let place = nodes.length - 1; place >= 0; place -= 1) {
    const node = nodes[place]!;
    const { id } = node.row;
    if (node.children.length > 0) {
      const columns = node.children.map((child) => scores[child]!);
      const own = weightsOf(node, nodes, columns);
      node.children.forEach((child, index) => (weights[child] = own[index]!));
      const { name, options } = methodParts(node.option('aggregate') ?? 'arithmetic');
      const aggregator = aggregations[name as keyof typeof aggregations].bind(options);
      scores[place] = aggregateColumns(columns, own, aggregator, node.option('missing') ?? 'propagate', rows, id);
    }
    const again = node.children.length > 0 ? node.option('normalise') : undefined;
    if (again !== undefined) scores[place] = scaleColumn(scores[place]!, bindScaling(again), rows, node.direction, id);
    else if (node.children.length > 0) requireUnturned(node);
  }
  return { scores: Object.fromEntries(nodes.map(({ row }, place) => [row.id, scores[place]!])), tree: withWeights(nodes, weights) };
}

function weightsOf(node: PlannedNode, nodes: readonly PlannedNode[], columns: readonly Float64Array[]): number[] {
  const { name, options } = methodParts(node.option('weigh') ?? 'stated');
  const children = node.children.map((child) => nodes[child]!);
  // Stated and equal weights stand in the tree already.
  const weights =
    name === 'stated' || name === 'equal'
      ? children.map(({ row }) => row.weight)
      : weighings[name as keyof typeof weighings].bind(options)(children.map(({ row }) => row.specification), () => columns);
  assertThat(
    weights.every((weight) => !Number.isNaN(weight)),
    () => `buildIndex requires weights, got undisclosed ones (node "${node.row.id}")`,
    `Give a column "${node.row.id}" with its score, or weights for its children.`,
  );
  return weights;
}

function requireUnturned({ direction, row }: PlannedNode): void {
  assertThat(
    direction === 1,
    () => `buildIndex requires a normalise for an inner node of negative direction, got none (node "${row.id}")`,
    'State how its score is turned, such as normalise: min-max.',
  );
}

function withWeights(nodes: readonly PlannedNode[], weights: readonly number[]): TreeNode[] {
  const effective = new Map<string, number>();
  return nodes.map(({ row }, place) => {
    const weight = weights[place]!;
    const effectiveWeight = row.parent === null ? 1 : effective.get(row.parent)! * weight;
    effective.set(row.id, effectiveWeight);
    return { ...row, weight, effectiveWeight };
  });
}
