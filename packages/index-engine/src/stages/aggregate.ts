import { assertThat } from '@indexlab/core';
import { z } from 'zod';
import { type AggregateOptions, arithmeticMean, geometricMean } from '../aggregate/index.js';
import { type Method, method, methodSchema } from '../specification/method.js';
import { partition, type Rows, takeValues } from './rows.js';

type Combine = (columns: readonly Float64Array[], weights: readonly number[], options: AggregateOptions) => Float64Array;

/** Children to their parent. */
export interface Aggregator {
  /** Compares units with one another (such as Copeland), instead of looking at each by itself. */
  readonly betweenUnits: boolean;
  readonly combine: Combine;
}

const alone = (combine: Combine): Aggregator => ({ betweenUnits: false, combine });

/** Every aggregation. */
export const aggregations = {
  arithmetic: method('sum(w x).', {}, () => alone(arithmeticMean)),
  geometric: method('exp(sum(w ln x)), for values above zero.', {}, () => alone(geometricMean)),
} satisfies Record<string, Method<Aggregator>>;

/** What a specification may write for aggregate. */
export const aggregationSchema = methodSchema<Aggregator>(aggregations);

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
    const scores = combine(columns.map((column) => takeValues(column, set)), weights, options);
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
