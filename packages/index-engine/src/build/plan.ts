import { optionOf, type TreeNode } from '../specification/index-tree.js';
import type { Specification, SpecificationNode, StageOptions } from '../specification/schema.js';

/** A node of the tree with what holds for it. */
export interface PlannedNode {
  readonly row: TreeNode;
  /** The places of the children in the list of nodes; none for a column of the data. */
  readonly children: readonly number[];
  /** A column stands for this node although the specification has nodes below it: its score, taken as it is. */
  readonly asGiven: boolean;
  readonly direction: 1 | -1;
  option<Option extends keyof StageOptions>(option: Option): StageOptions[Option];
}

/** The nodes with their children and with the options that hold for each. */
export function planNodes(tree: readonly TreeNode[], specification: Specification): PlannedNode[] {
  const places = new Map(tree.map((row, place) => [row.id, place]));
  const children: number[][] = tree.map(() => []);
  const above: SpecificationNode[][] = [];
  tree.forEach((row, place) => {
    const parent = row.parent === null ? -1 : places.get(row.parent)!;
    above.push(parent < 0 ? [] : [...above[parent]!, tree[parent]!.specification]);
    if (parent >= 0) children[parent]!.push(place);
  });
  return tree.map((row, place) => ({
    row,
    children: children[place]!,
    asGiven: children[place]!.length === 0 && row.specification.children !== undefined,
    direction: row.specification.direction === 'negative' ? -1 : 1,
    option: (option) => optionOf(option, row.specification, row.level, above[place]!, specification),
  }));
}
