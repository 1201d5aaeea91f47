import { assertThat, type RandomSource } from '@indexlab/core';
import { chosenMethod } from '../specification/stage-methods.js';
import type { WrittenMethod } from '../specification/method.js';

/** A score that some unit must have for a scaling to be what it is: its best, its worst, or the unit it names. */
export interface Anchor {
  readonly score: number;
  readonly end: 'best' | 'worst';
  readonly unit?: string;
}

/** A scaling with its numbers chosen, so that it can be undone. */
export interface Curve {
  toScore(value: number): number;
  toValue(score: number): number;
  readonly lowest: number;
  readonly highest: number;
  readonly anchors: readonly Anchor[];
  /** What the scores of all peers sum to; `null` where that is free. */
  readonly total: number | null;
}

/** Scores as they are. */
export const noCurve: Curve = {
  toScore: (value) => value,
  toValue: (score) => score,
  lowest: -Infinity,
  highest: Infinity,
  anchors: [],
  total: null,
};

/** The values between which a scaling may put its ends. */
export interface ValueRange {
  readonly low: number;
  readonly high: number;
  /** How many peers there are. */
  readonly count: number;
  /** What printed scores tell of the ends. */
  readonly known?: KnownRange | null | undefined;
}

/** The lowest and the highest value of those peers whose values printed scores tell. */
export interface KnownRange {
  readonly low: number;
  readonly high: number;
  /** Whether they tell the values of all peers. */
  readonly all: boolean;
}

type Choose = (options: Readonly<Record<string, number>>, range: ValueRange, random: RandomSource) => Partial<Line>;

interface Line {
  origin: number;
  span: number;
  factor: number;
  offset: number;
  lowest: number;
  highest: number;
  anchors: Anchor[];
  total: number | null;
  /** The values on the line are logarithms, ln(x + 1). */
  log: boolean;
}

/** The ends of a scaling: those that printed scores tell, else somewhat inside the range of what can be had. */
function ends({ low, high, known }: ValueRange, random: RandomSource): [number, number] {
  const drawn = [
    low + (high - low) * (0.05 + 0.1 * random.uniform()),
    high - (high - low) * (0.05 + 0.1 * random.uniform()),
  ] as const;
  if (!known) return [...drawn];
  return known.all ? [known.low, known.high] : [Math.min(drawn[0], known.low), Math.max(drawn[1], known.high)];
}

const best = (score: number): Anchor => ({ score, end: 'best' });
const worst = (score: number): Anchor => ({ score, end: 'worst' });

const choices: Readonly<Record<string, Choose>> = {
  none: () => ({}),
  'share-of-total': (_, { high, count }) => ({ span: high * count, lowest: 0, highest: 1, total: 1 }),
  'share-of-maximum': ({ factor = 1 }, range, random) => ({
    span: ends(range, random)[1],
    factor,
    lowest: 0,
    highest: factor,
    anchors: [best(factor)],
  }),
  'log-share-of-maximum': ({ factor = 1 }, range, random) => ({
    span: Math.log1p(ends(range, random)[1]),
    factor,
    lowest: 0,
    highest: factor,
    anchors: [best(factor)],
    log: true,
  }),
  'min-max': ({ lower = 0, upper = 1 }, range, random) => betweenEnds(lower, upper, range, random),
  'distance-to-maximum': (_, range, random) => betweenEnds(0, 1, range, random),
  goalposts: ({ lower = 0, upper = 1, factor = 1, cut }) => ({
    origin: lower,
    span: upper - lower,
    factor,
    ...(cut !== (false as unknown) && { lowest: 0, highest: factor }),
  }),
};

function betweenEnds(lower: number, upper: number, range: ValueRange, random: RandomSource): Partial<Line> {
  const [low, high] = ends(range, random);
  return {
    origin: low,
    span: high - low,
    factor: upper - lower,
    offset: lower,
    lowest: lower,
    highest: upper,
    anchors: [best(upper), worst(lower)],
  };
}

const refusals: Readonly<Record<string, string>> = {
  rank: 'ranks throw distances away',
  borda: 'ranks throw distances away',
  'percentile-rank': 'ranks throw distances away',
  categorical: 'classes throw distances away',
  'above-below-mean': 'classes throw distances away',
};

/**
 * A scaling with its ends chosen.
 *
 * @throws IndexlabError with the reason, for a scaling that cannot be undone
 */
export function chooseCurve(
  written: WrittenMethod,
  direction: 1 | -1,
  range: ValueRange,
  random: RandomSource,
  node: string,
): Curve {
  const { name, options, traits } = chosenMethod('normalise', written);
  const choose = choices[name];
  assertThat(
    choose !== undefined,
    () => `simulateIndicators requires a scaling that can be undone, got ${name} (node "${node}")`,
    () =>
      `${refusals[name] ?? 'It depends on the mean or the spread of all units'}. ${Object.keys(choices).join(', ')} can be undone.`,
  );
  assertThat(
    direction === 1 || traits.turns === true,
    () => `simulateIndicators requires a scaling that turns a negative direction, got ${name} (node "${node}")`,
    'min-max, goalposts and distance-to-maximum turn it.',
  );
  assertThat(
    options.base === undefined && options.over === undefined,
    () => `simulateIndicators requires a scaling within one year, got base or over (node "${node}")`,
  );
  // A negative direction is worked on with its sign changed, as the scaling does.
  const turn = <Range extends { low: number; high: number }>(own: Range): Range => ({
    ...own,
    low: -own.high,
    high: -own.low,
  });
  const turned = direction === 1 ? range : { ...turn(range), known: range.known && turn(range.known) };
  const posts = options as Readonly<Record<string, number>>;
  const posted =
    direction === 1 || name !== 'goalposts' ? posts : { ...posts, lower: -posts.upper!, upper: -posts.lower! };
  const line = choose(posted, turned, random);
  const { origin = 0, span = 1, factor = 1, offset = 0, log = false } = line;
  return {
    toScore: (value) => (((log ? Math.log1p(value) : direction * value) - origin) / span) * factor + offset,
    toValue: (score) => {
      const point = ((score - offset) / factor) * span + origin;
      return log ? Math.expm1(point) : direction * point;
    },
    lowest: line.lowest ?? -Infinity,
    highest: line.highest ?? Infinity,
    anchors: line.anchors ?? [],
    total: line.total ?? null,
  };
}
