import { assertThat, listNames } from '@indexlab/core';
import { mean, ranks, standardDeviation } from '@indexlab/stats/descriptive';
import * as z from 'zod';
import { type Method, method } from '../../specification/method.js';
import {
  clamp,
  constantScores,
  positiveTotal,
  requirePositive,
  type Scale,
  type ScalingContext,
  span,
} from './scale.js';
import { type Line, line, onLine } from './line.js';
import { present } from './summaries.js';

const lower = z.number().default(0);
const upper = z.number().default(1);
const ties = z.enum(['average', 'min', 'max', 'dense']).default('min');

/** Every way to make a column comparable with its siblings. */
export const normalisations = {
  none: method(
    'As given.',
    {},
    (): Scale => (values, _, context) => {
      requirePositive('none', context);
      return values;
    },
  ),

  'share-of-total': method(
    'x / sum(x). Shares of the current total sum to a constant: for an index that grows, set a base year.',
    {},
    (): Scale => (_, reference, context) => {
      requirePositive('share-of-total', context);
      return line({ direction: 1, origin: 0, span: positiveTotal(reference, context) });
    },
    { needsPeers: true, overTotal: true },
  ),

  'share-of-maximum': method(
    'x / max(x), times a factor.',
    { factor: z.number().default(1) },
    ({ factor }): Scale => {
      requireFactor(factor);
      return (_values, _reference, context) => {
        requirePositive('share-of-maximum', context);
        const best = context.summary.high;
        assertThat(best > 0, () => `normalise requires a maximum above zero, got ${best} (column "${context.name}")`);
        return line({ direction: 1, origin: 0, span: best, factor });
      };
    },
    { needsPeers: true },
  ),

  'log-share-of-maximum': method(
    'ln(x + 1) / max(ln(x + 1)), times a factor.',
    { factor: z.number().default(1) },
    ({ factor }): Scale => {
      requireFactor(factor);
      return (values, _, context) => {
        requirePositive('log-share-of-maximum', context);
        const { low, high: best } = context.summary;
        assertThat(
          low >= 0 && best > 0,
          () =>
            `normalise requires values of zero or more and a maximum above zero, got ${low} to ${best} (column "${context.name}")`,
        );
        return onLine(values.map(Math.log1p), line({ direction: 1, origin: 0, span: Math.log1p(best), factor }));
      };
    },
    { needsPeers: true },
  ),

  'min-max': method(
    '(x - min) / (max - min), stretched from lower to upper (0 to 1 unless stated).',
    { lower, upper },
    (range): Scale => {
      requireOrder('end', range);
      return (values, _, context) => {
        const ends = span(context);
        if (!ends) return constantScores(values, context.constant!);
        return line({
          direction: context.direction,
          origin: ends[0],
          span: ends[1] - ends[0],
          end: ends[1],
          factor: range.upper - range.lower,
          offset: range.lower,
        });
      };
    },
    { turns: true, needsPeers: true, range: ({ lower: low, upper: high }) => [low, high] },
  ),

  'z-score': method(
    '(x - mean) / standard deviation (n - 1), moved to a mean and a standard deviation (0 and 1 unless stated).',
    { mean: z.number().default(0), deviation: z.number().positive().default(1) },
    ({ mean: center, deviation }): Scale =>
      (values, reference, context) =>
        standardised(values, reference, context, deviation, center),
    { turns: true, needsPeers: true, range: () => [-Infinity, Infinity] },
  ),

  'mazziotta-pareto': method(
    'Z-scores with mean 100 and standard deviation 10 (n), as the Mazziotta-Pareto index takes them.',
    {},
    (): Scale => (values, reference, context) => {
      const count = present(reference).length;
      return standardised(values, reference, context, 10 * Math.sqrt(count / (count - 1)), 100);
    },
    { turns: true, needsPeers: true },
  ),

  'adjusted-mazziotta-pareto': method(
    '(x - low) / (high - low) * 60 + 70 between goalposts half a range on either side of a reference value (the mean of the reference rows unless stated).',
    { reference: z.number().optional() },
    (options): Scale =>
      (values, reference, context) => {
        const ends = span(context);
        if (!ends) return constantScores(values, context.constant!);
        const half = (ends[1] - ends[0]) / 2;
        const center = context.direction * (options.reference ?? mean(reference));
        return line({
          direction: context.direction,
          origin: center - half,
          span: 2 * half,
          factor: 60,
          offset: 70,
        });
      },
    { turns: true, needsPeers: true },
  ),

  vector: method(
    'x / sqrt(sum(x^2)).',
    {},
    (): Scale => (_, reference, context) => {
      requirePositive('vector', context);
      const length = Math.sqrt(present(reference).reduce((total, value) => total + value * value, 0));
      assertThat(length > 0, () => `normalise requires a value other than zero, got none (column "${context.name}")`);
      return line({ direction: 1, origin: 0, span: length });
    },
    { needsPeers: true },
  ),

  rank: method(
    'The rank, the worst value first: a high rank is good.',
    { ties },
    (options): Scale =>
      (values, reference, context) =>
        rankScores('rank', values, reference, context, options.ties),
    { turns: true, needsPeers: true, givesRanks: true },
  ),

  borda: method(
    'The number of units behind: the rank from below, less one.',
    { ties },
    (options): Scale =>
      (values, reference, context) =>
        rankScores('borda', values, reference, context, options.ties).map((rank) => rank - 1),
    { turns: true, needsPeers: true, givesRanks: true, range: () => [0, Infinity] },
  ),

  'percentile-rank': method(
    '(rank - 1) / (n - 1), the worst value first.',
    { ties },
    (options): Scale =>
      (values, reference, context) => {
        const count = present(reference).length;
        if (count < 2) span(context);
        return rankScores('percentile-rank', values, reference, context, options.ties).map(
          (rank) => (rank - 1) / (count - 1),
        );
      },
    { turns: true, needsPeers: true, givesRanks: true, range: () => [0, 1] },
  ),

  goalposts: method(
    '(x - lower) / (upper - lower) * factor between two goalposts; beyond them cut off unless cut: false.',
    { lower: z.number(), upper: z.number(), factor: z.number().default(1), cut: z.boolean().default(true) },
    (posts): Scale => {
      requireOrder('goalpost', posts);
      requireFactor(posts.factor);
      return (values, _, { direction }) => {
        const [low, high] = direction === 1 ? [posts.lower, posts.upper] : [-posts.upper, -posts.lower];
        const shares = line({
          direction,
          origin: low,
          span: high - low,
          end: high,
          factor: posts.cut ? 1 : posts.factor,
        });
        return posts.cut ? clamp(onLine(values, shares), 0, 1).map((share) => share * posts.factor) : shares;
      };
    },
    {
      turns: true,
      range: ({ factor, cut }) => (cut ? [Math.min(0, factor), Math.max(0, factor)] : [-Infinity, Infinity]),
    },
  ),

  'distance-to-target': method(
    '(x - min) / (target - min), or (max - x) / (max - target) for a negative direction; 1 is the target, cut off above with cut: true.',
    { target: z.number(), cut: z.boolean().default(false) },
    ({ target, cut }): Scale =>
      (values, _, context) =>
        towards(values, context, context.direction * target, cut, `the target ${target}`),
    { turns: true, needsPeers: true, range: ({ cut }) => [0, cut ? 1 : Infinity] },
  ),

  'distance-to-reference': method(
    '(x - min) / (x of a unit - min): 1 is the unit named, cut off above with cut: true.',
    { unit: z.string(), cut: z.boolean().default(false) },
    ({ unit, cut }): Scale =>
      (values, reference, context) => {
        const row = context.units.indexOf(unit);
        assertThat(
          row >= 0 && !Number.isNaN(reference[row]),
          () =>
            `normalise requires a reference unit with a value, got ${JSON.stringify(unit)} (column "${context.name}")`,
        );
        return towards(values, context, context.direction * reference[row]!, cut, `${unit}, the worst unit itself`);
      },
    { turns: true, needsPeers: true, range: ({ cut }) => [0, cut ? 1 : Infinity] },
  ),

  'distance-to-maximum': method(
    '1 - (max - x) / (max - min).',
    {},
    (): Scale => (values, _, context) => {
      const ends = span(context);
      if (!ends) return constantScores(values, context.constant!);
      const [low, high] = ends;
      return values.map((value) => 1 - (high - context.direction * value) / (high - low));
    },
    { turns: true, needsPeers: true, range: () => [0, 1] },
  ),

  categorical: method(
    'A score for each class: cuts divide the values, lowest class first; a value at a cut belongs to the class above.',
    { cuts: z.array(z.number()).min(1), scores: z.array(z.number()).min(2) },
    ({ cuts, scores }): Scale => {
      assertThat(
        scores.length === cuts.length + 1 && cuts.every((cut, index) => index === 0 || cut > cuts[index - 1]!),
        () =>
          `normalise requires ascending cuts and one score more, got ${listNames(cuts.map(String))} and ${scores.length} scores`,
      );
      return (values, _, { direction }) => {
        const ordered = direction === 1 ? scores : [...scores].reverse();
        return values.map((value) => (Number.isNaN(value) ? NaN : ordered[cuts.filter((cut) => value >= cut).length]!));
      };
    },
    { turns: true, range: ({ scores }) => [Math.min(...scores), Math.max(...scores)] },
  ),

  'above-below-mean': method(
    '1 above (1 + threshold) times the mean, -1 below (1 - threshold) times it, 0 between.',
    { threshold: z.number().min(0).max(1).default(0.2) },
    ({ threshold }): Scale =>
      (values, reference, { direction }) => {
        const ratio = mean(reference);
        assertThat(ratio > 0, () => `normalise requires a mean above zero, got ${ratio}`);
        return values.map((value) =>
          Number.isNaN(value)
            ? NaN
            : direction * (value > (1 + threshold) * ratio ? 1 : value < (1 - threshold) * ratio ? -1 : 0),
        );
      },
    { turns: true, needsPeers: true, range: () => [-1, 1] },
  ),
} satisfies Record<string, Method<Scale>>;

/** A scale that runs downwards would turn every column round. */
function requireOrder(what: string, { lower: low, upper: high }: { lower: number; upper: number }): void {
  assertThat(
    high > low,
    () => `normalise requires an upper ${what} above the lower one, got ${low} and ${high}`,
    'Where a low value is good state direction: negative.',
  );
}

function requireFactor(factor: number): void {
  assertThat(
    factor >= 0,
    () => `normalise requires a factor of zero or more, got ${factor}`,
    'Where a low value is good state direction: negative.',
  );
}

function standardised(
  values: Float64Array,
  reference: Float64Array,
  context: ScalingContext,
  deviation: number,
  center: number,
): Line | Float64Array {
  if (!span(context)) return constantScores(values, context.constant!);
  return line({
    direction: context.direction,
    origin: context.direction * mean(reference),
    span: standardDeviation(reference),
    factor: deviation,
    offset: center,
  });
}

function towards(
  values: Float64Array,
  context: ScalingContext,
  goal: number,
  cut: boolean,
  what: string,
): Line | Float64Array {
  const { low, high } = context.summary;
  const worst = context.direction === 1 ? low : -high;
  assertThat(
    goal > worst,
    () => `normalise requires a goal better than the worst value, got ${what} (column "${context.name}")`,
  );
  const distances = line({ direction: context.direction, origin: worst, span: goal - worst, end: goal });
  return cut ? clamp(onLine(values, distances), -Infinity, 1) : distances;
}

function rankScores(
  name: string,
  values: Float64Array,
  reference: Float64Array,
  context: ScalingContext,
  rule: 'average' | 'min' | 'max' | 'dense',
): Float64Array {
  assertThat(
    values === reference,
    () => `normalise requires no base year for ${name}, got one (column "${context.name}")`,
    'Ranks over all years at once: over: pooled.',
  );
  if (present(values).length === 0) return values;
  return ranks(context.direction === 1 ? values : values.map((value) => -value), { ties: rule });
}
