import { requireArray, requireObject } from '@indexlab/core';
import { ranks } from '@indexlab/stats/descriptive';
import type { BuiltIndex } from '../build/built-index.js';

/**
 * Competition ranks of the scores of any node, 1 the best, within the peers of the specification's `rank`.
 *
 * @example
 * const specification = readSpecification('id: d\ntitle: D\ntree: { id: t, title: T, children: [{ id: a, title: A }] }');
 * const built = buildIndex(specification, { place: ['x', 'y'], a: [1, 3] });
 * peerRanks(built, built.stages.scores.a) // => new Float64Array([2, 1])
 */
export function peerRanks(built: BuiltIndex, scores: Float64Array): Float64Array {
  requireObject(built, 'peerRanks', 'built', ['specification', 'rows', 'unitNames']);
  requireArray(scores, 'peerRanks', 'scores');
  const { specification, rows, unitNames } = built;
  const peers = specification.rank?.peers;
  const groups = peers === undefined ? unitNames.map(() => '') : rows.texts(peers);
  const result = new Float64Array(scores.length);
  for (const group of new Set(groups)) {
    const set = [...scores.keys()].filter((row) => groups[row] === group);
    const own = ranks(
      Float64Array.from(set, (row) => -scores[row]!),
      { ties: 'min' },
    );
    set.forEach((row, index) => (result[row] = own[index]!));
  }
  return result;
}
