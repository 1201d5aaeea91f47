import type { Exact } from '@indexlab/core';

/** The inequality `coefficients · x <= bound` in whole numbers, with doubles beside them that propose pivots. */
export interface Constraint {
  readonly coefficients: readonly bigint[];
  readonly bound: bigint;
  /** The row of data that the inequality comes from; -1 for one that always holds, such as the sum of the weights. */
  readonly row: number;
  readonly doubles: readonly number[];
  readonly doubleBound: number;
  /** One over the length of the coefficients, so that violations compare as distances. */
  readonly scale: number;
  /** How many bits the largest of its numbers takes. */
  readonly bits: number;
}

/** The points `x` that satisfy every constraint; a variable is non-negative unless listed as free. */
export interface Region {
  readonly variables: number;
  readonly free: readonly number[];
  readonly constraints: readonly Constraint[];
}

/** The inequality `coefficients · x <= bound`, multiplied by what makes its numbers whole. */
export function atMost(coefficients: readonly Exact[], bound: Exact, row = -1): Constraint {
  const common = [...coefficients, bound].reduce(
    (product, { denominator }) => leastCommonMultiple(product, denominator),
    1n,
  );
  const whole = (value: Exact): bigint => value.numerator * (common / value.denominator);
  return wholeConstraint(coefficients.map(whole), whole(bound), row);
}

/** The inequality `coefficients · x >= bound`. */
export function atLeast(coefficients: readonly Exact[], bound: Exact, row = -1): Constraint {
  return atMost(
    coefficients.map((value) => value.negated()),
    bound.negated(),
    row,
  );
}

/** The inequality `coefficients · x <= bound` of numbers that are whole already. */
export function wholeConstraint(coefficients: readonly bigint[], bound: bigint, row = -1): Constraint {
  const doubles = coefficients.map(Number);
  const largest = [...coefficients, bound].reduce(
    (most, value) => (magnitude(value) > most ? magnitude(value) : most),
    0n,
  );
  return {
    coefficients,
    bound,
    row,
    doubles,
    doubleBound: Number(bound),
    scale: 1 / Math.hypot(...doubles),
    bits: largest.toString(16).length * 4,
  };
}

/** The same inequality with one more variable, which does not enter it. */
export function padded(constraint: Constraint): Constraint {
  return { ...constraint, coefficients: [...constraint.coefficients, 0n], doubles: [...constraint.doubles, 0] };
}

function magnitude(value: bigint): bigint {
  return value < 0n ? -value : value;
}

function leastCommonMultiple(left: bigint, right: bigint): bigint {
  let [a, b] = [left, right];
  while (b !== 0n) [a, b] = [b, a % b];
  return (left / a) * right;
}
