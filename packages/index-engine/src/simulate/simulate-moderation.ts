import { assertThat, randomSource, type RandomSource, requireObject, requireOptions } from '@indexlab/core';
import { regress } from '@indexlab/stats/regression';

/** Published scores behind which two parts are not published: an outcome, and the mean of the parts. */
export interface UnpublishedParts {
  readonly outcome: ArrayLike<number>;
  /** The weighted mean of the two parts. */
  readonly mean: ArrayLike<number>;
  /** The weight of the part whose effect is asked for; the moderator has the rest. */
  readonly weight: number;
  /** 1 where the moderator is known to be the larger part, -1 where it is the smaller, 0 where neither is known. */
  readonly ahead?: ArrayLike<number> | undefined;
}

export interface ModerationWorldOptions {
  readonly seed: number;
  /** By what share one unit of the moderator raises the effect of x on the outcome: 0 is a world without moderation. */
  readonly ratio: number;
  /** Rounds of drawing the parts and fitting the other parameters; 6 unless stated. */
  readonly rounds?: number | undefined;
}

/** One world: the two parts, and the model of the outcome that they were drawn under. */
export interface ModerationWorld {
  readonly x: Float64Array;
  readonly moderator: Float64Array;
  readonly parameters: {
    readonly intercept: number;
    /** The effect of x where the moderator is zero. */
    readonly effect: number;
    readonly moderatorEffect: number;
    readonly deviation: number;
  };
}

/** The grid of ln(moderator / x) on which parts are drawn. */
const [lowest, highest, points] = [-4, 3, 71];
const [usual, spread] = [-0.7, 1];

/**
 * Draws the two parts of a published mean under a model of a published outcome,
 * `outcome = intercept + effect x (1 + ratio moderator) + moderatorEffect moderator + e`, so that outcome and mean stay as
 * they are: each unit's split has the distribution that the model leaves it. The other parameters are those that fit: parts
 * and parameters are drawn and fitted in turn. The parts sum to what the means sum to.
 *
 * Two worlds, one with moderation and one without, agree in everything that is published. What a regression says of them shows
 * what a design can tell apart; it is never evidence for its coefficient.
 *
 * @throws IndexlabError for lengths that differ, means that are not above zero, or a weight that is none
 *
 * @example
 * const base = Float64Array.from({ length: 60 }, (_, unit) => 5 / (1 + unit));
 * const world = simulateModeration({ outcome: base, mean: base, weight: 0.5 }, { seed: 1, ratio: 0.4 });
 * base.every((value, unit) => Math.abs((world.x[unit] + world.moderator[unit]) / 2 - value) < 1e-12) // => true
 */
export function simulateModeration(parts: UnpublishedParts, options: ModerationWorldOptions): ModerationWorld {
  requireObject(parts, 'simulateModeration', 'parts', ['outcome', 'mean', 'weight']);
  requireOptions(options, 'simulateModeration', { seed: 'a number', ratio: 'a number', rounds: 'a number' }, [
    'seed',
    'ratio',
  ]);
  const { outcome, mean, weight, ahead = new Float64Array(mean.length) } = parts;
  const count = mean.length;
  assertThat(
    outcome.length === count && ahead.length === count,
    () => `simulateModeration requires columns of one length, got ${outcome.length}, ${count} and ${ahead.length}`,
  );
  assertThat(weight > 0 && weight < 1, () => `simulateModeration requires a weight between 0 and 1, got ${weight}`);
  const flat = Array.from(mean).findIndex((value) => !(value > 0));
  assertThat(flat < 0, () => `simulateModeration requires means above zero, got ${mean[flat]} (row ${flat + 1})`);
  const random = randomSource(options.seed);
  let drawn = drawParts(parts, ahead, null, options.ratio, random);
  let parameters = fit(outcome, drawn, options.ratio);
  for (let round = 0; round < (options.rounds ?? 6); round += 1) {
    drawn = drawParts(parts, ahead, parameters, options.ratio, random);
    parameters = fit(outcome, drawn, options.ratio);
  }
  return { ...drawn, parameters };
}

type Parameters = ModerationWorld['parameters'];
type Drawn = Pick<ModerationWorld, 'x' | 'moderator'>;

function fit(outcome: ArrayLike<number>, { x, moderator }: Drawn, ratio: number): Parameters {
  const raised = x.map((value, row) => value * (1 + ratio * moderator[row]!));
  const { terms, residualStandardError } = regress('outcome ~ raised + moderator', {
    outcome: Float64Array.from(outcome),
    raised,
    moderator,
  });
  const [intercept, effect, moderatorEffect] = terms.map(({ estimate }) => estimate);
  return {
    intercept: intercept!,
    effect: effect!,
    moderatorEffect: moderatorEffect!,
    deviation: Math.max(residualStandardError, 1e-9),
  };
}

/** The parts of one unit at a ratio of the moderator to x. */
function partsAt(mean: number, weight: number, logRatio: number): [x: number, moderator: number] {
  const ratio = Math.exp(logRatio);
  const x = mean / (weight + (1 - weight) * ratio);
  return [x, x * ratio];
}

function drawParts(
  { outcome, mean, weight }: UnpublishedParts,
  ahead: ArrayLike<number>,
  parameters: Parameters | null,
  ratio: number,
  random: RandomSource,
): Drawn {
  const count = mean.length;
  const grid = Array.from({ length: points }, (_, point) => lowest + ((highest - lowest) * point) / (points - 1));
  const logDensity = (row: number, logRatio: number): number => {
    const known = ahead[row]!;
    if ((known > 0 && logRatio <= 0) || (known < 0 && logRatio >= 0)) return -Infinity;
    const prior = -((logRatio - usual) ** 2) / (2 * spread ** 2);
    if (!parameters) return prior;
    const { intercept, effect, moderatorEffect, deviation } = parameters;
    const [x, moderator] = partsAt(mean[row]!, weight, logRatio);
    const error = outcome[row]! - intercept - effect * x * (1 + ratio * moderator) - moderatorEffect * moderator;
    return prior - error ** 2 / (2 * deviation ** 2);
  };
  const densities = Array.from({ length: count }, (_, row) =>
    Float64Array.from(grid, (logRatio) => logDensity(row, logRatio)),
  );
  const xAt = Array.from({ length: count }, (_, row) =>
    Float64Array.from(grid, (logRatio) => partsAt(mean[row]!, weight, logRatio)[0]),
  );
  const weights = new Float64Array(points);
  // The parts sum to what the means sum to: a tilt in x brings the expected sum there.
  const target = Array.from(mean).reduce((sum, value) => sum + value, 0);
  const expected = (tilt: number): number => {
    let sum = 0;
    for (let row = 0; row < count; row += 1) {
      tiltedShares(densities[row]!, xAt[row]!, tilt, weights);
      for (let point = 0; point < points; point += 1) sum += weights[point]! * xAt[row]![point]!;
    }
    return sum;
  };
  let [low, high] = [-32, 32];
  for (let step = 0; step < 18; step += 1) {
    const middle = (low + high) / 2;
    if (expected(middle) < target) low = middle;
    else high = middle;
  }
  const x = new Float64Array(count);
  const moderator = new Float64Array(count);
  for (let row = 0; row < count; row += 1) {
    tiltedShares(densities[row]!, xAt[row]!, (low + high) / 2, weights);
    let left = random.uniform();
    let point = 0;
    while (point < points - 1 && left >= weights[point]!) left -= weights[point++]!;
    const jitter = ((random.uniform() - 0.5) * (highest - lowest)) / (points - 1);
    const within = ahead[row]! === 0 || Math.sign(grid[point]! + jitter) === Math.sign(ahead[row]!);
    [x[row], moderator[row]] = partsAt(mean[row]!, weight, grid[point]! + (within ? jitter : 0));
  }
  return { x, moderator };
}

/** Writes the probability of each point of the grid. */
function tiltedShares(density: Float64Array, x: Float64Array, tilt: number, weights: Float64Array): void {
  let most = -Infinity;
  for (let point = 0; point < points; point += 1) most = Math.max(most, density[point]! + tilt * x[point]!);
  let sum = 0;
  for (let point = 0; point < points; point += 1)
    sum += weights[point] = Math.exp(density[point]! + tilt * x[point]! - most);
  for (let point = 0; point < points; point += 1) weights[point]! /= sum;
}
