import { assertThat, requireObject } from '@indexlab/core';
import { partition } from '../stages/rows.js';
import { bindTier, divisions } from '../stages/tier.js';
import type { BuiltIndex } from './built-index.js';
import { tierColumns } from './tier-columns.js';

/**
 * How stable the tiers of an index are: over all units left out one by one, the share of the others that keep their
 * tier. 1 for cut-offs by definition; near 1 where the division does not hang on single units.
 *
 * Each of the divisions is a full search, so k-means on hundreds of units takes a while.
 *
 * @throws IndexlabError when the index has no tiers
 *
 * @example
 * const text = 'id: d\ntitle: D\ntier: { method: jenks, k: 2 }\ntree: { id: t, title: T, children: [{ id: a, title: A }] }';
 * tierStability(buildIndex(readSpecification(text), { place: ['p', 'q', 'r', 's'], a: [1, 2, 8, 9] })) // => 1
 */
export function tierStability(built: BuiltIndex): number {
  requireObject(built, 'tierStability', 'built', ['specification', 'stages', 'unitNames']);
  const written = built.specification.tier;
  assertThat(
    written !== undefined,
    'tierStability requires an index with tiers, got one without',
    'State tier in the specification.',
  );
  const columns = tierColumns(written, built.nodes[0]!.id, built.stages.scores);
  const { run, common } = bindTier(written);
  let same = 0;
  let compared = 0;
  for (const { places, labels } of divisions(columns, run, partition(built.rows, common))) {
    for (let left = 0; left < places.length; left += 1) {
      const others = places.filter((_row, place) => place !== left);
      const again = run(columns.map((column) => Float64Array.from(others, (row) => column[row]!)));
      const before = labels.filter((_label, place) => place !== left);
      same += again.filter((label, place) => label === before[place]).length;
      compared += again.length;
    }
  }
  return same / compared;
}
