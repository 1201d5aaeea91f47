import { listNames } from '@indexlab/core';
import type { SpecificationNode } from '../specification/schema.js';
import type { LogEntry } from './built-index.js';
import type { IndexPlan } from './index-plan.js';

/** Says of each node whose score the data give that it is taken as it is, and what it would be built from. */
export function givenNodes({ nodes }: IndexPlan): LogEntry[] {
  return nodes
    .filter(({ asGiven }) => asGiven)
    .map(({ row: { id, specification } }) => ({
      stage: 'given',
      node: id,
      message: `taken from the data as it is, not built from ${listNames((specification.children ?? []).map((child) => child.id))}${deeper(specification)}`,
    }));
}

function deeper(node: SpecificationNode): string {
  const count = countBelow(node) - (node.children ?? []).length;
  return count === 0 ? '' : ` and the ${count} below`;
}

function countBelow({ children = [] }: SpecificationNode): number {
  return children.reduce((count, child) => count + 1 + countBelow(child), 0);
}
