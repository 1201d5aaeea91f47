import { Exact } from '@indexlab/core';
import { type Constraint, type Region, wholeConstraint } from './constraint.js';

export type Optimum =
  | { readonly status: 'optimal'; readonly value: Exact; readonly point: readonly Exact[] }
  | { readonly status: 'unbounded' }
  /** The certificate: constraints that rule one another out, none of which can be spared. */
  | { readonly status: 'infeasible'; readonly certificate: readonly Constraint[] };

/**
 * The largest value of `objective · x` over a region, exactly.
 *
 * A dual simplex method for few variables and many constraints. Doubles only propose which violated
 * constraint enters the basis; the basis itself, the ratio test and the proof that nothing is violated are
 * in whole numbers: the inverse of the basis is kept as a matrix of integers over its determinant. An
 * optimum is therefore the optimum, and "infeasible" comes with its certificate.
 *
 * Ties in the ratio test are broken lexicographically, which rules out cycling and makes the point unique:
 * of all optimal points the one whose first coordinate is smallest, then the second, and so on (largest for
 * a coordinate with a positive objective).
 */
export function maximise(region: Region, objective: readonly Exact[]): Optimum {
  const goal = integerDirection(objective);
  const { bounds, basis, signs } = startingBasis(region, goal);
  const constraints = [...region.constraints, ...bounds.always, ...bounds.artificial];
  let inverse = signs.map((sign, variable) => unitVector(region.variables, variable, sign));
  let determinant = 1n;
  for (;;) {
    const point = inverse.map((row) => basis.reduce((sum, { bound }, index) => sum + row[index]! * bound, 0n));
    const multipliers = columnProducts(goal, inverse);
    const entering = mostViolated(constraints, basis, point, determinant);
    if (entering === undefined) {
      const open = basis.some((constraint, index) => multipliers[index] !== 0n && bounds.artificial.includes(constraint));
      if (open) return { status: 'unbounded' };
      const optimum = point.map((value) => Exact.ratio(value, determinant));
      return { status: 'optimal', value: evaluate(objective, optimum), point: optimum };
    }
    const direction = columnProducts(entering.coefficients, inverse);
    const leaving = ratioTest(direction, [multipliers, ...inverse.map((row, index) => row.map((value) => signs[index]! * value))]);
    if (leaving === undefined) {
      const opposed = basis.filter((_, index) => direction[index]! < 0n);
      return { status: 'infeasible', certificate: [entering, ...opposed].filter((one) => region.constraints.includes(one)) };
    }
    inverse = pivoted(inverse, direction, leaving, determinant);
    determinant = direction[leaving]!;
    basis[leaving] = entering;
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

/** A vertex where the objective cannot be better: each variable at its upper end where it pays, else at its lower. */
function startingBasis(
  { variables, free, constraints }: Region,
  goal: readonly bigint[],
): { bounds: { always: Constraint[]; artificial: Constraint[] }; basis: Constraint[]; signs: bigint[] } {
  const huge = beyondEveryVertex(variables, constraints);
  const bounds = { always: [] as Constraint[], artificial: [] as Constraint[] };
  const signs = goal.map((value) => (value > 0n ? 1n : -1n));
  const basis = signs.map((sign, variable) => {
    const isFree = free.includes(variable);
    const lower = wholeConstraint(unitVector(variables, variable, -1n), isFree ? huge : 0n);
    const upper = wholeConstraint(unitVector(variables, variable, 1n), huge);
    bounds[isFree ? 'artificial' : 'always'].push(lower);
    bounds.artificial.push(upper);
    return sign === 1n ? upper : lower;
  });
  return { bounds, basis, signs };
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
  basis: readonly Constraint[],
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
        !basis.includes(constraint) &&
        constraint.coefficients.reduce((sum, value, variable) => sum + value * point[variable]!, 0n) >
          constraint.bound * determinant,
    )
  );
}

/** Far above the rounding of a sum of some thousand products of doubles. */
const roundingError = 2 ** -40;

/** Which basic constraint leaves: the first whose multiplier reaches zero, ties broken by the rows that follow. */
function ratioTest(direction: readonly bigint[], lexicographic: readonly (readonly bigint[])[]): number | undefined {
  let best: number | undefined;
  direction.forEach((step, index) => {
    if (step <= 0n) return;
    if (best === undefined) {
      best = index;
      return;
    }
    for (const row of lexicographic) {
      const difference = row[index]! * direction[best]! - row[best]! * step;
      if (difference < 0n) best = index;
      if (difference !== 0n) return;
    }
  });
  return best;
}

/** The inverse after one exchange, as integers over the new determinant; the division leaves no remainder. */
function pivoted(inverse: readonly bigint[][], direction: readonly bigint[], leaving: number, determinant: bigint): bigint[][] {
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
