import { assertThat, Interval, requireArray, requireObject } from '@indexlab/core';
import { normalCumulative, normalQuantile } from '../distributions/index.js';
import { type Constraint, maximize } from './linear-program.js';

/** A tier: how many units it has, and what they hold together. */
export interface TierTotal {
  /** The number of units. */
  readonly count: number;
  /** Their total or share in any unit, the same for all tiers; an interval when it is known in printed digits only. */
  readonly total: number | Interval;
  /** What each unit has at least and at most, in the unit of the totals, where known. */
  readonly lowerLimit?: number;
  readonly upperLimit?: number;
}

/** The Gini coefficients that tiers allow. */
export interface GroupedGini {
  /** The least and the largest Gini coefficient (n) that any values with these counts, totals and limits have. */
  readonly lower: number;
  readonly upper: number;
  /** One row per method of estimation, `fit` being the largest distance of the fitted Lorenz curve from the tiers' points. */
  readonly estimates: {
    readonly method: 'compromise' | 'lognormal' | 'pareto';
    readonly gini: number;
    readonly fit: number | null;
  }[];
  readonly n: number;
}

/** More columns than this make the linear program slow. */
const mostUnits = 100_000;

/**
 * Bounds and estimates of the Gini coefficient (n) of units of which only tiers are published: their counts and totals
 * or shares, and their limits where known.
 *
 * Tiers do not overlap: no unit has more than one of a higher tier (higher by its mean). Then the coefficient is linear
 * in the sorted values, `sum of (2 i - n - 1) value[i] / (n * total)`, and both bounds are exact solutions of a linear
 * program over all values that the tiers allow: the lower one is the Gini coefficient of the tiers' means, the upper one
 * is Gastwirth's (1972) where limits are known, for a finite number of units, and takes the best limits where they are not.
 *
 * Estimates: `compromise` is `(lower + 2 upper) / 3`, exact for values spread evenly within tiers (Cowell); `lognormal`
 * and `pareto` are the coefficients of the Lorenz curves of those families closest to the tiers' points. None is more
 * than a guess within the bounds.
 *
 * @throws IndexlabError when there are fewer than two tiers, a count is not a whole number from 1 on, a total is negative
 * or unbounded, more than 100,000 units, or limits that the totals contradict
 *
 * @example
 * const tiers = [{ count: 4, total: 40 }, { count: 16, total: 40 }, { count: 80, total: 20 }];
 * const { lower, upper } = groupedGini(tiers);
 * [lower.toFixed(4), upper.toFixed(4)] // => ['0.6480', '0.8060']
 *
 * Reference: Gastwirth (1972), "The estimation of the Lorenz curve and Gini index"; Cowell, "Measuring Inequality".
 */
export function groupedGini(tiers: readonly TierTotal[]): GroupedGini {
  requireArray(tiers, 'groupedGini', 'tiers');
  tiers.forEach((tier, i) => requireObject(tier, 'groupedGini', `tier ${i + 1}`, ['count']));
  const ordered = tiers
    .map((tier, i) => checkedTier(tier, i))
    .sort((a, b) => a.lower / a.count + a.upper / a.count - b.lower / b.count - b.upper / b.count);
  assertThat(ordered.length >= 2, () => `groupedGini requires at least two tiers, got ${ordered.length}`);
  const n = ordered.reduce((sum, { count }) => sum + count, 0);
  assertThat(n <= mostUnits, () => `groupedGini requires at most ${mostUnits} units, got ${n}`, 'Count in thousands.');
  assertThat(
    ordered.some(({ upper }) => upper > 0),
    'groupedGini requires a total above zero, got none',
  );
  const [constraints, objective] = program(ordered, n);
  const upper = maximize(objective, constraints);
  const least = maximize(
    objective.map((value) => -value),
    constraints,
  );
  assertThat(
    upper !== null && least !== null,
    'groupedGini requires totals that fit the order and the limits of the tiers, got ones that no values have',
    'Check that each mean lies within its limits and that the limits do not overlap.',
  );
  const points = lorenzPoints(ordered, n);
  const lower = Math.max(0, -least);
  return {
    lower,
    upper,
    estimates: [
      { method: 'compromise', gini: (lower + 2 * upper) / 3, fit: null },
      fitted('lognormal', points, (spread) => (units) => normalCumulative(normalQuantile(units) - spread), 6),
      fitted('pareto', points, (spread) => (units) => 1 - (1 - units) ** (1 - spread), 0.999),
    ],
    n,
  };
}

interface CheckedTier {
  readonly count: number;
  readonly lower: number;
  readonly upper: number;
  readonly lowerLimit: number;
  readonly upperLimit: number;
}

function checkedTier({ count, total, lowerLimit = 0, upperLimit = Infinity }: TierTotal, index: number): CheckedTier {
  const where = `(tier ${index + 1})`;
  assertThat(
    Number.isInteger(count) && count >= 1,
    () => `groupedGini requires a whole number of units, got ${count} ${where}`,
  );
  const [lower, upper] =
    total instanceof Interval ? total.ends('groupedGini').map((end) => end.toNumber()) : [total, total];
  assertThat(
    typeof upper === 'number' && upper >= lower! && upper < Infinity && upper >= 0,
    () => `groupedGini requires a total of at least zero, got ${total} ${where}`,
  );
  assertThat(
    typeof lowerLimit === 'number' && typeof upperLimit === 'number' && lowerLimit >= 0 && upperLimit >= lowerLimit,
    () => `groupedGini requires limits 0 <= lower <= upper, got ${lowerLimit} and ${upperLimit} ${where}`,
  );
  return { count, lower: Math.max(0, lower!), upper, lowerLimit, upperLimit };
}

/**
 * The linear program. Its variables are the steps between neighbours in ascending order (the first from zero), over the
 * total of all, and last the inverse of that total, which turns totals and limits into shares.
 */
function program(tiers: readonly CheckedTier[], n: number): [Constraint[], Float64Array] {
  const constraints: Constraint[] = [];
  const everything = new Float64Array(n + 1);
  const add = (row: Float64Array, perInverseTotal: number, sign: 1 | -1, kind: Constraint['kind']): void => {
    const full = row.map((value) => sign * value);
    full[n] = -sign * perInverseTotal;
    constraints.push({ row: full, bound: 0, kind });
  };
  let start = 0;
  for (const { count, lower, upper, lowerLimit, upperLimit } of tiers) {
    const end = start + count;
    // A step at place q lifts every unit from q on.
    const sum = Float64Array.from({ length: n + 1 }, (_, q) => (q < n ? Math.min(count, Math.max(0, end - q)) : 0));
    sum.forEach((value, q) => (everything[q]! += value));
    if (lower === upper) {
      add(sum, lower, 1, 'equal');
    } else {
      add(sum, upper, 1, 'at-most');
      add(sum, lower, -1, 'at-most');
    }
    const valueAt = (place: number): Float64Array =>
      Float64Array.from({ length: n + 1 }, (_, q) => (q <= place && q < n ? 1 : 0));
    if (lowerLimit > 0) add(valueAt(start), lowerLimit, -1, 'at-most');
    if (upperLimit < Infinity) add(valueAt(end - 1), upperLimit, 1, 'at-most');
    start = end;
  }
  constraints.push({ row: everything, bound: 1, kind: 'equal' });
  // Steps from place q on, counted from zero, add (n - q) q to the sum of (2 i - n - 1) value[i].
  return [constraints, Float64Array.from({ length: n + 1 }, (_, q) => (q < n ? ((n - q) * q) / n : 0))];
}

/** Share of units and share of the total at the upper end of each tier but the last; totals at the middle of their interval. */
function lorenzPoints(tiers: readonly CheckedTier[], n: number): { units: number; share: number }[] {
  const total = tiers.reduce((sum, { lower, upper }) => sum + (lower + upper) / 2, 0);
  let [units, share] = [0, 0];
  return tiers.slice(0, -1).map(({ count, lower, upper }) => {
    units += count / n;
    share += (lower + upper) / 2 / total;
    return { units, share };
  });
}

/** The curve of a family closest to the points by least squares, its parameter found by golden section. */
function fitted(
  method: 'lognormal' | 'pareto',
  points: readonly { units: number; share: number }[],
  curve: (spread: number) => (units: number) => number,
  most: number,
): GroupedGini['estimates'][number] {
  const misfit = (spread: number): number =>
    points.reduce((sum, { units, share }) => sum + (curve(spread)(units) - share) ** 2, 0);
  const golden = (Math.sqrt(5) - 1) / 2;
  let [low, high] = [0, most];
  while (high - low > 1e-10) {
    const [left, right] = [high - golden * (high - low), low + golden * (high - low)];
    if (misfit(left) < misfit(right)) high = right;
    else low = left;
  }
  const spread = (low + high) / 2;
  return {
    method,
    gini: method === 'lognormal' ? 2 * normalCumulative(spread / Math.SQRT2) - 1 : spread / (2 - spread),
    fit: Math.max(...points.map(({ units, share }) => Math.abs(curve(spread)(units) - share))),
  };
}
