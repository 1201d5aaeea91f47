import { assertThat, listNames } from '@indexlab/core';

/** How units moved between classes. */
export interface TransitionMatrix {
  readonly classes: string[];
  /** Units from a class (row) to a class (column). */
  readonly counts: number[][];
  /** Each row over its sum; `null` for a class that no unit was in before. */
  readonly probabilities: (number[] | null)[];
  /** The shares of classes to which the matrix leads in the long run; `null` where it is not one distribution. */
  readonly longRun: number[] | null;
  /** Shorrocks's mobility, `(classes - trace) / (classes - 1)`: 0 when all stay, 1 when the class before says nothing. */
  readonly mobility: number | null;
  readonly n: number;
  readonly warnings: string[];
}

/**
 * The transition matrix of classes, such as tiers of cities, from one period to the next.
 *
 * @param from the class of each unit before, `null` where missing
 * @param to its class after
 * @param classes all classes in their order; those that occur, sorted, by default
 * @throws IndexlabError when lengths differ, no unit has both classes, or a class is not among `classes`
 *
 * @example
 * transitionMatrix(['a', 'a', 'b', 'b'], ['a', 'b', 'b', 'b']).probabilities // => [[0.5, 0.5], [0, 1]]
 *
 * Reference: `markovchain::markovchainFit` in R; Shorrocks (1978); Quah (1993).
 */
export function transitionMatrix(
  from: ArrayLike<string | number | null>,
  to: ArrayLike<string | number | null>,
  classes?: readonly (string | number)[],
): TransitionMatrix {
  assertThat(from.length === to.length, () => `transitionMatrix requires classes of the same units, got ${from.length} and ${to.length}`);
  const missing = (label: string | number | null): boolean => label === null || Number.isNaN(label);
  const moves = Array.from({ length: from.length }, (_, i) => [from[i]!, to[i]!] as const).filter((move) => !move.some(missing));
  assertThat(moves.length > 0, 'transitionMatrix requires a unit with both classes, got none');
  const occurring = [...new Set(moves.flat())].sort((a, b) => (typeof a === 'number' && typeof b === 'number' ? a - b : String(a) < String(b) ? -1 : 1));
  const names = (classes ?? occurring).map(String);
  const unknown = occurring.map(String).filter((label) => !names.includes(label));
  assertThat(unknown.length === 0, () => `transitionMatrix requires the classes ${names.join(', ')}, got ${listNames(unknown)}`);
  const counts = names.map(() => new Array<number>(names.length).fill(0));
  for (const [before, after] of moves) counts[names.indexOf(String(before))]![names.indexOf(String(after))]! += 1;
  const probabilities = counts.map((row) => {
    const sum = row.reduce((total, count) => total + count, 0);
    return sum === 0 ? null : row.map((count) => count / sum);
  });
  const empty = names.filter((_, i) => probabilities[i] === null);
  const full = empty.length === 0 ? (probabilities as number[][]) : null;
  const longRun = full && isConnected(full) ? longRunShares(full) : null;
  return {
    classes: names,
    counts,
    probabilities,
    longRun,
    mobility: full && names.length > 1 ? (names.length - full.reduce((sum, row, i) => sum + row[i]!, 0)) / (names.length - 1) : null,
    n: moves.length,
    warnings: [
      ...(empty.length > 0 ? [`No unit was in ${listNames(empty)} before: no probabilities, mobility or long run.`] : []),
      ...(full && longRun === null ? ['Not every class leads to every other: the long run is not one distribution.'] : []),
    ],
  };
}

/** Whether every class can be reached from every other. */
function isConnected(probabilities: readonly number[][]): boolean {
  const reached = (step: (from: number, to: number) => boolean): number => {
    const seen = new Set([0]);
    for (const from of seen) probabilities.forEach((_, to) => (step(from, to) ? seen.add(to) : undefined));
    return seen.size;
  };
  const count = probabilities.length;
  return reached((from, to) => probabilities[from]![to]! > 0) === count && reached((from, to) => probabilities[to]![from]! > 0) === count;
}

/** The stationary distribution by the elimination of Grassmann, Taksar and Heyman, which never subtracts. */
function longRunShares(probabilities: readonly number[][]): number[] {
  const matrix = probabilities.map((row) => [...row]);
  for (let last = matrix.length - 1; last > 0; last -= 1) {
    const leaving = matrix[last]!.slice(0, last).reduce((sum, value) => sum + value, 0);
    for (let i = 0; i < last; i += 1) {
      matrix[i]![last]! /= leaving;
      for (let j = 0; j < last; j += 1) matrix[i]![j]! += matrix[i]![last]! * matrix[last]![j]!;
    }
  }
  const shares = [1];
  for (let next = 1; next < matrix.length; next += 1) {
    shares.push(shares.reduce((sum, share, i) => sum + share * matrix[i]![next]!, 0));
  }
  const total = shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share) => share / total);
}
