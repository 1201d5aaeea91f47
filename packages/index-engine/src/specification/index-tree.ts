import { requireObject } from '@indexlab/core';
import { siblingShares } from '../stages/weigh.js';
import { optionReaders } from './option-readers.js';
import type { Specification, SpecificationNode, StageOptions } from './schema.js';

/** A node of the index tree as a row: parents stand before their children. */
export interface TreeNode {
  readonly id: string;
  readonly title: string;
  /** 0 for the index itself, 1 for its sub-indices, and so on. */
  readonly level: number;
  readonly parent: string | null;
  /**
   * Share among the siblings; 1 for the index itself, `NaN` where the weights are undisclosed or follow from data that
   * are not there.
   */
  readonly weight: number;
  /** Product of the weights from this node up to the index. */
  readonly effectiveWeight: number;
  readonly specification: SpecificationNode;
}

/**
 * The index tree as rows, weights as shares among siblings. Weights that follow from data are `NaN` here; `buildIndex`
 * fills them.
 *
 * @example
 * const tree = { id: 't', title: 'T', children: [{ id: 'a', title: 'A', weight: '3' }, { id: 'b', title: 'B', weight: '1' }] };
 * indexTree({ tree }).map((node) => node.weight) // => [1, 3 / 4, 1 / 4]
 */
export function indexTree(specification: Pick<Specification, 'tree'> & Partial<Specification>): TreeNode[] {
  requireObject(specification, 'indexTree', 'specification', ['tree']);
  const rows: TreeNode[] = [];
  const visit = (
    node: SpecificationNode,
    level: number,
    parent: TreeNode | null,
    weight: number,
    above: readonly SpecificationNode[],
  ): void => {
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
    const { children } = node;
    if (!children) return;
    const weigh = optionOf('weigh', node, level, above, specification) ?? 'stated';
    const shares =
      weigh === 'stated'
        ? siblingShares(children)
        : children.map(() => (weigh === 'equal' ? 1 / children.length : NaN));
    const aboveChildren = [...above, node];
    children.forEach((child, index) => visit(child, level + 1, row, shares[index]!, aboveChildren));
  };
  visit(specification.tree, 0, null, 1, []);
  return rows;
}

/**
 * What holds for a node: its own option, else that of the nearest group above that states one for all below it, else
 * its level's, else the index's.
 *
 * @param above the nodes from the index down to the node's parent
 */
export function optionOf<Option extends keyof StageOptions>(
  option: Option,
  node: SpecificationNode,
  level: number,
  above: readonly SpecificationNode[],
  specification: Partial<Specification>,
): StageOptions[Option] {
  const read: (options: StageOptions) => StageOptions[Option] = optionReaders[option];
  const group =
    above.length === 0 ? undefined : above.findLast(({ within }) => within && read(within) !== undefined)?.within;
  const ofLevel = specification.levels?.[level];
  const stated = read(node) ?? (group && read(group)) ?? (ofLevel && read(ofLevel));
  // The index's normalise is for indicators: an inner node is scaled again only where something nearer says so.
  return stated ?? (option === 'normalise' && node.children ? undefined : read(specification));
}
