import { ranksOf } from '../descriptive/ranks.js';
import { completeRows } from '../descriptive/values.js';

/** How far two rankings are apart. */
export interface Footrule {
  /** The sum of the distances between an item's two ranks. */
  readonly distance: number;
  /** The distance of a ranking without ties from its reverse, which no two rankings exceed. */
  readonly maximum: number;
  /** Distance over maximum: 0 for the same ranking, 1 for rankings as far apart as can be. */
  readonly normalised: number;
  /** Items that both rank. */
  readonly n: number;
}

/**
 * Spearman's footrule: the sum over items of `|rank of x - rank of y|`, ties ranked by their average place.
 *
 * Its maximum is `floor(n^2 / 2)`, its mean for rankings drawn at random `(n^2 - 1) / 3`. Items missing in one (`NaN`) are left out.
 *
 * @param x ranks or scores of the items
 * @param y the same in the same order and direction
 * @throws IndexlabError when lengths differ or fewer than two items are in both
 *
 * @example
 * footrule([1, 2, 3, 4], [2, 1, 3, 4]) // => { distance: 2, maximum: 8, normalised: 2 / 8, n: 4 }
 *
 * @see Diaconis and Graham (1977), Spearman's footrule as a measure of disarray; for ties Fagin et al. (2006);
 *   R `sum(abs(rank(x) - rank(y)))`
 */
export function footrule(x: ArrayLike<number>, y: ArrayLike<number>): Footrule {
  const [a, b] = completeRows([x, y], 'footrule', 2, ['x', 'y']).map((values) => ranksOf(values, 'average')) as [
    Float64Array,
    Float64Array,
  ];
  const n = a.length;
  const distance = a.reduce((sum, rank, item) => sum + Math.abs(rank - b[item]!), 0);
  const maximum = Math.floor((n * n) / 2);
  return { distance, maximum, normalised: distance / maximum, n };
}
