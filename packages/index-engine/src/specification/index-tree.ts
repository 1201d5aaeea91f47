import { Exact } from '@indexlab/core';
import type { Specification, SpecificationNode } from './schema.js';

/** A node of the index tree as a row: parents stand before their children. */
export interface TreeNode {
  readonly id: string;
  readonly title: string;
  /** 0 for the index itself, 1 for its sub-indices, and so on. */
  readonly level: number;
  readonly parent: string | null;
  /** Share among the siblings; 1 for the index itself, `NaN` where the weights are undisclosed. */
  readonly weight: number;
  /** Product of the weights from this node up to the index. */
  readonly effectiveWeight: number;
  readonly specification: SpecificationNode;
}

/**
 * The index tree as rows, weights as shares among siblings.
 *
 * @example
 * const tree = { id: 't', title: 'T', children: [{ id: 'a', title: 'A', weight: '3' }, { id: 'b', title: 'B', weight: '1' }] };
 * indexTree({ tree }).map((node) => node.weight) // => [1, 3 / 4, 1 / 4]
 */
export function indexTree(specification: Pick<Specification, 'tree'>): TreeNode[] {
  const rows: TreeNode[] = [];
  const visit = (node: SpecificationNode, level: number, parent: TreeNode | null, weight: number): void => {
    const row: TreeNode = {
      id: node.id,
      title: node.title,
      level,
      parent: parent?.id ?? null,
      weight,
      effectiveWeight: (parent?.effectiveWeight ?? 1) * weight,
      specification: node,
    };
    rows.push(row);
    const children = node.children ?? [];
    const shares = node.weigh === 'undisclosed' ? children.map(() => NaN) : siblingShares(children);
    children.forEach((child, index) => visit(child, level + 1, row, shares[index]!));
  };
  visit(specification.tree, 0, null, 1);
  return rows;
}

/** Stated weights over their sum; equal shares where none is stated. */
function siblingShares(siblings: readonly SpecificationNode[]): number[] {
  const stated = siblings.map((node) => (Exact.parse(node.weight ?? '0')));
  const sum = stated.reduce((total, weight) => total.plus(weight), Exact.zero);
  if (sum.sign() === 0) return siblings.map(() => 1 / siblings.length);
  return stated.map((weight) => weight.over(sum).toNumber());
}
