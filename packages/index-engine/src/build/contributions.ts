import { assertThat } from '@indexlab/core';
import type { BuiltIndex } from './built-index.js';

/** What one node adds to a unit's score. */
export interface Contribution {
  readonly node: string;
  /** Effective weight in the index. */
  readonly weight: number;
  readonly value: number;
  /** `weight * value`; the contributions of one level sum to the score. */
  readonly contribution: number;
}

/**
 * What each node of one level adds to a unit's score, largest first.
 *
 * @param built an index of arithmetic means
 * @param unit the unit's name
 * @param level which level of the tree; 1, the sub-indices, by default
 * @param row which row of a panel; the unit's first one by default
 * @throws IndexlabError when there is no such unit or level, or a node above is not an arithmetic mean
 *
 * @example
 * const specification = readSpecification('id: d\ntitle: D\ntree: { id: t, title: T, children: [{ id: a, title: A }, { id: b, title: B }] }');
 * const built = buildIndex(specification, { place: ['x'], a: [1], b: [2] });
 * contributions(built, 'x').map(({ node, contribution }) => [node, contribution]) // => [['b', 1], ['a', 0.5]]
 */
export function contributions(built: BuiltIndex, unit: string, level = 1, row = built.unitNames.indexOf(unit)): Contribution[] {
  assertThat(row >= 0, () => `contributions requires a unit of the index, got "${unit}"`);
  const nodes = built.nodes.filter((node) => node.level === level);
  assertThat(nodes.length > 0, () => `contributions requires a level of the tree, got ${level}`);
  return nodes
    .map(({ id, effectiveWeight }) => {
      const value = built.stages.scores[id]![row]!;
      return { node: id, weight: effectiveWeight, value, contribution: effectiveWeight * value };
    })
    .sort((a, b) => b.contribution - a.contribution);
}
