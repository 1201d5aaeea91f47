import { assertThat, requireArray, requireObject } from '@indexlab/core';

/**
 * The weight of every node in the whole index: the product of the shares from the node up to the top.
 *
 * That is what a node counts where every mean above it is arithmetic and no score is scaled again.
 *
 * @param nodes parents before their children; `weight` is the share among the siblings, 1 for the top
 * @returns one effective weight per node, in the same order; those of a level sum to one where all branches reach it
 * @throws IndexlabError when a parent does not stand before its child
 *
 * Reference: `COINr::get_eff_weights`.
 *
 * @example
 * const nodes = [
 *   { id: 'top', parent: null, weight: 1 },
 *   { id: 'left', parent: 'top', weight: 3 / 4 },
 *   { id: 'a', parent: 'left', weight: 1 / 2 },
 * ];
 * effectiveWeights(nodes) // => [1, 3 / 4, 3 / 8]
 */
export function effectiveWeights(
  nodes: readonly { readonly id: string; readonly parent: string | null; readonly weight: number }[],
): number[] {
  requireArray(nodes, 'effectiveWeights', 'nodes');
  nodes.forEach((node, i) => requireObject(node, 'effectiveWeights', `node ${i + 1}`, ['id', 'weight']));
  const effective = new Map<string, number>();
  for (const { id, parent, weight } of nodes) {
    const above = parent === null ? 1 : effective.get(parent);
    assertThat(
      above !== undefined,
      () => `effectiveWeights requires parents before their children, got none for "${id}" (parent "${parent}")`,
    );
    effective.set(id, above * weight);
  }
  return nodes.map(({ id }) => effective.get(id)!);
}
