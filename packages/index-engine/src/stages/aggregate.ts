import { assertThat } from '@indexlab/core';
import * as z from 'zod';
import {
  type AggregateOptions,
  arithmeticMean,
  borda,
  copeland,
  geometricMean,
  harmonicMean,
  kemeny,
  maximumValue,
  mazziottaPareto,
  meanMin,
  medianValue,
  minimumValue,
  orderedWeightedAverage,
  powerMean,
  product,
  topsis,
  weightedSum,
} from '../aggregate/index.js';
import { benefitOfTheDoubt } from '../weigh/index.js';
import { type Method, method, methodSchema } from '../specification/method.js';
import { partition, type Rows, takeValues } from './rows.js';

type Combine = (
  columns: readonly Float64Array[],
  weights: readonly number[],
  options: AggregateOptions,
) => Float64Array;

/** Children to their parent. */
export interface Aggregator {
  /** Compares units with one another (such as Copeland), instead of looking at each by itself. */
  readonly betweenUnits: boolean;
  readonly combine: Combine;
  /** The sum of the values, each times its weight, where weights sum to one: what can be added column by column. */
  readonly linear?: boolean;
}

const alone = (combine: Combine): Aggregator => ({ betweenUnits: false, combine });
const together = (combine: Combine): Aggregator => ({ betweenUnits: true, combine });

/** Every aggregation. */
export const aggregations = {
  arithmetic: method('sum(w x).', {}, () => ({ ...alone(arithmeticMean), linear: true })),
  sum: method('sum(x w n): the sum of the n values where their weights are equal.', {}, () => alone(weightedSum)),
  geometric: method('exp(sum(w ln x)), for values above zero.', {}, () => alone(geometricMean), {
    needsPositive: true,
  }),
  harmonic: method('1 / sum(w / x), for values above zero.', {}, () => alone(harmonicMean), { needsPositive: true }),
  power: method('sum(w x^power)^(1 / power).', { power: z.number() }, ({ power }) =>
    alone((columns, weights, options) => powerMean(columns, weights, { ...options, power })),
  ),
  minimum: method('The smallest value.', {}, () => alone(minimumValue)),
  maximum: method('The largest value.', {}, () => alone(maximumValue)),
  median: method('The weighted median.', {}, () => alone(medianValue)),
  product: method('The weighted product.', {}, () => alone(product)),
  'ordered-weighted': method(
    'Ordered weighted average: weights by place, the largest value first.',
    { orderWeights: z.array(z.number().min(0)).min(1) },
    ({ orderWeights }) =>
      alone((columns, weights, options) => orderedWeightedAverage(columns, weights, { ...options, orderWeights })),
  ),
  'mean-min': method(
    'The mean less a penalty for the distance to the minimum.',
    { alpha: z.number().min(0).max(1).default(1), beta: z.number().min(0).default(0) },
    (penalty) => alone((columns, weights, options) => meanMin(columns, weights, { ...options, ...penalty })),
  ),
  'mazziotta-pareto': method(
    'The mean with a penalty for imbalance, subtracted (positive) or added (negative).',
    { polarity: z.enum(['positive', 'negative']).default('positive') },
    ({ polarity }) => alone((columns, weights, options) => mazziottaPareto(columns, weights, { ...options, polarity })),
  ),
  borda: method('Borda points of the ranks in each column.', {}, () => together(borda)),
  copeland: method('Pairs won less pairs lost.', {}, () => together(copeland)),
  kemeny: method('The ranking that the columns contradict least, exactly; for small sets.', {}, () => together(kemeny)),
  'benefit-of-the-doubt': method(
    'Each unit with the weights that serve it best (DEA); stated weights count for nothing. Shares bound what each child adds.',
    { shares: z.tuple([z.number(), z.number()]).optional() },
    ({ shares }) => together((columns) => benefitOfTheDoubt(columns, shares ? { shares } : {}).scores),
  ),
  topsis: method('Closeness to the best seen in each column, far from the worst.', {}, () => together(topsis)),
} satisfies Record<string, Method<Aggregator>>;

/** What a specification may write for aggregate. */
export const aggregationSchema = methodSchema<Aggregator>('aggregate', aggregations);

/** What a specification may write for missing. */
export const missingSchema = z
  .union([z.enum(['propagate', 'skip', 'refuse']), z.strictObject({ minimumShare: z.number().min(0).max(1) })])
  .meta({
    description:
      'What a missing child does to its parent: propagate, no score; skip, the others count for more; minimumShare, the same if this share of the children is there; refuse, the index is not built.',
  });

export type WrittenMissing = z.infer<typeof missingSchema>;

/** The score of a node from its children's; methods that compare units look at each year by itself. */
export function aggregateColumns(
  columns: readonly Float64Array[],
  weights: readonly number[],
  { betweenUnits, combine }: Aggregator,
  missing: WrittenMissing,
  rows: Rows,
  node: string,
): Float64Array {
  if (missing === 'refuse') requireComplete(columns, rows, node);
  const options = { missing: missing === 'refuse' ? 'propagate' : missing, node } as const;
  const sets = betweenUnits ? partition(rows, {}) : null;
  if (!sets) return combine(columns, weights, options);
  const result = new Float64Array(rows.units.length);
  for (const set of sets) {
    const scores = combine(
      columns.map((column) => takeValues(column, set)),
      weights,
      options,
    );
    set.forEach((row, place) => (result[row] = scores[place]!));
  }
  return result;
}

function requireComplete(columns: readonly Float64Array[], rows: Rows, node: string): void {
  const gap = rows.units.find((_, row) => columns.some((column) => Number.isNaN(column[row])));
  assertThat(
    gap === undefined,
    () => `buildIndex requires every child of "${node}", got a gap for ${gap}`,
    'Impute the gaps, or say what a missing child does: missing: propagate or skip.',
  );
}
