import { assertThat } from '@indexlab/core';
import type { TreeNode } from '../specification/index-tree.js';
import { aggregateColumns } from '../stages/aggregate.js';
import { scaleColumn } from '../stages/normalise/normalise.js';
import type { Rows } from '../stages/rows.js';
import { effectiveWeights } from '../weigh/index.js';
import type { StageColumns } from './built-index.js';
import type { PlannedNode } from './plan.js';

/**
 * The score of every node and the tree with its weights: parents stand before children, so going backwards meets the
 * children first.
 *
 * @param replaced weights that replace those of the specification, relative to one another among siblings
 */
export function aggregateTree(
  nodes: readonly PlannedNode[],
  leaves: StageColumns,
  rows: Rows,
  replaced: Readonly<Record<string, number>>,
): { scores: StageColumns; tree: TreeNode[] } {
  const scores = nodes.map(({ row }) => leaves[row.id]);
  const weights = nodes.map(({ row }) => row.weight);
  for (let place = nodes.length - 1; place >= 0; place -= 1) {
    const node = nodes[place]!;
    if (node.children.length === 0) continue;
    const { id } = node.row;
    const columns = node.children.map((child) => scores[child]!);
    const own = weightsOf(node, nodes, columns, rows, replaced);
    node.children.forEach((child, index) => (weights[child] = own[index]!));
    const score = aggregateColumns(columns, own, node.aggregator, node.option('missing') ?? 'propagate', rows, id);
    if (!node.scaling) requireUnturned(node);
    scores[place] = node.scaling ? scaleColumn(score, node.scaling, rows, node.direction, id) : score;
  }
  return {
    scores: Object.fromEntries(nodes.map(({ row }, place) => [row.id, scores[place]!])),
    tree: withWeights(nodes, weights),
  };
}

function weightsOf(
  node: PlannedNode,
  nodes: readonly PlannedNode[],
  columns: readonly Float64Array[],
  rows: Rows,
  replaced: Readonly<Record<string, number>>,
): readonly number[] {
  const children = node.children.map((child) => nodes[child]!.row);
  const weights = node.weigh
    ? node.weigh({ children: children.map(({ specification }) => specification), columns, rows })
    : children.map(({ weight }) => weight);
  const chosen = children.map(({ id }, index) => (Object.hasOwn(replaced, id) ? replaced[id]! : weights[index]!));
  assertThat(
    chosen.every((weight) => !Number.isNaN(weight)),
    () => `buildIndex requires weights, got undisclosed ones (node "${node.row.id}")`,
    `Give a column "${node.row.id}" with its score, or weights for its children.`,
  );
  if (children.every(({ id }) => !Object.hasOwn(replaced, id))) return weights;
  const total = chosen.reduce((sum, weight) => sum + weight, 0);
  return chosen.map((weight) => weight / total);
}

function requireUnturned({ direction, row }: PlannedNode): void {
  assertThat(
    direction === 1,
    () => `buildIndex requires a normalise for an inner node of negative direction, got none (node "${row.id}")`,
    'State how its score is turned, such as normalise: min-max.',
  );
}

function withWeights(nodes: readonly PlannedNode[], weights: readonly number[]): TreeNode[] {
  const rows = nodes.map(({ row }, place) => ({ ...row, weight: weights[place]! }));
  const effective = effectiveWeights(rows);
  return rows.map((row, place) => ({ ...row, effectiveWeight: effective[place]! }));
}
