import { assertThat } from '@indexlab/core';
import { jenksBreaks, kMeans } from '@indexlab/stats/clusters';
import { quantile } from '@indexlab/stats/descriptive';
import * as z from 'zod';
import { type Method, method, methodSchema, type WrittenMethod, bindMethod } from '../specification/method.js';
import { partition, type Rows } from './rows.js';

/**
 * Divides units into tiers, 1 the best.
 *
 * @param columns the scores to divide on, without missing values; one column for all methods but k-means
 */
export type Tier = (columns: readonly Float64Array[]) => readonly number[];

const k = z.int().min(2).meta({ description: 'How many tiers.' });

/** Every way to divide units into tiers. */
export const tierings = {
  'cut-offs': method(
    'Stated cut-offs, in any order. A score at a cut-off belongs to the tier above unless edge: lower.',
    { cuts: z.array(z.number()).min(1), edge: z.enum(['upper', 'lower']).default('upper') },
    ({ cuts, edge }): Tier =>
      ([scores]) =>
        Array.from(
          scores!,
          (score) => 1 + cuts.filter((cut) => (edge === 'upper' ? score < cut : score <= cut)).length,
        ),
  ),
  quantiles: method(
    'Quantiles (type 7) of the scores as cut-offs; a score at one belongs to the tier above.',
    { k },
    ({ k: count }): Tier =>
      ([scores]) => {
        const cuts = Array.from({ length: count - 1 }, (_, index) => quantile(scores!, (index + 1) / count));
        return Array.from(scores!, (score) => 1 + cuts.filter((cut) => score < cut).length);
      },
  ),
  jenks: method(
    'Natural breaks: the classes of least squares of one score, exactly.',
    { k },
    ({ k: count }): Tier =>
      ([scores]) => {
        // The largest score of each class but the highest: what lies above it is in the class above.
        const ends = jenksBreaks(scores!, count).breaks.slice(1, -1);
        return Array.from(scores!, (score) => 1 + ends.filter((end) => score <= end).length);
      },
  ),
  'k-means': method(
    'Clusters of least squares (k-means) on one score or several, numbered by their mean scores.',
    { k, seed: z.int().default(1), restarts: z.int().positive().default(50) },
    (options): Tier =>
      (columns) =>
        kMeans(
          Array.from(columns[0]!, (_, row) => columns.map((column) => column[row]!)),
          options,
        ).labels,
  ),
} satisfies Record<string, Method<Tier>>;

/** What every tiering takes beside its own options. */
const tierCommon = z.strictObject({
  on: z
    .array(z.string())
    .min(1)
    .optional()
    .meta({ description: 'The nodes whose scores are divided; the index unless stated.' }),
  over: z.enum(['year', 'pooled']).default('year'),
  labels: z.array(z.string()).optional().meta({ description: 'Names of the tiers, the best first.' }),
});

/** What a specification may write for tier. */
export const tierSchema = methodSchema<Tier>('tier', tierings, tierCommon.shape);

export function bindTier(written: WrittenMethod) {
  return bindMethod<Tier, (typeof tierCommon)['shape']>(tierings, written, tierCommon);
}

/** The tier of each row. */
export interface Tiers {
  /** 1 is the best; `NaN` for a unit that lacks a score. */
  readonly tier: Float64Array;
  readonly labels: readonly string[] | null;
}

/** The nodes on whose scores tiers are made. */
export function tierNodes(written: WrittenMethod, index: string): readonly string[] {
  return bindTier(written).common.on ?? [index];
}

/** Divides the rows with complete scores into tiers, each year by itself unless pooled. */
export function tierScores(columns: readonly Float64Array[], written: WrittenMethod, rows: Rows): Tiers {
  const { name, run, common } = bindTier(written);
  assertThat(
    columns.length === 1 || name === 'k-means',
    () => `tier requires one node for ${name}, got ${columns.length}`,
    'Only k-means divides on several scores.',
  );
  const tier = new Float64Array(rows.units.length).fill(NaN);
  for (const { places, labels } of divisions(columns, run, partition(rows, common))) {
    places.forEach((row, place) => (tier[row] = labels[place]!));
  }
  return { tier, labels: common.labels ?? null };
}

/** The sets of rows that are divided, without those that lack a score, and the tier of each. */
export function divisions(columns: readonly Float64Array[], run: Tier, sets: readonly Int32Array[] | null) {
  return (sets ?? [Int32Array.from(columns[0]!.keys())])
    .map((set) => [...set].filter((row) => columns.every((column) => !Number.isNaN(column[row]))))
    .filter((places) => places.length > 0)
    .map((places) => ({
      places,
      labels: run(columns.map((column) => Float64Array.from(places, (row) => column[row]!))),
    }));
}
