import { assertThat, requireArray, requireRows } from '@indexlab/core';
import { matrixTimes } from './matrix-times.js';

/** Weights from pairwise comparisons, and how consistent these are. */
export interface AhpWeights {
  readonly weights: readonly number[];
  /** The largest eigenvalue of the comparisons; it equals their number when they are consistent. */
  readonly eigenvalue: number;
  /** `(eigenvalue - n) / (n - 1)`; 0 for a single element. */
  readonly consistencyIndex: number;
  /** The index over that of random comparisons; 0 up to two elements, which cannot be inconsistent. */
  readonly consistencyRatio: number;
  /** Whether the ratio is at most 0.1, Saaty's bound. */
  readonly consistent: boolean;
}

/** Mean consistency index of random comparisons of 1 to 15 elements (Saaty 1980). */
const randomIndices = [0, 0, 0.58, 0.9, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59];

/** How far a product of a printed comparison and its reciprocal, such as 7 and 0.14, may be from one. */
const reciprocalSlack = 0.05;

/**
 * Weights by the analytic hierarchy process: the eigenvector of the largest eigenvalue of the comparisons, which sums to
 * one.
 *
 * Saaty's scale runs from 1, equal, to 9, extremely more important. A reciprocal may be rounded (0.33 for 1/3): of each
 * pair the entry of one or more counts, and the other is its exact reciprocal. Random indices are those of Saaty (1980),
 * known up to 15 elements.
 *
 * @param comparisons `comparisons[a][b]`: how many times as important a is as b
 * @throws IndexlabError when the matrix is not square, has an entry of zero or less or a diagonal other than 1, is not
 *   reciprocal, or has more than 15 elements
 *
 * Reference: Saaty (1980), The Analytic Hierarchy Process; OECD/JRC Handbook (2008), section 6.4.
 *
 * @example
 * const { weights, consistencyRatio } = ahpWeights([[1, 2, 4], [1 / 2, 1, 2], [1 / 4, 1 / 2, 1]]);
 * [weights.map((weight) => weight.toFixed(4)), consistencyRatio.toFixed(4)] // => [['0.5714', '0.2857', '0.1429'], '0.0000']
 */
export function ahpWeights(comparisons: readonly (readonly number[])[]): AhpWeights {
  requireRows(comparisons, 'ahpWeights');
  const matrix = reciprocalMatrix('ahpWeights', comparisons);
  const size = matrix.length;
  assertThat(
    size <= randomIndices.length,
    () => `ahpWeights requires at most ${randomIndices.length} elements, got ${size}`,
    'Group them: Saaty advises at most nine in a comparison.',
  );
  const weights = principalEigenvector(matrix);
  const eigenvalue = matrixTimes(matrix, weights).reduce((sum, value) => sum + value, 0);
  const consistencyIndex = size === 1 ? 0 : Math.max(0, (eigenvalue - size) / (size - 1));
  const consistencyRatio = size <= 2 ? 0 : consistencyIndex / randomIndices[size - 1]!;
  return { weights, eigenvalue, consistencyIndex, consistencyRatio, consistent: consistencyRatio <= 0.1 };
}

/**
 * Weights of a group by the analytic hierarchy process: of each comparison the geometric mean over the members, which
 * alone keeps reciprocals reciprocal (Aczél and Saaty 1983), then as {@link ahpWeights}.
 *
 * @param members one matrix of comparisons per member, all of one size
 * @throws IndexlabError as {@link ahpWeights}, or when sizes differ
 *
 * @example
 * groupAhpWeights([[[1, 8], [1 / 8, 1]], [[1, 1 / 2], [2, 1]]]).weights.map((weight) => weight.toFixed(4)) // => ['0.6667', '0.3333']
 */
export function groupAhpWeights(members: readonly (readonly (readonly number[])[])[]): AhpWeights {
  requireArray(members, 'groupAhpWeights', 'members');
  members.forEach((member) => requireRows(member, 'groupAhpWeights'));
  assertThat(members.length > 0, 'groupAhpWeights requires at least one member, got none');
  const matrices = members.map((member) => reciprocalMatrix('groupAhpWeights', member));
  const size = matrices[0]!.length;
  matrices.forEach((matrix, index) => {
    assertThat(
      matrix.length === size,
      () =>
        `groupAhpWeights requires as many elements from each member, got ${matrix.length} and ${size} (member ${index + 1})`,
    );
  });
  const means = matrices[0]!.map((row, a) =>
    row.map((_, b) => Math.exp(matrices.reduce((sum, matrix) => sum + Math.log(matrix[a]![b]!), 0) / matrices.length)),
  );
  return ahpWeights(means);
}

/** The comparisons, checked, with exact reciprocals. */
function reciprocalMatrix(caller: string, comparisons: readonly (readonly number[])[]): number[][] {
  const size = comparisons.length;
  assertThat(size > 0, () => `${caller} requires at least one element, got none`);
  return comparisons.map((row, a) => {
    assertThat(
      row.length === size,
      () => `${caller} requires a square matrix, got a row of ${row.length} for ${size} elements (row ${a + 1})`,
    );
    return row.map((value, b) => {
      const place = `(row ${a + 1}, column ${b + 1})`;
      const reverse = comparisons[b]![a]!;
      assertThat(
        value > 0 && value < Infinity,
        () => `${caller} requires comparisons above zero, got ${value} ${place}`,
      );
      assertThat(a !== b || value === 1, () => `${caller} requires 1 on the diagonal, got ${value} ${place}`);
      assertThat(
        Math.abs(value * reverse - 1) <= reciprocalSlack,
        () => `${caller} requires reciprocals, got ${value} and ${reverse} ${place}`,
      );
      return value >= reverse ? value : 1 / reverse;
    });
  });
}

/** The positive eigenvector that sums to one, by the power method, which converges on a positive matrix. */
function principalEigenvector(matrix: readonly (readonly number[])[]): number[] {
  let vector = matrix.map(() => 1 / matrix.length);
  let change = Infinity;
  for (;;) {
    const image = matrixTimes(matrix, vector);
    const sum = image.reduce((total, value) => total + value, 0);
    const next = image.map((value) => value / sum);
    const moved = next.reduce((most, value, i) => Math.max(most, Math.abs(value / vector[i]! - 1)), 0);
    vector = next;
    // Rounding alone moves it by some last digits: it has converged when it no longer gets closer.
    if (moved < 1e-14 || (moved < 1e-10 && moved >= change)) return vector;
    change = moved;
  }
}
