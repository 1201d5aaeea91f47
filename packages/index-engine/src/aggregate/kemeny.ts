import { assertThat, Exact, requireOptions } from '@indexlab/core';
import { aggregateOptionKinds, type AggregateOptions } from './aggregate-rows.js';
import { copeland } from './copeland.js';
import { type Majorities, majorities } from './majorities.js';
import { meanPlaces } from './mean-places.js';
import type { Cost } from './whole-weights.js';

/** 18 factorial is the last that a double counts exactly. */
const mostEntangled = 18;

/**
 * The Kemeny order, exactly: the order of the units that contradicts the columns least, where each pair of units costs
 * the weight of the columns that see it the other way round. Its score for a unit is the number of units below it.
 *
 * Where several orders are equally good the score is its mean over all of them, so units that nothing tells apart
 * share a score. A column in which two units are level, or one lacks a value, takes no side between them. Margins are
 * exact, as those of {@link copeland}.
 *
 * Units that win against every other unit of the rest are above the rest in every such order (the extended Condorcet
 * criterion), so only groups within which majorities run in circles or tie have to be searched, over all subsets. A
 * group can have up to 18 units; the number of units in all is bounded by 10,000.
 *
 * @param columns one column per child, one value per unit, the larger the better; `NaN` is missing
 * @param weights one weight per column, on any scale; a column of weight zero counts for nothing
 * @param options `missing`: see {@link MissingRule}; `node` for messages
 * @returns one score per unit, from 0 to n - 1 for the n units with a score
 * @throws IndexlabError when more than 18 units are entangled, and as {@link copeland}
 *
 * Reference: Kemeny (1959), Daedalus 88; Young and Levenglick (1978); Truchon (1998) for the criterion. It is the
 * Condorcet-Kemeny-Young-Levenglick method of the OECD/JRC Handbook (2008), section 6.6.
 *
 * @example
 * kemeny([new Float64Array([1, 2, 3]), new Float64Array([3, 2, 1]), new Float64Array([1, 3, 2])], [1, 1, 1])
 * // => new Float64Array([0, 2, 1])
 */
export function kemeny(
  columns: readonly Float64Array[],
  weights: readonly number[],
  options: AggregateOptions = {},
): Float64Array {
  requireOptions(options, 'kemeny', aggregateOptionKinds);
  const pairs = majorities('kemeny', columns, weights, options);
  const wins = copeland(columns, weights, options);
  const scores = new Float64Array(pairs.units.length);
  let above = 0;
  for (const group of separated(pairs, wins)) {
    assertThat(
      group.length <= mostEntangled,
      () => `kemeny requires at most ${mostEntangled} units without a clear majority among them, got ${group.length}`,
      'The search doubles with every unit; use copeland or borda, which need none.',
    );
    const places = meanPlaces(group.map((a) => group.map((b) => atLeastZero(pairs.margin(b, a)))));
    group.forEach((unit, index) => {
      scores[unit] = Exact.ratio(BigInt(scores.length - 1 - above))
        .minus(places[index]!)
        .toNumber();
    });
    above += group.length;
  }
  return pairs.spread(scores);
}

function atLeastZero(margin: Cost): Cost {
  return margin > 0 ? margin : typeof margin === 'bigint' ? 0n : 0;
}

/**
 * The units in groups, each of which wins every pair against all later ones: where the Copeland scores of the first k
 * of n units sum to k (n - k), each of them has won all its pairs with the rest.
 */
function separated(pairs: Majorities, wins: Float64Array): number[][] {
  const score = (unit: number): number => wins[pairs.units[unit]!]!;
  const order = Array.from(pairs.units.keys()).sort((a, b) => score(b) - score(a));
  const groups: number[][] = [];
  let [start, sum] = [0, 0];
  order.forEach((unit, index) => {
    sum += score(unit);
    const size = index + 1;
    if (sum === size * (order.length - size)) {
      groups.push(order.slice(start, size));
      start = size;
    }
  });
  return groups;
}
