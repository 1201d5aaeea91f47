import { solvePositive } from '../linear-algebra/positive-definite.js';

/** A function's value and slope at a point. */
export interface Slope {
  readonly value: number;
  readonly gradient: Float64Array;
}

/** Where a search ended. */
export interface BoundedMinimum extends Slope {
  readonly point: Float64Array;
  /** The largest slope along which the point may still move: zero at a minimum. */
  readonly slope: number;
}

const mostRounds = 500;

/**
 * A minimum of a smooth function within bounds, by projected quasi-Newton steps (Bertsekas 1982, with the update of Broyden,
 * Fletcher, Goldfarb and Shanno, damped): coordinates at a bound that the slope presses against are held, the others take a
 * step, cut off at the bounds and halved until it helps.
 *
 * @param evaluate may give NaN or infinity where the function is not defined
 */
export function boundedMinimum(
  evaluate: (point: Float64Array) => Slope,
  start: Float64Array,
  [lower, upper]: readonly [number, number],
  tolerance: number,
): BoundedMinimum {
  const size = start.length;
  const within = (value: number): number => Math.min(upper, Math.max(lower, value));
  const unit = (): Float64Array[] =>
    Array.from({ length: size }, (_, i) => Float64Array.from({ length: size }, (__, j) => Number(i === j)));
  let point: Float64Array = start.map(within);
  let at = evaluate(point);
  let curvature = unit();
  let fresh = true;
  for (let round = 0; round < mostRounds; round += 1) {
    const free = freeOf(point, at.gradient, lower, upper);
    if (!(slopeOf(at.gradient, free) > tolerance)) break;
    const solved =
      solvePositive(
        free.map((i) => Float64Array.from(free, (j) => curvature[i]![j]!)),
        Float64Array.from(free, (i) => at.gradient[i]!),
      ) ?? Float64Array.from(free, (i) => at.gradient[i]!);
    const step = new Float64Array(size);
    free.forEach((i, k) => (step[i] = -solved[k]!));
    const found = lineSearch(evaluate, point, at, step, within);
    if (found === null) {
      // A curvature that no longer fits is forgotten once; then rounding leaves no step.
      if (fresh) break;
      curvature = unit();
      fresh = true;
      continue;
    }
    update(curvature, found.point, point, found.at.gradient, at.gradient, fresh);
    fresh = false;
    ({ point, at } = found);
  }
  return { ...at, point, slope: slopeOf(at.gradient, freeOf(point, at.gradient, lower, upper)) };
}

/** The coordinates that may move: not those at a bound that going down would cross. */
function freeOf(point: Float64Array, gradient: Float64Array, lower: number, upper: number): number[] {
  return Array.from(point.keys()).filter(
    (i) => !((point[i] === lower && gradient[i]! >= 0) || (point[i] === upper && gradient[i]! <= 0)),
  );
}

function slopeOf(gradient: Float64Array, free: readonly number[]): number {
  return free.reduce((most, i) => Math.max(most, Math.abs(gradient[i]!)), 0);
}

/** The first of ever shorter steps that lowers the value by a part of what the slope promises, or the slope where it is level. */
function lineSearch(
  evaluate: (point: Float64Array) => Slope,
  point: Float64Array,
  at: Slope,
  step: Float64Array,
  within: (value: number) => number,
): { point: Float64Array; at: Slope } | null {
  const steepness = (gradient: Float64Array): number =>
    gradient.reduce((sum, value, i) => sum + (step[i] === 0 ? 0 : value * value), 0);
  for (let length = 1; length > 1e-12; length /= 2) {
    const next = point.map((value, i) => within(value + length * step[i]!));
    const tried = evaluate(next);
    const promised = next.reduce((sum, value, i) => sum + at.gradient[i]! * (value - point[i]!), 0);
    if (promised >= 0) continue;
    if (tried.value <= at.value + 1e-4 * promised) return { point: next, at: tried };
    // At the bottom the value has no digits left to fall by: the slope has.
    const level = Math.abs(tried.value - at.value) <= 1e-14 * (1 + Math.abs(at.value));
    if (level && steepness(tried.gradient) < 0.9 * steepness(at.gradient)) return { point: next, at: tried };
  }
  return null;
}

/** Powell's damped update, in place: the curvature stays positive definite. */
function update(
  curvature: Float64Array[],
  point: Float64Array,
  before: Float64Array,
  gradient: Float64Array,
  gradientBefore: Float64Array,
  first: boolean,
): void {
  const s = point.map((value, i) => value - before[i]!);
  const y = gradient.map((value, i) => value - gradientBefore[i]!);
  const dot = (a: Float64Array, b: Float64Array): number => a.reduce((sum, value, i) => sum + value * b[i]!, 0);
  // The unit matrix has no scale: the first step gives it one.
  if (first && dot(s, y) > 0) curvature.forEach((row, i) => (row[i] = dot(y, y) / dot(s, y)));
  const bs = Float64Array.from(curvature, (row) => dot(row, s));
  const [sBs, sy] = [dot(s, bs), dot(s, y)];
  if (!(sBs > 0)) return;
  const share = sy >= 0.2 * sBs ? 1 : (0.8 * sBs) / (sBs - sy);
  const r = y.map((value, i) => share * value + (1 - share) * bs[i]!);
  const sr = dot(s, r);
  curvature.forEach((row, i) => row.forEach((_, j) => (row[j]! += (r[i]! * r[j]!) / sr - (bs[i]! * bs[j]!) / sBs)));
}
