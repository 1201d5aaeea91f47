import { randomSource, requireObject, requireOptions } from '@indexlab/core';
import { type Alternative, requireAlternative } from '../hypothesis-tests/test-row.js';
import { momentTest, type MoranTest } from './moment-test.js';
import { permutationPValue } from './permutation-p-value.js';
import { type PermutationOptions, readPermutations, shuffle, spatialDeviations, spatialLag } from './spatial-values.js';
import type { SpatialWeights } from './spatial-weights.js';

/** How {@link moran} goes about it. */
export interface MoranOptions extends PermutationOptions {
  /** `two-sided` by default; `greater`: neighbours are alike. */
  readonly alternative?: Alternative;
}

/** Moran's I and its tests. */
export interface Moran {
  readonly estimate: number;
  /** Without spatial correlation: `-1 / (n - 1)`. */
  readonly expected: number;
  readonly n: number;
  /** Values drawn from a normal distribution. */
  readonly normality: MoranTest;
  /** The values at hand in any order over units. */
  readonly randomisation: MoranTest;
  /** Orders drawn at random; `null` without permutations. */
  readonly permutation: { readonly draws: number; readonly seed: number; readonly pValue: number } | null;
}

/**
 * Moran's I: whether neighbours have similar values.
 *
 * `I = (n / S0) sum over i and j of w[i,j] z[i] z[j] / sum of z[i]^2` with z the values less their mean and S0 the sum of all weights, which is n
 * where rows are standardised. Variances under normality and randomisation are those of Cliff and Ord, p-values normal. A
 * permutation's p-value is `(1 + draws at least as extreme) / (1 + draws)`, two-sided twice the smaller tail; draw d takes the random source
 * (seed, d), so the result does not depend on how draws are split. Where I is the same in every order (all neighbour all), statistics are
 * 0 and p-values 1.
 *
 * @param values one for each unit of the weights, in their order, none missing
 * @throws IndexlabError when a value is missing, values do not vary, there are fewer than four units, or permutations come without a seed
 *
 * @example
 * const line = neighbourWeights(['a', 'b', 'c', 'd'], [['a', 'b'], ['b', 'c'], ['c', 'd']]);
 * moran([1, 2, 3, 4], line).estimate.toFixed(12) // => '0.400000000000'
 *
 * @see Cliff and Ord (1981); R `spdep::moran.test(x, listw, randomisation)`, `spdep::moran.mc`
 */
export function moran(values: ArrayLike<number>, weights: SpatialWeights, options: MoranOptions = {}): Moran {
  requireObject(weights, 'moran', 'weights', ['units']);
  requireOptions(options, 'moran', {
    alternative: ['two-sided', 'greater', 'less'],
    permutations: 'a number',
    seed: 'a number',
  });
  const { alternative = 'two-sided' } = options;
  requireAlternative(alternative, 'moran');
  const { draws, seed } = readPermutations(options, 'moran');
  const z = spatialDeviations(values, weights, 'moran');
  const n = z.length;
  const squares = z.reduce((sum, value) => sum + value * value, 0);
  const { s0, s1, s2 } = weightSums(weights);
  const statisticOf = (deviations: Float64Array): number => {
    let sum = 0;
    for (let unit = 0; unit < n; unit += 1) sum += deviations[unit]! * spatialLag(deviations, weights, unit);
    return (n * sum) / (s0 * squares);
  };
  const estimate = statisticOf(z);
  const expected = -1 / (n - 1);
  const testOf = (second: number): MoranTest =>
    momentTest(estimate, expected, second - expected * expected, second, alternative);
  const kurtosis = (n * z.reduce((sum, value) => sum + value ** 4, 0)) / squares ** 2;
  const normal = (n * n * s1 - n * s2 + 3 * s0 * s0) / (s0 * s0 * (n * n - 1));
  const random =
    (n * ((n * n - 3 * n + 3) * s1 - n * s2 + 3 * s0 * s0) - kurtosis * ((n * n - n) * s1 - 2 * n * s2 + 6 * s0 * s0)) /
    ((n - 1) * (n - 2) * (n - 3) * s0 * s0);
  return {
    estimate,
    expected,
    n,
    normality: testOf(normal),
    randomisation: testOf(random),
    permutation: draws === 0 ? null : permute(),
  };

  function permute(): Moran['permutation'] {
    const drawn = Float64Array.from({ length: draws }, (_, draw) => {
      const order = z.slice();
      shuffle(order, randomSource(seed, draw));
      return statisticOf(order);
    });
    return { draws, seed, pValue: permutationPValue(estimate, drawn, alternative) };
  }
}

/** Cliff and Ord's sums: of all weights, of half the squares of both directions added, of the squares of row and column sums added. */
function weightSums({ neighbours, weights }: SpatialWeights): { s0: number; s1: number; s2: number } {
  const n = neighbours.length;
  const margins = new Float64Array(n);
  const byPair = new Map<number, number>();
  let s0 = 0;
  neighbours.forEach((own, i) =>
    own.forEach((j, k) => {
      const weight = weights[i]![k]!;
      s0 += weight;
      margins[i]! += weight;
      margins[j]! += weight;
      const pair = i < j ? i * n + j : j * n + i;
      byPair.set(pair, (byPair.get(pair) ?? 0) + weight);
    }),
  );
  let s1 = 0;
  for (const both of byPair.values()) s1 += both * both;
  return { s0, s1, s2: margins.reduce((sum, margin) => sum + margin * margin, 0) };
}
