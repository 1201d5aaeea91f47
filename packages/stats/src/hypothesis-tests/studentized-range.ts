import { assertThat } from '@indexlab/core';
import { normalDensity, normalUpperTail } from '../distributions/index.js';

/**
 * The upper tail of the studentised range: the probability that the largest of `groups` normal means lies more than `q`
 * standard errors above the smallest, with the error estimated on `degreesOfFreedom`.
 *
 * Both integrals (over the largest value, and over the estimated error) by the trapezoidal rule, which converges
 * exponentially here; every term is positive, so that small tails keep their digits.
 *
 * @param groups two or more
 * @param degreesOfFreedom one or more; `Infinity` when the error is known
 * @throws IndexlabError when q is negative or missing, or a parameter lies outside its range
 *
 * @example
 * studentizedRangeUpperTail(3.5, 3, 20).toFixed(8) // => '0.05589185'
 *
 * Reference: `ptukey(q, groups, degreesOfFreedom, lower.tail = FALSE)` in R, `scipy.stats.studentized_range.sf`.
 */
export function studentizedRangeUpperTail(q: number, groups: number, degreesOfFreedom: number): number {
  requireParameters(groups, degreesOfFreedom, 'studentizedRangeUpperTail');
  assertThat(q >= 0, () => `studentizedRangeUpperTail requires q of at least zero, got ${q}`);
  return upperTail(q, groups, degreesOfFreedom);
}

/**
 * The studentised range that is exceeded with probability `p`: {@link studentizedRangeUpperTail} solved for q.
 *
 * @throws IndexlabError when p is not between 0 and 1, or a parameter lies outside its range
 *
 * @example
 * studentizedRangeUpperQuantile(0.05, 3, 20).toFixed(6) // => '3.577935'
 *
 * Reference: `qtukey(p, groups, degreesOfFreedom, lower.tail = FALSE)` in R.
 */
export function studentizedRangeUpperQuantile(p: number, groups: number, degreesOfFreedom: number): number {
  requireParameters(groups, degreesOfFreedom, 'studentizedRangeUpperQuantile');
  assertThat(p > 0 && p < 1, () => `studentizedRangeUpperQuantile requires a probability between 0 and 1, got ${p}`);
  let low = 0;
  let high = 1;
  while (upperTail(high, groups, degreesOfFreedom) > p) [low, high] = [high, 2 * high];
  // Regula falsi on the logarithm of the tail; an end that stays is halved (Illinois), so that both ends close in.
  const error = (q: number): number => Math.log(upperTail(q, groups, degreesOfFreedom) / p);
  let [atLow, atHigh] = [error(low), error(high)];
  let moved = 'none';
  let q = high;
  for (let step = 0; step < 100; step += 1) {
    q = (low * atHigh - high * atLow) / (atHigh - atLow);
    const at = error(q);
    if (Math.abs(at) < 1e-14 || q === low || q === high) break;
    if (at > 0) {
      if (moved === 'low') atHigh /= 2;
      [low, atLow, moved] = [q, at, 'low'];
    } else {
      if (moved === 'high') atLow /= 2;
      [high, atHigh, moved] = [q, at, 'high'];
    }
  }
  return q;
}

function requireParameters(groups: number, degreesOfFreedom: number, caller: string): void {
  assertThat(Number.isInteger(groups) && groups >= 2, () => `${caller} requires two or more groups, got ${groups}`);
  assertThat(
    degreesOfFreedom >= 1,
    () => `${caller} requires degrees of freedom of at least 1, got ${degreesOfFreedom}`,
  );
}

function upperTail(q: number, groups: number, degreesOfFreedom: number): number {
  if (q === 0) return 1;
  if (degreesOfFreedom === Infinity) return rangeUpperTail(q, groups);
  // s = exp(u) is the estimated error over the true one: df s^2 is chi-squared. The density of u, over that at its peak:
  const density = (u: number): number => Math.exp(degreesOfFreedom * (u - Math.expm1(2 * u) / 2));
  const step = Math.min(0.1, 0.4 / Math.sqrt(2 * degreesOfFreedom));
  // The range's tail falls as u grows: where the density is gone, so is the product.
  let u = 0;
  while (density(u) > 1e-20) u += step;
  let [weights, sum, previous] = [0, 0, 0];
  for (; ; u -= step) {
    const weight = density(u);
    const term = weight * rangeUpperTail(q * Math.exp(u), groups);
    weights += weight;
    sum += term;
    // Past the peak the terms fall at least geometrically.
    if (term < previous && term < 1e-18 * sum) return Math.min(1, sum / weights);
    previous = term;
  }
}

const gridStep = 0.2;
const gridEnd = 8.6;
interface GridPoint {
  readonly z: number;
  readonly density: number;
  readonly below: number;
}

let grid: GridPoint[] | undefined;

/** The normal density and lower tail on a grid, far enough for every tail that a double can hold; made when first asked for. */
function normalGrid(): GridPoint[] {
  return (grid ??= Array.from({ length: 290 }, (_, i) => {
    const z = i * gridStep - gridEnd;
    return { z, density: normalDensity(z), below: normalUpperTail(-z) };
  }));
}

/**
 * The upper tail of the range of k standard normal values: k times the integral over the largest, z, of
 * `density(z) (below(z)^(k - 1) - (below(z) - below(z - w))^(k - 1))`.
 */
function rangeUpperTail(w: number, k: number): number {
  let sum = 0;
  for (const { z, density, below } of normalGrid()) {
    // Far out the largest lies about w / 2 above zero and the smallest about as far below.
    if (z < w / 2 - gridEnd) continue;
    if (z > w / 2 + gridEnd) break;
    const part = Math.min(normalUpperTail(w - z) / below, 1);
    sum += density * below ** (k - 1) * -Math.expm1((k - 1) * Math.log1p(-part));
  }
  return Math.min(1, k * gridStep * sum);
}
