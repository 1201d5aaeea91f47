import * as z from 'zod';
import { aggregationSchema, missingSchema, type WrittenMissing } from '../stages/aggregate.js';
import { denominationSchema, type WrittenDenomination } from '../stages/denominate.js';
import { imputationSchema } from '../stages/impute/impute.js';
import { normalisationSchema } from '../stages/normalise/normalise.js';
import { rankSchema } from '../stages/rank.js';
import { screenSchema } from '../stages/screen.js';
import { tierSchema } from '../stages/tier.js';
import { treatmentSchema } from '../stages/treat/treat.js';
import { weighingSchema } from '../stages/weigh.js';
import { type MetaNormalisation, metaNormalisations } from '../interchange/meta-normalisation.js';
import type { WrittenMethod } from './method.js';

/** A decimal number kept as its printed token, 27.70 with its zero; what is no text any more is written anew. */
const token = z.union([
  z.string().regex(/^(\d+(\.\d*)?|\.\d+)([eE][+-]?\d{1,3})?$/, 'a number of zero or more, such as 27.69'),
  z.number().min(0).transform(String),
]);

const identifier = z.string().regex(/^[a-z][a-z0-9-]*$/, 'an identifier: lower-case letters, digits and hyphens');

/** A node is named like the column that holds it. */
const nodeName = z.string().regex(/^\S(.*\S)?$/, 'a name without blanks at its ends');

/** The stages that work on indicators, in the order in which they run unless a specification says otherwise. */
export const indicatorStages = ['screen', 'impute', 'denominate', 'treat', 'normalise'] as const;

export type IndicatorStage = (typeof indicatorStages)[number];

/** What may be stated for the index, a level, a group, a node or an indicator. */
export interface StageOptions {
  /** Fills gaps of indicators. */
  impute?: WrittenMethod | undefined;
  denominate?: WrittenDenomination | undefined;
  /** Treats outliers of indicators. */
  treat?: WrittenMethod | undefined;
  /** Makes indicators comparable; at an inner node, scales its score again. */
  normalise?: WrittenMethod | undefined;
  /** Where the weights of a node's children come from. */
  weigh?: WrittenMethod | undefined;
  aggregate?: WrittenMethod | undefined;
  missing?: WrittenMissing | undefined;
}

const stageOptions = {
  impute: imputationSchema.optional(),
  denominate: denominationSchema.optional(),
  treat: treatmentSchema.optional(),
  normalise: normalisationSchema.optional(),
  weigh: weighingSchema.optional(),
  aggregate: aggregationSchema.optional(),
  missing: missingSchema.optional(),
};

export interface SpecificationNode extends StageOptions {
  id: string;
  title: string;
  titleZh?: string | undefined;
  unit?: string | undefined;
  source?: string | undefined;
  definition?: string | undefined;
  /** The column of the data that holds it, where that is not named like the node. */
  column?: string | undefined;
  direction?: 'positive' | 'negative' | undefined;
  weight?: string | undefined;
  /** How many children the report counts without naming them. */
  unnamed?: number | undefined;
  /** Options for everything below this node. */
  within?: StageOptions | undefined;
  children?: SpecificationNode[] | undefined;
}

const node: z.ZodType<SpecificationNode> = z.lazy(() =>
  z
    .strictObject({
      id: nodeName,
      title: z.string(),
      titleZh: z.string().optional(),
      unit: z.string().optional(),
      source: z.string().optional(),
      definition: z.string().optional(),
      column: z
        .string()
        .min(1)
        .optional()
        .meta({ description: 'The column of the data that holds it, where that is not named like the node.' }),
      direction: z.enum(['positive', 'negative']).optional(),
      weight: token.optional().meta({
        description: 'Relative to the sum of the weights of the siblings; printed digits are kept.',
      }),
      unnamed: z.int().positive().optional(),
      ...stageOptions,
      within: z.strictObject(stageOptions).optional().meta({ description: 'Options for everything below this node.' }),
      children: z.array(node).min(1).optional(),
    })
    .meta({
      id: 'node',
      description: 'A node of the index tree; one without children is an indicator, a column of the data.',
    }),
);

const dataColumns = z
  .strictObject({
    unit: z.string().default('place').meta({ description: 'The column that names the units.' }),
    time: z.string().optional().meta({ description: 'The column of the year; with it the data are a panel.' }),
    groups: z.array(z.string()).default([]).meta({ description: 'Columns of groups that stages use.' }),
    denominators: z.array(z.string()).default([]).meta({ description: 'Columns that indicators are divided by.' }),
  })
  .meta({ description: 'The columns beside the indicators.' });

const recipe = {
  id: identifier,
  title: z.string(),
  report: z.string().optional(),
  year: z.int().optional(),
  data: dataColumns.optional(),
  stages: z
    .array(z.enum(indicatorStages))
    .refine((stages) => new Set(stages).size === stages.length, 'each stage once')
    .optional()
    .meta({ description: `The order of the stages; ${indicatorStages.join(', ')} unless stated.` }),
  screen: screenSchema.optional(),
  ...stageOptions,
  levels: z
    .record(z.string().regex(/^\d+$/, 'the number of a level, 0 for the index'), z.strictObject(stageOptions))
    .optional()
    .meta({ description: 'Options for all nodes of a level; 0 is the index.' }),
  rank: rankSchema.optional(),
  tier: tierSchema.optional(),
};

/**
 * An index as data: its tree of indicators, their weights, and the method of each stage.
 *
 * A node without children is an indicator, a column of the data. Weights are relative to the sum of the
 * siblings' weights; siblings without any weight count equally, unless `weigh` says that their weights are
 * undisclosed: such an index can be built from the node upward, not below it.
 *
 * An option counts for the node that states it, else for the nodes below a node that states it in `within`, else for
 * the level, else for the index. The index's `normalise` is for indicators: an inner node is scaled again after
 * aggregation only where the node, a group or a level says so.
 */
export const specificationSchema = z.strictObject({ ...recipe, tree: node });

/** A specification without its tree: what a COINr user writes beside two tables. */
export const recipeSchema = z.strictObject({
  ...recipe,
  indicators: z
    .record(z.string(), z.strictObject(stageOptions))
    .optional()
    .meta({ description: 'Options of single indicators, by their code.' }),
  normaliseFromMeta: z
    .enum(Object.keys(metaNormalisations) as [MetaNormalisation, ...MetaNormalisation[]])
    .optional()
    .meta({ description: 'Normalise each indicator by this method, with the parameters that iMeta gives for it.' }),
});

export type Specification = z.infer<typeof specificationSchema>;
export type Recipe = z.infer<typeof recipeSchema>;
