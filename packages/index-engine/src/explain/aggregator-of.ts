import type { PlannedNode } from '../build/plan.js';
import { methodParts } from '../specification/method.js';
import { type Aggregator, aggregations } from '../stages/aggregate.js';

/** The aggregation of a node: its name, its options, and what it does. */
export interface NodeAggregator extends Aggregator {
  readonly name: string;
  readonly options: Readonly<Record<string, unknown>>;
}

/** How a node's children become its score. */
export function aggregatorOf(node: PlannedNode): NodeAggregator {
  const { name, options } = methodParts(node.option('aggregate') ?? 'arithmetic');
  return { name, options, ...aggregations[name as keyof typeof aggregations].bind(options) };
}

/** Whether a node's score is scaled again after aggregation. */
export function isScaledAgain(node: PlannedNode): boolean {
  return node.children.length > 0 && node.option('normalise') !== undefined;
}

/** Children that a unit has, and their weights as shares of what it has. */
export function presentChildren(
  children: readonly PlannedNode[],
  values: readonly number[],
): { places: number[]; weights: number[] } {
  const places = [...children.keys()].filter(
    (index) => !Number.isNaN(values[index]) && children[index]!.row.weight > 0,
  );
  const total = places.reduce((sum, index) => sum + children[index]!.row.weight, 0);
  return { places, weights: places.map((index) => children[index]!.row.weight / total) };
}
