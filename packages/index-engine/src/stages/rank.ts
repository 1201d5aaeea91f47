import { ranks } from '@indexlab/stats';
import * as z from 'zod';
import { partition, type Rows, takeValues } from './rows.js';

/** What a specification may write for rank. */
export const rankSchema = z.strictObject({
  ties: z.enum(['competition', 'dense', 'average', 'worst', 'order']).default('competition').meta({
    description:
      'Equal scores: competition, all the best rank, and ranks left out behind (1, 2, 2, 4); dense, none left out; average; worst; order, as in the data.',
  }),
  over: z
    .enum(['year', 'pooled'])
    .default('year')
    .meta({ description: 'In a panel: ranks within a year, or over all years.' }),
  peers: z.string().optional().meta({ description: 'A column of groups, each ranked by itself.' }),
});

export type WrittenRank = z.input<typeof rankSchema>;

const rules = { competition: 'min', dense: 'dense', average: 'average', worst: 'max', order: 'first' } as const;

/** Ranks of unrounded scores, the largest first; a unit without a score has no rank (`NaN`). */
export function rankScores(scores: Float64Array, rows: Rows, written: WrittenRank = {}): Float64Array {
  const { ties, over, peers } = rankSchema.parse(written);
  const rankOf = (values: Float64Array): Float64Array =>
    values.every(Number.isNaN) ? values : ranks(values, { ties: rules[ties], order: 'descending' });
  const sets = partition(rows, { over, peers });
  if (!sets) return rankOf(scores);
  const result = new Float64Array(scores.length);
  for (const set of sets) {
    const own = rankOf(takeValues(scores, set));
    set.forEach((row, place) => (result[row] = own[place]!));
  }
  return result;
}
