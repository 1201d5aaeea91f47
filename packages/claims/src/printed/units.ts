import { Exact } from '@indexlab/core';

const hundredth = Exact.ratio(1n, 100n);

/** How much one of a unit is; inside, everything is pure: 41.2 % is 0.412, and 3 million is 3,000,000. */
const sizes: readonly (readonly [RegExp, Exact])[] = [
  [/^(%|％|per ?cent|percentage points?|pp|个?百分点)(?![a-z])/iu, hundredth],
  [/^‰/u, Exact.ratio(1n, 1000n)],
  [/^(basis points?|bps?)\b/iu, Exact.ratio(1n, 10_000n)],
  [/^thousand\b/iu, Exact.parse('1e3')],
  [/^(10 thousand|ten thousand|万)/iu, Exact.parse('1e4')],
  [/^(100 million|hundred million|亿)/iu, Exact.parse('1e8')],
  [/^million\b/iu, Exact.parse('1e6')],
  [/^(billion|bn)\b/iu, Exact.parse('1e9')],
  [/^trillion\b/iu, Exact.parse('1e12')],
];

/** Units that measure rather than count: a whole number of them is rounded, not exact. */
const measures =
  /^(times|倍|x|points?|yuan|元|rmb|cny|usd|eur|euros?|dollars?|pounds?|[$€£¥]|kg|kilograms?|tons?|tonnes?|km|kilometres?|kilometers?|m2?|metres?|meters?|hectares?|ha|hours?|minutes?|seconds?|days?|months?|years?|[kmgt]?wh?|index points?)\b/iu;

/**
 * The size of a unit as printed behind a number.
 *
 * @example
 * unitSize('%').toString() // => '0.01'
 */
export function unitSize(unit: string): Exact {
  return sizes.find(([form]) => form.test(unit))?.[1] ?? Exact.one;
}

/**
 * Whether a whole number of a unit counts things, and is therefore exact.
 *
 * @example
 * [countsThings('ports'), countsThings('%'), countsThings('million ports')] // => [true, false, false]
 */
export function countsThings(unit: string): boolean {
  return unit !== '' && !measures.test(unit) && !sizes.some(([form]) => form.test(unit));
}
