import type { ComputedText } from '../ledger/statement.js';

/**
 * Whether two lists hold the same members, in any order; the answer names the differences.
 *
 * @example
 * sameMembers(['a', 'b'], ['b', 'a']).holds // => 'always'
 * @example
 * sameMembers(['a', 'c'], ['a', 'b']).text // => 'a, c; claimed and not found: b; found and not claimed: c'
 */
export function sameMembers(found: readonly string[], claimed: readonly string[]): ComputedText {
  const absent = claimed.filter((name) => !found.includes(name));
  const extra = found.filter((name) => !claimed.includes(name));
  const differences = [
    ...(absent.length > 0 ? [`claimed and not found: ${absent.join(', ')}`] : []),
    ...(extra.length > 0 ? [`found and not claimed: ${extra.join(', ')}`] : []),
  ];
  return { holds: differences.length === 0 ? 'always' : 'never', text: [found.join(', '), ...differences].join('; ') };
}

/**
 * Whether two lists are the same, in the same order; the answer names the first difference.
 *
 * @example
 * sameOrder(['a', 'b'], ['b', 'a']).text // => 'a, b; place 1 is a, claimed b'
 */
export function sameOrder(found: readonly string[], claimed: readonly string[]): ComputedText {
  const length = Math.max(found.length, claimed.length);
  const place = Array.from({ length }, (_, index) => index).find((index) => found[index] !== claimed[index]);
  if (place === undefined) return { holds: 'always', text: found.join(', ') };
  const difference = `place ${place + 1} is ${found[place] ?? 'empty'}, claimed ${claimed[place] ?? 'nothing'}`;
  return { holds: 'never', text: `${found.join(', ')}; ${difference}` };
}

/**
 * A claim that the exact published values decide: ranks, memberships, counts.
 *
 * @example
 * decided(3 < 5, 'rank 3').holds // => 'always'
 */
export function decided(holds: boolean, text: string): ComputedText {
  return { holds: holds ? 'always' : 'never', text };
}
