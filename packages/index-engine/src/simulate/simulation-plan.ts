import { IndexlabError, requireText } from '@indexlab/core';
import { load } from 'js-yaml';
import * as z from 'zod';

const texts = z.record(z.string(), z.string());

/** Printed cells of one table that are scores or ranks of one node. */
const printedCells = z.strictObject({
  node: z.string(),
  table: z.string(),
  name: z.string().default('name').meta({ description: 'The column that names the units.' }),
  scores: z.string().optional(),
  ranks: z.string().optional(),
  factor: z.number().optional(),
  leading: z.boolean().optional(),
  where: texts.optional().meta({ description: 'Only rows that have these texts in these columns.' }),
  assume: z
    .array(z.strictObject({ name: z.string(), rank: z.number() }))
    .optional()
    .meta({ description: 'Units that are taken to stand where the list prints none.' }),
});

/** Printed sums, means, counts or Gini coefficients over units. */
const printedSummary = z.strictObject({
  node: z.string(),
  statistic: z.enum(['sum', 'mean', 'count', 'gini', 'share', 'part', 'increase']),
  by: z
    .string()
    .optional()
    .meta({ description: 'The column that groups the units; tier for the tiers that are built.' }),
  factor: z.number().optional(),
  table: z.string().optional(),
  group: z.string().optional().meta({ description: 'The column of the table that names the group.' }),
  column: z.string().optional().meta({ description: 'The column of the table that has the value.' }),
  groups: texts.optional().meta({ description: 'What the table calls a group, and what the units do.' }),
  figures: texts.optional().meta({ description: 'Numbers of the text, by group: their ids.' }),
  values: texts.optional().meta({ description: 'Numbers that are no printed ones, by group.' }),
  growth: z.string().optional().meta({ description: 'The simulation over whose value the printed one is the growth.' }),
});

const simulation = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  title: z.string().optional(),
  specification: z.string().default('specification.yaml'),
  seed: z.number(),
  dispersion: z.number().optional(),
  indexDispersion: z.number().optional(),
  assume: z
    .strictObject({
      weights: z.record(z.string(), texts).optional(),
      nodes: z.record(z.string(), z.record(z.string(), z.unknown())).optional(),
      index: z.record(z.string(), z.unknown()).optional(),
      because: z.array(z.string()).optional(),
    })
    .optional(),
  units: z.array(
    z.strictObject({
      table: z.string().optional(),
      name: z.string(),
      where: texts.optional(),
      count: z.int().positive().optional().meta({ description: 'So many units, numbered.' }),
      columns: texts.optional().meta({ description: 'Columns of the units, the same text for all of these.' }),
      take: texts.optional().meta({ description: 'Columns of the units, from columns of the table.' }),
    }),
  ),
  draw: z
    .record(z.string(), z.tuple([z.number().positive(), z.number().positive()]))
    .optional()
    .meta({ description: 'Columns of numbers beside the indicators that are drawn as well, between two ends.' }),
  printed: z.array(z.union([printedCells, printedSummary])),
  also: z.array(z.union([printedCells, printedSummary])).optional(),
});

const planSchema = z.strictObject({
  simulations: z.array(simulation).min(1),
  without: z
    .array(z.strictObject({ table: z.string(), columns: z.array(z.string()), why: z.string() }))
    .default([])
    .meta({ description: 'Columns of tables that no simulation gives, and why.' }),
});

/** How simulated indicators of a dossier are made: which printed cells they give back, and what is assumed. */
export type SimulationPlan = z.infer<typeof planSchema>;

export type Simulation = z.infer<typeof simulation>;
export type PlannedCells = z.infer<typeof printedCells>;
export type PlannedSummary = z.infer<typeof printedSummary>;

/**
 * Reads the plan of the simulated indicators of a dossier, `simulated/plan.yaml`.
 *
 * @throws IndexlabError saying what is no plan
 *
 * @example
 * const text = 'simulations: [{ id: cities, seed: 1, units: [{ name: a }], printed: [{ node: t, table: total, scores: index }] }]';
 * readSimulationPlan(text).simulations[0].specification // => 'specification.yaml'
 */
export function readSimulationPlan(text: string, name = 'plan.yaml'): SimulationPlan {
  requireText(text, 'readSimulationPlan', 'text');
  let written: unknown;
  try {
    written = load(text);
  } catch (error) {
    throw new IndexlabError(`readSimulationPlan requires YAML, got ${(error as Error).message} (${name})`, {
      cause: error,
    });
  }
  const read = planSchema.safeParse(written);
  if (read.success) return read.data;
  throw new IndexlabError(`readSimulationPlan requires a plan, got ${z.prettifyError(read.error)} (${name})`);
}
