import { Exact, maximum, minimum } from '@indexlab/core';

/** A bounded interval of exact numbers, both ends included. */
export type Range = readonly [Exact, Exact];

export function point(value: Exact): Range {
  return [value, value];
}

export function sumOf([a, b]: Range, [c, d]: Range): Range {
  return [a.plus(c), b.plus(d)];
}

export function productOf([a, b]: Range, [c, d]: Range): Range {
  if (c.equals(d)) return c.sign() >= 0 ? [a.times(c), b.times(c)] : [b.times(c), a.times(c)];
  if (a.equals(b)) return productOf([c, d], [a, b]);
  const corners = [a.times(d), b.times(c), b.times(d)] as const;
  const first = a.times(c);
  return [minimum(first, ...corners), maximum(first, ...corners)];
}

/** One over a range; `null` where the range holds zero. */
export function inverseOf([a, b]: Range): Range | null {
  return a.sign() * b.sign() > 0 ? [Exact.one.over(b), Exact.one.over(a)] : null;
}

export function quotientOf(above: Range, below: Range): Range | null {
  const inverse = inverseOf(below);
  return inverse && productOf(above, inverse);
}

export function hullOf(ranges: readonly Range[]): Range {
  return ranges.reduce(([low, high], [a, b]) => [minimum(low, a), maximum(high, b)]);
}

/** The values in both; where rounding of doubles left none, the nearer ends. */
export function intersectionOf([a, b]: Range, [c, d]: Range): Range {
  const [low, high] = [maximum(a, c), minimum(b, d)];
  return low.compare(high) <= 0 ? [low, high] : [high, low];
}

export function isPoint([a, b]: Range): boolean {
  return a.equals(b);
}

/** -1, 0 or 1 where the whole range has that sign (zero included at an end), `null` where it has both. */
export function signOf([a, b]: Range): -1 | 0 | 1 | null {
  if (a.sign() === 0 && b.sign() === 0) return 0;
  if (a.sign() >= 0) return 1;
  return b.sign() <= 0 ? -1 : null;
}

/** A rising function of doubles over a range, with a margin of a few last places on either side. */
export function rising(compute: (value: number) => number, [a, b]: Range): Range | null {
  const [low, high] = [compute(a.toNumber()), compute(b.toNumber())];
  if (!Number.isFinite(low) || !Number.isFinite(high)) return null;
  return [Exact.fromNumber(low - margin(low)), Exact.fromNumber(high + margin(high))];
}

/**
 * A range rounded outwards to doubles where its ends have grown long: every value stays inside. A point stays as it is,
 * so that rational values at a corner are exact.
 */
export function compact(range: Range): Range {
  if (isPoint(range) || !range.some(isLong)) return range;
  const [low, high] = [range[0].toNumber(), range[1].toNumber()];
  return [Exact.fromNumber(low - margin(low)), Exact.fromNumber(high + margin(high))];
}

function isLong({ denominator }: Exact): boolean {
  return denominator > longest;
}

const longest = 2n ** 60n;

/** A share of the value itself, so that a small probability stays one. */
function margin(value: number): number {
  return Math.abs(value) * 1e-12;
}
