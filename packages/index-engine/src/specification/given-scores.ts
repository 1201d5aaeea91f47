import { optionOf } from './index-tree.js';
import { methodParts } from './method.js';
import type { Specification, SpecificationNode } from './schema.js';

/** What a build looks at, given the columns of the data. */
export interface ReachedNodes {
  /** Ids of all nodes that take part. */
  readonly reached: ReadonlySet<string>;
  /** Inner nodes whose score is a column of the data: what lies below them takes no part. */
  readonly given: readonly string[];
  /** Inner nodes that are built from their children. */
  readonly built: ReadonlySet<string>;
  /** Nodes that need a column. */
  readonly leaves: readonly SpecificationNode[];
}

/** The column of the data that holds a node. */
export function columnOf({ column, id }: SpecificationNode): string {
  return column ?? id;
}

/**
 * The nodes that a build looks at. A column for an inner node is its score, taken as it is; one for the index itself
 * only where it cannot be built: weights are undisclosed, or nothing below has a column.
 */
export function reachedNodes(specification: Specification, columns: Iterable<string>): ReachedNodes {
  const known: ReadonlySet<string> = columns instanceof Set ? columns : new Set(columns);
  const found = {
    reached: new Set<string>(),
    given: [] as string[],
    built: new Set<string>(),
    leaves: [] as SpecificationNode[],
  };
  let undisclosed = false;
  const visit = (node: SpecificationNode, above: readonly SpecificationNode[]): void => {
    found.reached.add(node.id);
    if (!node.children) found.leaves.push(node);
    else if (above.length > 0 && known.has(columnOf(node))) found.given.push(node.id);
    else {
      found.built.add(node.id);
      const weigh = optionOf('weigh', node, above.length, above, specification);
      undisclosed ||= methodParts(weigh ?? 'stated').name === 'undisclosed';
      const aboveChildren = [...above, node];
      for (const child of node.children) visit(child, aboveChildren);
    }
  };
  visit(specification.tree, []);
  const { tree } = specification;
  const nothingBelow = found.given.length === 0 && !found.leaves.some((leaf) => known.has(columnOf(leaf)));
  if (tree.children && known.has(columnOf(tree)) && (undisclosed || nothingBelow)) {
    return { reached: new Set([tree.id]), given: [tree.id], built: new Set(), leaves: [] };
  }
  return found;
}

/** Ids of inner nodes whose score the data give. */
export function givenScores(specification: Specification, columns: Iterable<string>): readonly string[] {
  return reachedNodes(specification, columns).given;
}
