import * as z from 'zod';

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

/** Which of the rules of `rankOrder` each word means. */
export const tieRules = {
  competition: 'min',
  dense: 'dense',
  average: 'average',
  worst: 'max',
  order: 'first',
} as const;
