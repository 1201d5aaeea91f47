import { Exact } from '@indexlab/core';
import { type Basis, columnProducts, exchanged, ratioTest, startingBasis } from './basis.js';
import type { Constraint, Region } from './constraint.js';

export type Optimum =
  | { readonly status: 'optimal'; readonly value: Exact; readonly point: readonly Exact[]; readonly basis: Basis }
  | { readonly status: 'unbounded' }
  /** The certificate: constraints that rule one another out, at most one more than there are variables. */
  | { readonly status: 'infeasible'; readonly certificate: readonly Constraint[] };

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
  const canGoOn = start !== undefined && region.constraints.every(({ bits }) => bits <= start.box.bits);
  const first = canGoOn ? start : startingBasis(region, goal);
  const { box } = first;
  let { tight, inverse, determinant } = first;
  const constraints = [...region.constraints, ...box.real, ...box.artificial];
  for (;;) {
    const point = inverse.map((row) => tight.reduce((sum, { bound }, index) => sum + row[index]! * bound, 0n));
    const multipliers = columnProducts(goal, inverse);
    const entering = mostViolated(constraints, tight, point, determinant);
    if (entering === undefined) {
      const isOpen = tight.some(
        (constraint, index) => multipliers[index] !== 0n && box.artificial.includes(constraint),
      );
      if (isOpen) return { status: 'unbounded' };
      const optimum = point.map((value) => Exact.ratio(value, determinant));
      return {
        status: 'optimal',
        value: evaluate(objective, optimum),
        point: optimum,
        basis: { tight, inverse, determinant, box },
      };
    }
    const direction = columnProducts(entering.coefficients, inverse);
    const leaving = ratioTest(direction, multipliers, inverse, box.signs);
    if (leaving === undefined) {
      const opposed = tight.filter((_, index) => direction[index]! < 0n);
      return {
        status: 'infeasible',
        certificate: [entering, ...opposed].filter((one) => region.constraints.includes(one)),
      };
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
  const { values, sizes, scale } = inDoubles(point, determinant);
  const unsure: Constraint[] = [];
  let farthest: Constraint | undefined;
  let distance = 0;
  for (const constraint of constraints) {
    const bound = constraint.doubleBound * scale;
    let excess = -bound;
    let size = Math.abs(bound);
    for (let variable = 0; variable < values.length; variable += 1) {
      const coefficient = constraint.doubles[variable]!;
      excess += coefficient * values[variable]!;
      size += Math.abs(coefficient) * sizes[variable]!;
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
    farthest ?? unsure.find((constraint) => !tight.includes(constraint) && isViolated(constraint, point, determinant))
  );
}

function isViolated({ coefficients, bound }: Constraint, point: readonly bigint[], determinant: bigint): boolean {
  return coefficients.reduce((sum, value, variable) => sum + value * point[variable]!, 0n) > bound * determinant;
}

/**
 * A point over a determinant in doubles, all coordinates times one power of two (`scale`) that keeps them in
 * range. The size of a coordinate, times the rounding error, is more than how far it may be off.
 */
function inDoubles(
  point: readonly bigint[],
  determinant: bigint,
): { values: number[]; sizes: number[]; scale: number } {
  const down = Math.max(0, ...point.map((value) => bitLength(value) - 1000));
  const downBelow = Math.max(0, bitLength(determinant) - 1000);
  const divisor = Number(determinant >> BigInt(downBelow));
  const values = point.map((value) => Number(value >> BigInt(down)) / divisor);
  const cutOff = down > 0 ? 2 / divisor / roundingError : 0;
  return { values, sizes: values.map((value) => Math.abs(value) + cutOff), scale: 2 ** (downBelow - down) };
}

function bitLength(value: bigint): number {
  return value.toString(16).length * 4;
}

/** Far above the rounding of a sum of some thousand products of doubles. */
const roundingError = 2 ** -40;
