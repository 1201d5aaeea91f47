import { z } from 'zod';

/** A decimal number kept as its printed token: YAML would lose the trailing zeros of 27.70. */
const token = z.string().regex(/^\d+(\.\d+)?$/, 'a decimal number in quotes, such as "27.69"');

const identifier = z
  .string()
  .regex(/^[a-z][a-z0-9-]*$/, 'an identifier: lower-case letters, digits and hyphens');

/** How a column becomes comparable with its siblings. */
export const normalisation = z.enum(['none', 'share-of-total', 'min-max', 'z-score']).meta({
  description:
    'none: as given; share-of-total: x / sum(x); min-max: (x - min) / (max - min); z-score: (x - mean) / standard deviation (n - 1)',
});

/** How the children of a node become its score. */
export const aggregation = z.enum(['arithmetic', 'geometric']).meta({
  description: 'arithmetic: sum(w x) / sum(w); geometric: exp(sum(w ln x) / sum(w))',
});

/** Where the weights of a node's children come from. */
export const weighing = z.enum(['stated', 'equal', 'undisclosed']).meta({
  description: 'stated: each child has a weight; equal: none has; undisclosed: the report prints none, and none is made up',
});

export interface SpecificationNode {
  id: string;
  title: string;
  titleZh?: string | undefined;
  unit?: string | undefined;
  source?: string | undefined;
  definition?: string | undefined;
  direction?: 'positive' | 'negative' | undefined;
  weight?: string | undefined;
  /** `stated` where the children have weights, else `equal`. */
  weigh?: Weighing | undefined;
  /** How many children the report counts without naming them. */
  unnamed?: number | undefined;
  normalise?: Normalisation | undefined;
  aggregate?: Aggregation | undefined;
  children?: SpecificationNode[] | undefined;
}

export type Normalisation = z.infer<typeof normalisation>;
export type Aggregation = z.infer<typeof aggregation>;
export type Weighing = z.infer<typeof weighing>;

const node: z.ZodType<SpecificationNode> = z.lazy(() =>
  z.strictObject({
    id: identifier,
    title: z.string(),
    titleZh: z.string().optional(),
    unit: z.string().optional(),
    source: z.string().optional(),
    definition: z.string().optional(),
    direction: z.enum(['positive', 'negative']).optional(),
    weight: token.optional(),
    weigh: weighing.optional(),
    unnamed: z.int().positive().optional(),
    normalise: normalisation.optional(),
    aggregate: aggregation.optional(),
    children: z.array(node).min(1).optional(),
  }),
);

/**
 * An index as data: its tree of indicators, their weights, and the method of each stage.
 *
 * A node without children is an indicator, a column of the data. Weights are relative to the sum of the
 * siblings' weights; siblings without any weight count equally, unless `weigh` says that their weights are
 * undisclosed: such an index can be built from the node upward, not below it. A method stated at a node replaces the
 * index's own for that node.
 */
export const specificationSchema = z.strictObject({
  id: identifier,
  title: z.string(),
  report: z.string().optional(),
  year: z.int().optional(),
  normalise: normalisation.default('none'),
  aggregate: aggregation.default('arithmetic'),
  tree: node,
});

export type Specification = z.infer<typeof specificationSchema>;
