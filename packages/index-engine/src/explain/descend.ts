import type { BuiltIndex } from '../build/built-index.js';
import { type PlannedNode, planNodes } from '../build/plan.js';

/** How an amount at a node goes to its children. */
export interface Split {
  /** What each child gets of one unit of the amount's rate. */
  readonly parts: readonly number[];
  /** The rate at which each child's own amount counts further down: its part over its own amount. */
  readonly rates: readonly number[];
}

/**
 * Takes an amount at the top of the tree down to a level: what comes out at the nodes of that level, and at branches
 * that end above it, sums to what went in.
 *
 * @param split the parts of a node that sum to its own amount
 */
export function descend(
  built: BuiltIndex,
  level: number,
  top: number,
  split: (node: PlannedNode, children: readonly PlannedNode[]) => Split,
): { node: PlannedNode; amount: number }[] {
  const nodes = planNodes(built.nodes, built.specification);
  const reached: { node: PlannedNode; amount: number }[] = [];
  const visit = (node: PlannedNode, amount: number, rate: number): void => {
    if (node.row.level === level || node.children.length === 0) {
      reached.push({ node, amount });
      return;
    }
    const children = node.children.map((child) => nodes[child]!);
    const { parts, rates } = split(node, children);
    children.forEach((child, index) => visit(child, rate * parts[index]!, rate * rates[index]!));
  };
  visit(nodes[0]!, top, 1);
  return reached;
}
