import { assertThat } from '@indexlab/core';

/** The shares of a distribution below and above a positive x, and the derivative of the lower one by log x. */
export interface Tails {
  readonly lower: number;
  readonly upper: number;
  readonly slope: number;
}

/**
 * The positive x at which one tail holds a given probability: Newton's steps on the logarithms of tail and x, kept within
 * a bracket. Beyond the median the other tail is solved for, so that both ends keep their digits.
 */
export function solveTail(tails: (x: number) => Tails, side: 'lower' | 'upper', probability: number): number {
  if (probability === 0) return side === 'lower' ? 0 : Infinity;
  if (probability === 1) return side === 'lower' ? Infinity : 0;
  if (probability > 0.5) return solveTail(tails, side === 'lower' ? 'upper' : 'lower', 1 - probability);
  const direction = side === 'lower' ? 1 : -1;
  let [below, above] = [0, Infinity];
  let x = 1;
  for (let iteration = 0; iteration < 2000; iteration++) {
    const at = tails(x);
    const excess = (at[side] - probability) / probability;
    if (excess * direction > 0) above = x;
    else below = x;
    const step = (-direction * Math.log1p(excess) * at[side]) / at.slope;
    let next = x * Math.exp(step);
    if (Math.abs(step) < 1e-16 || next === x) return x;
    if (!(next > below && next < above)) {
      if (Math.abs(step) < 1e-14) return next; // the bracket is down to rounding
      next = middle(below, above);
      if (next === below || next === above) return next;
    }
    x = next;
  }
  return x;
}

/** Halfway in logarithms; a step of a thousand where one end is still open. */
function middle(below: number, above: number): number {
  if (above === Infinity) return below * 1e3;
  if (below === 0) return above / 1e3;
  return Math.sqrt(below) * Math.sqrt(above);
}

export function assertProbability(name: string, probability: number): void {
  assertThat(
    typeof probability === 'number' && probability >= 0 && probability <= 1,
    () => `${name} requires a probability from 0 to 1, got ${probability}`,
  );
}

/** @param most infinitely many are a limit that some distributions have, and others are not written for */
export function assertDegreesOfFreedom(name: string, degreesOfFreedom: number, most = Infinity): void {
  assertThat(
    typeof degreesOfFreedom === 'number' && degreesOfFreedom > 0 && degreesOfFreedom <= most,
    () => `${name} requires positive${most < Infinity ? ' finite' : ''} degrees of freedom, got ${degreesOfFreedom}`,
  );
}

export function assertNumber(name: string, value: number): void {
  assertThat(typeof value === 'number' && !Number.isNaN(value), () => `${name} requires a number, got ${value}`);
}
