import { assertThat } from '@indexlab/core';
import { allValues } from '../descriptive/values.js';
import { determinantOf } from '../linear-algebra/determinant.js';
import { generalEigenvalues } from '../linear-algebra/general-eigenvalues.js';
import { halfLife } from './half-life.js';
import { ergodicDistribution, requireTransitions } from './ergodic-distribution.js';

/** How mobile a Markov chain is: each index is 0 where nobody ever leaves a class. */
export interface MobilityIndices {
  /** Shorrocks (Prais): `(k - trace) / (k - 1)`. */
  readonly shorrocks: number;
  /** `1 - |determinant|`. */
  readonly determinant: number;
  /** `1 - |second largest eigenvalue|`. */
  readonly eigenvalue: number;
  /** The share of units that leave their class in a step, times `k / (k - 1)`. */
  readonly leaving: number;
  /** Bartholomew: the mean number of classes moved in a step, over `k - 1`. */
  readonly bartholomew: number;
  /** Steps in which half the distance to the ergodic distribution is gone: `log(2) / -log(|second largest eigenvalue|)`. */
  readonly halfLife: number;
}

/**
 * Indices of mobility of k classes in ascending order, from their transition probabilities.
 *
 * @param probabilities a row for each class, each with sum 1 (to 1e-9)
 * @param distribution the shares of units in classes for `leaving` and `bartholomew`; the ergodic ones by default
 * @throws IndexlabError when this is no matrix of probabilities, or it has no one ergodic distribution and none is given
 *
 * @example
 * mobilityIndices([[0.5, 0.5], [0.25, 0.75]]).shorrocks // => (2 - 1.25) / (2 - 1)
 *
 * @see Shorrocks (1978); Formby, Smith and Zheng (2004); Python `giddy.mobility.markov_mobility`, measures P, D, L2, B1, B2
 */
export function mobilityIndices(
  probabilities: readonly ArrayLike<number>[],
  distribution: ArrayLike<number> = ergodicDistribution(probabilities),
): MobilityIndices {
  requireTransitions(probabilities, 'mobilityIndices');
  const k = probabilities.length;
  const shares = allValues(distribution, 'mobilityIndices', 'distribution');
  assertThat(
    shares.length === k &&
      shares.every((share) => share >= 0) &&
      Math.abs(shares.reduce((sum, share) => sum + share, 0) - 1) <= 1e-9,
    () => `mobilityIndices requires ${k} shares with sum 1, got ${shares.join(', ')}`,
  );
  const rows = probabilities.map((row) => Array.from(row));
  const second = generalEigenvalues(rows)
    .map(({ real, imaginary }) => Math.hypot(real, imaginary))
    .sort((a, b) => b - a)[1]!;
  const mean = (of: (row: readonly number[], i: number) => number): number =>
    rows.reduce((sum, row, i) => sum + shares[i]! * of(row, i), 0);
  return {
    shorrocks: rows.reduce((sum, row, i) => sum + 1 - row[i]!, 0) / (k - 1),
    determinant: 1 - Math.abs(determinantOf(rows)),
    eigenvalue: 1 - second,
    leaving: (k * mean((row, i) => 1 - row[i]!)) / (k - 1),
    bartholomew: mean((row, i) => row.reduce((sum, p, j) => sum + p * Math.abs(i - j), 0)) / (k - 1),
    halfLife: halfLife(-Math.log(second)),
  };
}
