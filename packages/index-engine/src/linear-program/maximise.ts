import { Exact } from '@indexlab/core';
import { type Constraint, type Region, wholeConstraint } from './constraint.js';

export type Optimum =
  | { readonly status: 'optimal'; readonly value: Exact; readonly point: readonly Exact[]; readonly basis: Basis }
  | { readonly status: 'unbounded' }
  /** The certificate: constraints that rule one another out, none of which can be spared. */
  | { readonly status: 'infeasible'; readonly certificate: readonly Constraint[] };

/** As many tight constraints as variables, and the inverse of their coefficients as whole numbers over a determinant. */
export interface Basis {
  readonly tight: readonly Constraint[];
  readonly inverse: readonly (readonly bigint[])[];
  readonly determinant: bigint;
  readonly box: Box;
}

/** The bounds of the variables: those that hold, and those so far out that only an unbounded region reaches them. */
interface Box {
  readonly real: readonly Constraint[];
  readonly artificial: readonly Constraint[];
  /** Per variable whether the search starts at the upper bound (1) or the lower (-1). */
  readonly signs: readonly bigint[];
}

/**
 * The largest value of `objective · x` over a region, exactly.
 *
 * A dual simplex method for few variables and many constraints. Doubles only propose which violated
 * constraint enters the basis; the basis itself, the ratio test and the proof that nothing is violated are
 * in whole numbers. An optimum is therefore the optimum, and "infeasible" comes with its certificate.
 *
 * Ties in the ratio test are broken lexicographically, which rules out cycling and makes the point unique:
 * of all optimal points the one whose first coordinate is smallest, then the second, and so on (largest for
 * a coordinate with a positive objective).
 *
 * @param start the basis of an optimum of the same objective over a larger region, to go on from
 */
export function maximise(region: Region, objective: readonly Exact[], start?: Basis): Optimum {
  const goal = integerDirection(objective);
  let { tight, inverse, determinant, box } = start ?? startingBasis(region, goal);
  const constraints = [...region.constraints, ...box.real, ...box.artificial];
  for (;;) {
    const point = inverse.map((row) => tight.reduce((sum, { bound }, index) => sum + row[index]! * bound, 0n));
    const multipliers = columnProducts(goal, inverse);
    const entering = mostViolated(constraints, tight, point, determinant);
    if (entering === undefined) {
      const isOpen = tight.some((constraint, index) => multipliers[index] !== 0n && box.artificial.includes(constraint));
      if (isOpen) return { status: 'unbounded' };
      const optimum = point.map((value) => Exact.ratio(value, determinant));
      return { status: 'optimal', value: evaluate(objective, optimum), point: optimum, basis: { tight, inverse, determinant, box } };
    }
    const direction = columnProducts(entering.coefficients, inverse);
    const leaving = ratioTest(direction, multipliers, inverse, box.signs);
    if (leaving === undefined) {
      const opposed = tight.filter((_, index) => direction[index]! < 0n);
      return { status: 'infeasible', certificate: [entering, ...opposed].filter((one) => region.constraints.includes(one)) };
    }
    inverse = exchanged(inverse, direction, leaving, determinant);
    determinant = direction[leaving]!;
    tight = tight.with(leaving, entering);
  }
}

/** The value of `coefficients · point`. */
export function evaluate(coefficients: readonly Exact[], point: readonly Exact[]): Exact {
  return coefficients.reduce(
    (sum, coefficient, index) => (coefficient.sign() === 0 ? sum : sum.plus(coefficient.times(point[index]!))),
    Exact.zero,
  );
}

function integerDirection(objective: readonly Exact[]): bigint[] {
  const common = objective.reduce((product, { denominator }) => product * denominator, 1n);
  return objective.map(({ numerator, denominator }) => numerator * (common / denominator));
}

/** A vertex where the objective cannot be better: each variable at its upper bound where that pays, else at its lower. */
function startingBasis({ variables, free, constraints }: Region, goal: readonly bigint[]): Basis {
  const huge = beyondEveryVertex(variables, constraints);
  const signs = goal.map((value) => (value > 0n ? 1n : -1n));
  const lower = goal.map((_, variable) => wholeConstraint(unitVector(variables, variable, -1n), free.includes(variable) ? huge : 0n));
  const upper = goal.map((_, variable) => wholeConstraint(unitVector(variables, variable, 1n), huge));
  return {
    tight: signs.map((sign, variable) => (sign > 0n ? upper : lower)[variable]!),
    inverse: signs.map((sign, variable) => unitVector(variables, variable, sign)),
    determinant: 1n,
    box: {
      real: lower.filter((_, variable) => !free.includes(variable)),
      artificial: [...lower.filter((_, variable) => free.includes(variable)), ...upper],
      signs,
    },
  };
}

/** Larger than every determinant that the constraints can form, so a bound this far cuts off no vertex. */
function beyondEveryVertex(variables: number, constraints: readonly Constraint[]): bigint {
  const bits = constraints.reduce((most, constraint) => Math.max(most, constraint.bits), 1);
  return 1n << BigInt((variables + 1) * (bits + Math.ceil(Math.log2(variables + 2))));
}

/**
 * A constraint that the point violates: the farthest one as far as doubles can tell; where they cannot,
 * whole numbers decide. Nothing when the point satisfies all.
 */
function mostViolated(
  constraints: readonly Constraint[],
  tight: readonly Constraint[],
  point: readonly bigint[],
  determinant: bigint,
): Constraint | undefined {
  const doubles = point.map((value) => Number(value) / Number(determinant));
  const unsure: Constraint[] = [];
  let farthest: Constraint | undefined;
  let distance = 0;
  for (const constraint of constraints) {
    let excess = -constraint.doubleBound;
    let size = Math.abs(constraint.doubleBound);
    for (let variable = 0; variable < doubles.length; variable += 1) {
      const term = constraint.doubles[variable]! * doubles[variable]!;
      excess += term;
      size += Math.abs(term);
    }
    const error = size * roundingError;
    if (excess > error) {
      if (farthest === undefined || excess * constraint.scale > distance) {
        distance = excess * constraint.scale;
        farthest = constraint;
      }
    } else if (!(excess < -error)) {
      unsure.push(constraint);
    }
  }
  return (
    farthest ??
    unsure.find(
      (constraint) =>
        !tight.includes(constraint) &&
        constraint.coefficients.reduce((sum, value, variable) => sum + value * point[variable]!, 0n) >
          constraint.bound * determinant,
    )
  );
}

/** Far above the rounding of a sum of some thousand products of doubles. */
const roundingError = 2 ** -40;

/**
 * Which tight constraint leaves: the one whose multiplier is first to reach zero. Ties are broken as if the
 * objective were a little larger in each variable's sign, in the first variable by far the most.
 */
function ratioTest(
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
function exchanged(
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

function columnProducts(vector: readonly bigint[], matrix: readonly (readonly bigint[])[]): bigint[] {
  return matrix.map((_, column) => vector.reduce((sum, value, row) => (value === 0n ? sum : sum + value * matrix[row]![column]!), 0n));
}

function unitVector(length: number, position: number, value: bigint): bigint[] {
  return Array.from({ length }, (_, index) => (index === position ? value : 0n));
}
