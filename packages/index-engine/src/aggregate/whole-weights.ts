import { Exact } from '@indexlab/core';

/** Sums of such numbers, times the number of pairs or units, stay below 2^53. */
export type Cost = number | bigint;

/**
 * Weights as whole numbers in the same proportions, so that sums of them tie exactly when the weights do.
 *
 * A weight such as 0.1 or 27.69 is that decimal; a share such as 0.16666666666666666 is the fraction that it was before
 * it was divided: the simplest one within a few roundings, 1 / 6. Any other is the exact value of its double.
 *
 * @returns whole numbers without a common divisor
 */
export function wholeWeights(weights: ArrayLike<number>): bigint[] {
  const fractions = Array.from(weights, fractionOf);
  const common = fractions.reduce((product, { denominator }) => leastCommonMultiple(product, denominator), 1n);
  const whole = fractions.map(({ numerator, denominator }) => numerator * (common / denominator));
  const divisor = whole.reduce(greatestCommonDivisor, 0n);
  return divisor > 1n ? whole.map((weight) => weight / divisor) : whole;
}

/** The same as numbers where `times` their sum can be counted in doubles, else `null`. */
export function asNumbers(whole: readonly bigint[], times: number): number[] | null {
  const sum = whole.reduce((total, weight) => total + weight, 0n);
  return sum * BigInt(times) <= BigInt(Number.MAX_SAFE_INTEGER) ? whole.map(Number) : null;
}

/** A fraction of a larger denominator is no accident of stated weights: the number is taken as it is. */
const largestDenominator = 1_000_000n;

/** So many digits tell any decimal from its neighbours; a number that needs more is no decimal that anybody wrote. */
const writtenDigits = 15;

function fractionOf(weight: number): Exact {
  if (Number.isInteger(weight)) return Exact.fromNumber(weight);
  const simple = simplestNear(Exact.fromNumber(weight));
  if (simple.denominator <= largestDenominator) return simple;
  const digits = String(weight)
    .replace(/e.*$/, '')
    .replace(/^0?\.0*|\./, '').length;
  return digits <= writtenDigits ? Exact.parse(String(weight)) : Exact.fromNumber(weight);
}

/** How far a few roundings take a share from its fraction, relative to it. */
const rounding = Exact.ratio(1n, 2n ** 50n);

/** The fraction of the smallest denominator within the rounding of a number above zero: continued fractions of both ends. */
function simplestNear(value: Exact): Exact {
  const margin = value.times(rounding);
  return simplestBetween(value.minus(margin), value.plus(margin));
}

function simplestBetween(low: Exact, high: Exact): Exact {
  const whole = low.numerator / low.denominator;
  const floor = Exact.ratio(whole);
  if (floor.equals(low)) return floor;
  const next = Exact.ratio(whole + 1n);
  if (next.compare(high) <= 0) return next;
  return floor.plus(
    Exact.one.over(simplestBetween(Exact.one.over(high.minus(floor)), Exact.one.over(low.minus(floor)))),
  );
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  while (b !== 0n) [a, b] = [b, a % b];
  return a;
}

function leastCommonMultiple(a: bigint, b: bigint): bigint {
  return (a / greatestCommonDivisor(a, b)) * b;
}
