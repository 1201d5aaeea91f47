import type { PlannedNode } from '../build/plan.js';
import type { WrittenMethod } from '../specification/method.js';
import { chosenMethod, type ChosenMethod, type MethodOption } from '../specification/stage-methods.js';
import { denominationParts } from '../stages/denominate.js';
import type { Subject } from './problem.js';

/** A node without children in the specification, whatever the data give for others. */
export function isIndicator(node: PlannedNode): boolean {
  return node.row.specification.children === undefined;
}

/** The method that holds for a node. */
export function methodOf(node: PlannedNode, option: MethodOption): ChosenMethod {
  return chosenMethod(option, node.option(option) as WrittenMethod | undefined);
}

/** Whether a node is divided by another column. */
export function isDenominated(node: PlannedNode): boolean {
  return denominationParts(node.option('denominate') ?? 'none') !== null;
}

/** Where an option of a node is written: at the node, else the node itself. */
export function placeOfOption({ paths }: Subject, node: PlannedNode, option: string): readonly PropertyKey[] {
  const path = paths.get(node.row.id)!;
  return option in node.row.specification ? [...path, option] : path;
}

/** Where normalise is written for all: at the index, else as for a single node. */
export function placeOfNormalise(subject: Subject, node: PlannedNode): readonly PropertyKey[] {
  return subject.specification.normalise === undefined ? placeOfOption(subject, node, 'normalise') : ['normalise'];
}
