import { assertThat, requireRows } from '@indexlab/core';
import { allValues } from '../descriptive/values.js';

/**
 * The share of units in each class to which a Markov chain with these transition probabilities settles, and in which it stays:
 * the one `d` with `d P = d` and sum 1. Classes that are left for good have share zero.
 *
 * By the elimination of Grassmann, Taksar and Heyman, which subtracts nothing: small shares keep their digits.
 *
 * @param probabilities a row for each class, each with sum 1 (to 1e-9)
 * @throws IndexlabError when this is no matrix of probabilities, or classes fall into groups without a way between them: the
 *   outcome then depends on the start
 *
 * @example
 * ergodicDistribution([[0.5, 0.5], [0.25, 0.75]]).map((share) => Number(share.toFixed(12))) // => new Float64Array([0.333333333333, 0.666666666667])
 *
 * @see Grassmann, Taksar and Heyman (1985); R `markovchain::steadyStates`, Python `giddy.ergodic.steady_state`
 */
export function ergodicDistribution(probabilities: readonly ArrayLike<number>[]): Float64Array {
  requireTransitions(probabilities, 'ergodicDistribution');
  const groups = closedGroups(probabilities);
  assertThat(
    groups.length === 1,
    () =>
      `ergodicDistribution requires classes of which one group is never left, got ${groups.length}: ${groups.map((group) => group.join(' ')).join('; ')}`,
    'Take each group of classes, counted from 0, as a chain of its own, or merge classes.',
  );
  const members = groups[0]!;
  const p = members.map((i) => Float64Array.from(members, (j) => probabilities[i]![j]!));
  const leaving = new Float64Array(p.length);
  for (let last = p.length - 1; last > 0; last -= 1) {
    for (let j = 0; j < last; j += 1) leaving[last]! += p[last]![j]!;
    // The chain watched only while it is in earlier classes.
    for (let i = 0; i < last; i += 1) {
      for (let j = 0; j < last; j += 1) p[i]![j]! += (p[i]![last]! * p[last]![j]!) / leaving[last]!;
    }
  }
  const shares = new Float64Array(p.length);
  shares[0] = 1;
  for (let j = 1; j < p.length; j += 1) {
    for (let i = 0; i < j; i += 1) shares[j]! += (shares[i]! * p[i]![j]!) / leaving[j]!;
  }
  const sum = shares.reduce((total, share) => total + share, 0);
  const result = new Float64Array(probabilities.length);
  members.forEach((state, i) => (result[state] = shares[i]! / sum));
  return result;
}

/** Checks that a matrix is square and its rows are probabilities. */
export function requireTransitions(probabilities: readonly ArrayLike<number>[], caller: string): void {
  requireRows(probabilities, caller);
  const size = probabilities.length;
  assertThat(size >= 2, () => `${caller} requires at least two classes, got ${size}`);
  probabilities.forEach((row, i) => {
    const values = allValues(row, caller, `class ${i}`);
    const sum = values.reduce((total, value) => total + value, 0);
    assertThat(
      values.length === size,
      () => `${caller} requires a square matrix, got ${values.length} values for ${size} classes (class ${i})`,
    );
    assertThat(
      values.every((value) => value >= 0) && Math.abs(sum - 1) <= 1e-9,
      () => `${caller} requires rows of probabilities with sum 1, got ${values.join(', ')} (class ${i})`,
      'Leave out a class without moves; divide rows printed with few digits by their sums.',
    );
  });
}

/** The groups of classes that reach each other and nothing else. */
function closedGroups(probabilities: readonly ArrayLike<number>[]): number[][] {
  const states = [...probabilities.keys()];
  const reaches = states.map((i) => states.map((j) => i === j || probabilities[i]![j]! > 0));
  for (const via of states)
    for (const i of states) if (reaches[i]![via]) for (const j of states) reaches[i]![j] ||= reaches[via]![j]!;
  const closed = states.filter((i) => states.every((j) => !reaches[i]![j] || reaches[j]![i]));
  return closed
    .filter((i) => closed.every((j) => !reaches[i]![j] || i <= j))
    .map((i) => closed.filter((j) => reaches[i]![j]));
}
