import { assertThat, didYouMean, listNames } from '@indexlab/core';
import type { Specification, SpecificationNode } from '../specification/schema.js';

/** Weights of the children of some nodes, relative among siblings: by node, then by child. */
export type AssumedWeights = Readonly<Record<string, Readonly<Record<string, number | string>>>>;

/**
 * A specification in which every node has weights: those assumed, else its own, else equal ones where a report prints
 * none. What was assumed is said.
 */
export function completeWeights(
  specification: Specification,
  assumed: AssumedWeights,
): { specification: Specification; assumptions: string[] } {
  const assumptions: string[] = [];
  const known: string[] = [];
  const complete = (node: SpecificationNode, inherited: unknown): SpecificationNode => {
    const { children } = node;
    if (!children) return node;
    known.push(node.id);
    const below = node.within?.weigh ?? inherited;
    const weights = assumed[node.id];
    const undisclosed = (node.weigh ?? inherited) === 'undisclosed';
    if (node.unnamed !== undefined)
      assumptions.push(`${node.id}: ${node.unnamed} parts that the report counts without naming them are left out`);
    if (!weights && !undisclosed) return { ...node, children: children.map((child) => complete(child, below)) };
    const shares = weights ?? null;
    if (shares) requireChildren(node, children, shares);
    assumptions.push(
      shares
        ? `${node.id}: weights ${children.map(({ id }) => `${id} ${shares[id]}`).join(', ')}`
        : `${node.id}: equal weights, as none are printed`,
    );
    return {
      ...node,
      weigh: shares ? 'stated' : 'equal',
      children: children.map((child) => ({
        ...complete(child, below),
        weight: shares ? String(shares[child.id]) : undefined,
      })),
    };
  };
  const tree = complete(specification.tree, specification.weigh);
  for (const id of Object.keys(assumed)) {
    assertThat(
      known.includes(id),
      () => `simulateIndicators requires weights for nodes with children, got ${JSON.stringify(id)}`,
      () => didYouMean(id, known, 'nodes'),
    );
  }
  return { specification: { ...specification, tree }, assumptions };
}

function requireChildren(
  node: SpecificationNode,
  children: readonly SpecificationNode[],
  weights: Readonly<Record<string, number | string>>,
): void {
  const lacking = children.filter(({ id }) => !Object.hasOwn(weights, id)).map(({ id }) => id);
  assertThat(
    lacking.length === 0 && Object.keys(weights).length === children.length,
    () =>
      `simulateIndicators requires a weight for each child of "${node.id}", got ${listNames(Object.keys(weights))} for ${listNames(children.map(({ id }) => id))}`,
  );
}
