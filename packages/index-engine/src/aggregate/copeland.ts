import { requireOptions } from '@indexlab/core';
import { aggregateOptionKinds, type AggregateOptions } from './aggregate-rows.js';
import { majorities } from './majorities.js';

/**
 * The Copeland score: against how many units a unit wins less against how many it loses, where a pair is won by the
 * unit that is better in columns of more weight. A column in which two units are level, or one lacks a value, takes
 * no side between them.
 *
 * Margins are exact: 0.1 + 0.2 ties with 0.3, and so do 1 / 6 + 1 / 3 and 1 / 2.
 *
 * @param columns one column per child, one value per unit, the larger the better; `NaN` is missing
 * @param weights one weight per column, on any scale; a column of weight zero counts for nothing
 * @param options `missing`: see {@link MissingRule}; `node` for messages
 * @returns one score per unit, a whole number from `1 - n` to `n - 1` for the n units with a score
 * @throws IndexlabError for more than 10,000 units, and as {@link arithmeticMean}
 *
 * Reference: OECD/JRC Handbook (2008), section 6.6; `COINr::a_copeland`.
 *
 * @example
 * copeland([new Float64Array([1, 2, 3]), new Float64Array([3, 2, 1]), new Float64Array([1, 3, 2])], [1, 1, 1])
 * // => new Float64Array([-2, 2, 0])
 */
export function copeland(
  columns: readonly Float64Array[],
  weights: readonly number[],
  options: AggregateOptions = {},
): Float64Array {
  requireOptions(options, 'copeland', aggregateOptionKinds);
  const pairs = majorities('copeland', columns, weights, options);
  const scores = new Float64Array(pairs.units.length);
  for (let a = 0; a < scores.length; a += 1) {
    for (let b = 0; b < a; b += 1) {
      const winner = pairs.winner(a, b);
      scores[a]! += winner;
      scores[b]! -= winner;
    }
  }
  return pairs.spread(scores);
}
