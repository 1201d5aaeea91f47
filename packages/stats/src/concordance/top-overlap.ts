import { assertThat } from '@indexlab/core';
import { type RankedList, requireList } from './ranked-list.js';

/** What the tops of two lists have in common. */
export interface TopOverlap {
  readonly k: number;
  /** How many items are among the first k of both. */
  readonly common: number;
  /** `common / k`. */
  readonly share: number;
  /** Jaccard's index: common items over those in either top, `common / (2 k - common)`. */
  readonly jaccard: number;
  /** Items in the top of the first list only, in its order, and of the second. */
  readonly onlyA: RankedList;
  readonly onlyB: RankedList;
}

/**
 * How many of the first k items of two lists are the same, their order left aside.
 *
 * @param a names of items, the first the best
 * @throws IndexlabError when a list has an item twice or fewer than k items
 *
 * @example
 * topOverlap(['Beijing', 'Shanghai', 'Shenzhen'], ['Shanghai', 'Beijing', 'Hangzhou'], 3)
 * // => { k: 3, common: 2, share: 2 / 3, jaccard: 2 / 4, onlyA: ['Shenzhen'], onlyB: ['Hangzhou'] }
 *
 * @see Fagin, Kumar and Sivakumar (2003), Comparing top k lists; R `length(intersect(head(a, k), head(b, k)))`
 */
export function topOverlap(a: RankedList, b: RankedList, k: number): TopOverlap {
  assertThat(Number.isInteger(k) && k >= 1, () => `topOverlap requires a whole k of at least 1, got ${k}`);
  for (const [name, list] of [
    ['a', a],
    ['b', b],
  ] as const) {
    requireList(list, name, 'topOverlap');
    assertThat(
      list.length >= k,
      () => `topOverlap requires lists of at least k items, got ${list.length} for k = ${k} (${name})`,
    );
  }
  const [topA, topB] = [a.slice(0, k), b.slice(0, k)];
  const [inA, inB] = [new Set(topA), new Set(topB)];
  const onlyA = topA.filter((item) => !inB.has(item));
  const onlyB = topB.filter((item) => !inA.has(item));
  const common = k - onlyA.length;
  return { k, common, share: common / k, jaccard: common / (2 * k - common), onlyA, onlyB };
}
