import { sizesOf, sumOf } from '../inequality/sizes.js';
import { gini } from '../inequality/gini.js';

/** How evenly an amount is spread over fields, by several measures; all but the last are 1 for equal fields. */
export interface Evenness {
  /** Shannon entropy over its maximum, `-sum(p ln p) / ln n`. */
  readonly pielou: number;
  /** The inverse Simpson index over the number of fields, `1 / (n sum(p^2))`. */
  readonly simpson: number;
  /** One less the Gini coefficient. */
  readonly gini: number;
  /** The smallest over the largest. */
  readonly smallestOverLargest: number;
  /** Standard deviation (n) over the mean; 0 for equal fields. */
  readonly coefficientOfVariation: number;
}

/**
 * Evenness over fields, where dispersion itself is an indicator ("balance" of eight fields of services, say). A report that does not say
 * which measure it took leaves these candidates; they agree on equal fields and on little else. Missing values (`NaN`) are left out.
 *
 * @param values one amount per field, zero or more
 * @throws IndexlabError when no value is left, one is negative, or all are zero
 *
 * @example
 * const { simpson, smallestOverLargest } = evenness([1, 1, 2]);
 * [simpson.toFixed(4), smallestOverLargest] // => ['0.8889', 0.5]
 *
 * @see Pielou (1966); R `vegan::diversity(x) / log(vegan::specnumber(x))`
 */
export function evenness(values: ArrayLike<number>): Evenness {
  const sizes = sizesOf(values, 'evenness');
  const n = sizes.length;
  const total = sumOf(sizes);
  const shares = sizes.map((value) => value / total);
  const squares = sumOf(shares.map((share) => share ** 2));
  const entropy = -sumOf(shares.map((share) => (share === 0 ? 0 : share * Math.log(share))));
  return {
    pielou: n === 1 ? 1 : entropy / Math.log(n),
    simpson: 1 / (n * squares),
    gini: 1 - gini(sizes),
    smallestOverLargest: Math.min(...sizes) / Math.max(...sizes),
    coefficientOfVariation: Math.sqrt(Math.max(0, n * squares - 1)),
  };
}
