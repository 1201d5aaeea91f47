import { type Constraint, type Region, wholeConstraint } from './constraint.js';

/** As many tight constraints as variables, and the inverse of their coefficients as whole numbers over a determinant. */
export interface Basis {
  readonly tight: readonly Constraint[];
  readonly inverse: readonly (readonly bigint[])[];
  readonly determinant: bigint;
  readonly box: Box;
}

/** The bounds of the variables: those that hold, and those so far out that only an unbounded region reaches them. */
export interface Box {
  readonly real: readonly Constraint[];
  readonly artificial: readonly Constraint[];
  /** Per variable whether the search starts at the upper bound (1) or the lower (-1). */
  readonly signs: readonly bigint[];
  /** The size of numbers in constraints for which no vertex lies beyond the artificial bounds. */
  readonly bits: number;
}

/** A vertex where the objective cannot be better: each variable at its upper bound where that pays, else at its lower. */
export function startingBasis({ variables, free, constraints }: Region, goal: readonly bigint[]): Basis {
  // Twice the size of the numbers here, so that constraints added later may have more digits.
  const bits = 64 + 2 * constraints.reduce((most, constraint) => Math.max(most, constraint.bits), 1);
  const huge = beyondEveryVertex(variables, bits);
  const signs = goal.map((value) => (value > 0n ? 1n : -1n));
  const lower = goal.map((_, variable) =>
    wholeConstraint(unitVector(variables, variable, -1n), free.includes(variable) ? huge : 0n),
  );
  const upper = goal.map((_, variable) => wholeConstraint(unitVector(variables, variable, 1n), huge));
  return {
    tight: signs.map((sign, variable) => (sign > 0n ? upper : lower)[variable]!),
    inverse: signs.map((sign, variable) => unitVector(variables, variable, sign)),
    determinant: 1n,
    box: {
      real: lower.filter((_, variable) => !free.includes(variable)),
      artificial: [...lower.filter((_, variable) => free.includes(variable)), ...upper],
      signs,
      bits,
    },
  };
}

/** Larger than every determinant that numbers of that size can form, so a bound this far cuts off no vertex. */
function beyondEveryVertex(variables: number, bits: number): bigint {
  return 1n << BigInt((variables + 1) * (bits + Math.ceil(Math.log2(variables + 2))));
}

/**
 * Which tight constraint leaves: the one whose multiplier is first to reach zero. Ties are broken as if the
 * objective were a little larger in each variable's sign, in the first variable by far the most.
 */
export function ratioTest(
  direction: readonly bigint[],
  multipliers: readonly bigint[],
  inverse: readonly (readonly bigint[])[],
  signs: readonly bigint[],
): number | undefined {
  const comesBefore = (index: number, best: number): boolean => {
    const difference = multipliers[index]! * direction[best]! - multipliers[best]! * direction[index]!;
    if (difference !== 0n) return difference < 0n;
    for (const [variable, row] of inverse.entries()) {
      const tie = signs[variable]! * (row[index]! * direction[best]! - row[best]! * direction[index]!);
      if (tie !== 0n) return tie < 0n;
    }
    return false;
  };
  let best: number | undefined;
  direction.forEach((step, index) => {
    if (step > 0n && (best === undefined || comesBefore(index, best))) best = index;
  });
  return best;
}

/** The inverse after one exchange, as whole numbers over the new determinant; the division leaves no remainder. */
export function exchanged(
  inverse: readonly (readonly bigint[])[],
  direction: readonly bigint[],
  leaving: number,
  determinant: bigint,
): bigint[][] {
  const pivot = direction[leaving]!;
  return inverse.map((row) =>
    row.map((value, column) =>
      column === leaving ? value : (pivot * value - direction[column]! * row[leaving]!) / determinant,
    ),
  );
}

/** The products of a vector with the columns of a square matrix. */
export function columnProducts(vector: readonly bigint[], matrix: readonly (readonly bigint[])[]): bigint[] {
  return matrix.map((_, column) =>
    vector.reduce((sum, value, row) => (value === 0n ? sum : sum + value * matrix[row]![column]!), 0n),
  );
}

function unitVector(length: number, position: number, value: bigint): bigint[] {
  return Array.from({ length }, (_, index) => (index === position ? value : 0n));
}
