import { combination, effectRow, quadraticForm, type Slopes } from './conditional-effect.js';

/** Where in the moderator's values an effect is significant. */
export interface JohnsonNeyman {
  /** The values at which the effect's p-value is one less the confidence level, ascending: none, one or two; more only where the effect is curved. */
  readonly bounds: readonly number[];
  /** On which side of the bounds the effect is significant; `in parts` of the range, where it is curved and crosses often. */
  readonly significant: 'everywhere' | 'nowhere' | 'between' | 'outside' | 'below' | 'above' | 'in parts';
  /** The moderator's observed values, and the share of rows at which the effect is significant. */
  readonly range: readonly [number, number];
  readonly shareSignificant: number;
  /** Whether bounds were sought among all values, or, where the effect is no line in the moderator, within the range. */
  readonly searched: 'all values' | 'range';
}

/**
 * The Johnson-Neyman region: with g the gradient of the slope, (g b)² > t² g' V g. Where g is a line in the moderator, g0 + d g1
 * with d the distance from its mean, the ends are the roots of a d² + b d + c; otherwise they are sought within the range.
 */
export function johnsonNeyman(slopes: Slopes, values: Float64Array, mean: number): JohnsonNeyman {
  const range = [values.reduce((x, y) => Math.min(x, y)), values.reduce((x, y) => Math.max(x, y))] as const;
  const line = lineOf(slopes, range, mean);
  if (line === null) return searchedRegion(slopes, values, range);
  const { regression, quantile } = slopes;
  const [start, step] = line;
  const v = regression.covariance;
  const square = quantile ** 2;
  const [b1, b3] = [combination(regression, start), combination(regression, step)];
  const a = b3 ** 2 - square * quadraticForm(v, step, step);
  const b = 2 * (b1 * b3 - square * quadraticForm(v, start, step));
  const c = b1 ** 2 - square * quadraticForm(v, start, start);
  const significantAt = (value: number): boolean => (a * (value - mean) + b) * (value - mean) + c > 0;
  const bounds = roots(a, b, c).map((root) => mean + root);
  return {
    bounds,
    significant: sideOf(bounds.length, a, b, c),
    range,
    shareSignificant: shareOf(values, significantAt),
    searched: 'all values',
  };
}

/** The gradient at the moderator's mean and its change per unit, or null where it is no line. */
export function lineOf(
  { gradientAt }: Slopes,
  [lowest, highest]: readonly [number, number],
  mean: number,
): readonly [Float64Array, Float64Array] | null {
  const [start, low, high] = [gradientAt(mean), gradientAt(lowest), gradientAt(highest)];
  const step = high.map((value, i) => (value - low[i]!) / (highest - lowest));
  const largest = [...low, ...high].reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const straight = [0.13, 0.5, 0.77].every((share) => {
    const value = lowest + share * (highest - lowest);
    const gradient = gradientAt(value);
    return gradient.every((own, i) => Math.abs(own - (start[i]! + (value - mean) * step[i]!)) <= 1e-10 * largest);
  });
  return straight ? [start, step] : null;
}

/** Steps in which a curved effect is followed over the range. */
const steps = 400;

function searchedRegion(slopes: Slopes, values: Float64Array, range: readonly [number, number]): JohnsonNeyman {
  const excess = (value: number): number => {
    const { estimate, standardError } = effectRow(slopes, value);
    return Math.abs(estimate) - slopes.quantile * standardError;
  };
  const grid = Array.from({ length: steps + 1 }, (_, k) => range[0] + ((range[1] - range[0]) * k) / steps);
  const heights = grid.map(excess);
  const bounds = grid
    .slice(1)
    .flatMap((end, k) => (heights[k]! > 0 === heights[k + 1]! > 0 ? [] : [crossing(excess, grid[k]!, end)]));
  const [starts, ends] = [heights[0]! > 0, heights.at(-1)! > 0];
  const two = starts ? 'outside' : 'between';
  const one = starts ? 'below' : 'above';
  const none = ends ? 'everywhere' : 'nowhere';
  return {
    bounds,
    significant: ([none, one, two] as const)[bounds.length] ?? 'in parts',
    range,
    shareSignificant: shareOf(values, (value) => excess(value) > 0),
    searched: 'range',
  };
}

function crossing(excess: (value: number) => number, from: number, to: number): number {
  let [low, high] = [from, to];
  const above = excess(low) > 0;
  for (let round = 0; round < 60; round += 1) {
    const middle = (low + high) / 2;
    if (excess(middle) > 0 === above) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

function shareOf(values: Float64Array, holds: (value: number) => boolean): number {
  return values.reduce((count, value) => count + Number(holds(value)), 0) / values.length;
}

function sideOf(bounds: number, a: number, b: number, c: number): JohnsonNeyman['significant'] {
  if (bounds === 2) return a > 0 ? 'outside' : 'between';
  if (bounds === 1) return b > 0 ? 'above' : 'below';
  return c > 0 ? 'everywhere' : 'nowhere';
}

/** Real roots, ascending, without cancellation. */
function roots(a: number, b: number, c: number): number[] {
  if (a === 0) return b === 0 ? [] : [-c / b];
  const discriminant = b * b - 4 * a * c;
  if (discriminant <= 0) return [];
  const q = -(b + (b < 0 ? -1 : 1) * Math.sqrt(discriminant)) / 2;
  return [q / a, c / q].sort((x, y) => x - y);
}
