import type { BuiltIndex } from './built-index.js';

/** The indicators that a row has no score of. */
export function lackingOf(
  { nodes, stages }: Pick<BuiltIndex, 'nodes'> & { stages: Pick<BuiltIndex['stages'], 'scores'> },
  row: number,
): string[] {
  const parents = new Set(nodes.map(({ parent }) => parent));
  return nodes.filter(({ id }) => !parents.has(id) && Number.isNaN(stages.scores[id]![row])).map(({ id }) => id);
}
