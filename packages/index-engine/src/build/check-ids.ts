import { assertThat, listNames } from '@indexlab/core';
import type { TreeNode } from '../specification/index-tree.js';

/** The columns of a result beside those of the nodes. */
export const resultColumns = ['unit', 'year', 'rank', 'tier'];

/** Ids that no node may have: those columns, and the one name that no record can hold. */
export const reservedIds: readonly string[] = [...resultColumns, '__proto__'];

/**
 * Refuses ids that would stand for two things: of another node, of a column of the result, of the columns that name
 * units and years, and the one name that no record can hold.
 *
 * @param namingColumns the columns of the data that name units and years
 */
export function checkIds(tree: readonly TreeNode[], namingColumns: readonly string[]): void {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const { id } of tree) (seen.has(id) ? repeated : seen).add(id);
  assertThat(
    repeated.size === 0,
    () => `buildIndex requires distinct node ids, got ${listNames(repeated)} more than once`,
  );
  const taken = [...reservedIds, ...namingColumns].filter((name) => seen.has(name));
  assertThat(
    taken.length === 0,
    () =>
      `buildIndex requires node ids other than the columns beside the scores (${listNames(new Set([...reservedIds, ...namingColumns]))}), got ${listNames(new Set(taken))}`,
    'Give the node another id, and say where its values are: column: <name>.',
  );
}
