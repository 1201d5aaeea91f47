import { assertThat, randomSource, requireObject, requireOptions } from '@indexlab/core';
import { momentTest } from './moment-test.js';
import { permutationPValue } from './permutation-p-value.js';
import { type PermutationOptions, readPermutations, shuffle, spatialDeviations, spatialLag } from './spatial-values.js';
import type { SpatialWeights } from './spatial-weights.js';

/** How {@link localMoran} goes about it. */
export interface LocalMoranOptions extends PermutationOptions {
  /** What is taken as random: all `other` values with the unit's own fixed (the default), or `all` values. */
  readonly randomise?: 'others' | 'all';
}

/** A unit's local Moran's I. */
export interface LocalMoranRow {
  readonly unit: string;
  readonly estimate: number;
  readonly expected: number;
  readonly standardError: number;
  readonly statistic: number;
  /** Two-sided, normal. */
  readonly pValue: number;
  /** Two-sided, of the other values in random order; `null` without permutations. */
  readonly permutationPValue: number | null;
  /** The unit against the mean, then its neighbours' mean against it: `high-low` is a high unit among low ones. */
  readonly quadrant: 'high-high' | 'high-low' | 'low-high' | 'low-low';
}

/**
 * Local Moran's I of each unit: how much it and its neighbours are alike, and on which side of the mean.
 *
 * `I[i] = z[i] (sum over j of w[i,j] z[j]) / m` with z the values less their mean and `m = sum of z^2 / n`; with standardised rows the mean
 * of all I[i] is the global I. Expectation and variance are those over all orders of the other values with the unit's own fixed (Sokal,
 * Oden and Thomson 1998), or of all values (Anselin 1995). Permutations are of the other values; draw d takes the random source (seed, d).
 * A value or mean of neighbours at the mean counts as high. A unit whose I is the same in every
 * order has statistic 0 and p-value 1. One test for each unit are many: see {@link adjustPValues}.
 *
 * @param values one for each unit of the weights, in their order, none missing
 * @throws IndexlabError as `moran`
 *
 * @example
 * const line = neighbourWeights(['a', 'b', 'c', 'd'], [['a', 'b'], ['b', 'c'], ['c', 'd']]);
 * localMoran([1, 2, 3, 4], line).map(({ estimate, quadrant }) => `${estimate.toFixed(1)} ${quadrant}`)
 * // => ['0.6 low-low', '0.2 low-low', '0.2 high-high', '0.6 high-high']
 *
 * @see R `spdep::localmoran(x, listw, conditional, alternative = "two.sided")`, `spdep::localmoran_perm`
 */
export function localMoran(
  values: ArrayLike<number>,
  weights: SpatialWeights,
  options: LocalMoranOptions = {},
): LocalMoranRow[] {
  requireObject(weights, 'localMoran', 'weights', ['units']);
  requireOptions(options, 'localMoran', { randomise: ['all', 'others'], permutations: 'a number', seed: 'a number' });
  const { randomise = 'others' } = options;
  assertThat(
    randomise === 'others' || randomise === 'all',
    () => `localMoran requires to randomise others or all, got ${JSON.stringify(randomise)}`,
  );
  const { draws, seed } = readPermutations(options, 'localMoran');
  const z = spatialDeviations(values, weights, 'localMoran');
  const n = z.length;
  const m = z.reduce((sum, value) => sum + value * value, 0) / n;
  const kurtosis = z.reduce((sum, value) => sum + value ** 4, 0) / n / m ** 2;
  const drawn = drawLags(z, weights, draws, seed);
  return weights.units.map((unit, i) => {
    const lag = spatialLag(z, weights, i);
    const own = z[i]!;
    const shares = weights.weights[i]!;
    const sum = shares.reduce((total, weight) => total + weight, 0);
    const squares = shares.reduce((total, weight) => total + weight * weight, 0);
    const estimate = (own * lag) / m;
    const expected = randomise === 'others' ? (-own * own * sum) / ((n - 1) * m) : -sum / (n - 1);
    const variance =
      randomise === 'others'
        ? (own / m) ** 2 * (n / (n - 2)) * (squares - sum ** 2 / (n - 1)) * (m - own ** 2 / (n - 1))
        : ((n - kurtosis) * squares) / (n - 1) +
          ((2 * kurtosis - n) * (sum ** 2 - squares)) / ((n - 1) * (n - 2)) -
          expected ** 2;
    const scale = randomise === 'others' ? (own ** 2 / m) * squares : squares;
    const { standardError, statistic, pValue } = momentTest(estimate, expected, variance, scale, 'two-sided');
    return {
      unit,
      estimate,
      expected,
      standardError,
      statistic,
      pValue,
      permutationPValue:
        draws === 0
          ? null
          : permutationPValue(
              estimate,
              drawn[i]!.map((value) => (own * value) / m),
              'two-sided',
            ),
      quadrant: `${own >= 0 ? 'high' : 'low'}-${lag >= 0 ? 'high' : 'low'}`,
    };
  });
}

/** For each unit the means of its neighbours, each draw with other values at random in their places. */
function drawLags(
  z: Float64Array,
  { neighbours, weights }: SpatialWeights,
  draws: number,
  seed: number,
): Float64Array[] {
  const lags = neighbours.map(() => new Float64Array(draws));
  const places = Math.max(...neighbours.map((own) => own.length));
  for (let draw = 0; draw < draws; draw += 1) {
    const others = Int32Array.from({ length: z.length - 1 }, (_, other) => other);
    shuffle(others, randomSource(seed, draw), places);
    weights.forEach((shares, i) => {
      let sum = 0;
      // Others are counted past the unit itself.
      for (let k = 0; k < shares.length; k += 1) sum += shares[k]! * z[others[k]! < i ? others[k]! : others[k]! + 1]!;
      lags[i]![draw] = sum;
    });
  }
  return lags;
}
