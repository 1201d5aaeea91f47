import { assertThat } from '@indexlab/core';
import * as z from 'zod';
import { bindMethod, methodSchema, type WrittenMethod } from '../../specification/method.js';
import { partition, type Rows, takeValues } from '../rows.js';
import { requireFinite, requireResult } from '../finite.js';
import { readColumn } from '../read-column.js';
import { type Line, onLine, pointOn } from './line.js';
import { normalisations } from './normalisations.js';
import type { ScalingContext } from './scale.js';
import { summarise, type Summary } from './summaries.js';

/** What every normalisation takes beside its own options. */
export const scalingPeers = z.strictObject({
  over: z
    .enum(['year', 'pooled'])
    .optional()
    .meta({ description: 'In a panel: each year by itself (the default) or all years at once.' }),
  base: z.int().optional().meta({ description: 'In a panel: totals, means and extremes are those of this year.' }),
  peers: z.string().optional().meta({ description: 'A column of groups; each group is scaled by itself.' }),
  constant: z
    .number()
    .optional()
    .meta({ description: 'The score of a column that does not vary; without it such a column is refused.' }),
});

/** What a specification may write for normalise. */
export const normalisationSchema = methodSchema('normalise', normalisations, scalingPeers.shape);

/**
 * Makes a column comparable with its siblings; missing values (`NaN`) stay missing and count for nothing.
 *
 * The methods and their options are those of a specification's `normalise`: `none`, `share-of-total`,
 * `share-of-maximum`, `log-share-of-maximum`, `min-max`, `z-score`, `rank`, `percentile-rank`, `borda`, `goalposts`,
 * `distance-to-target`, `distance-to-reference`, `distance-to-maximum`, `categorical`, `above-below-mean`,
 * `mazziotta-pareto`, `adjusted-mazziotta-pareto`, `vector`. Standard deviations take n - 1; ranks put the worst first.
 *
 * @param method its name, or its name with options, such as `{ method: 'min-max', lower: 0, upper: 100 }`
 * @param direction `negative` where a low value is good
 * @param name the column's name, for messages
 * @throws IndexlabError for an infinite value, a constant column (unless `constant` says its score), a denominator of zero, or a negative
 * direction that the method cannot turn
 *
 * Reference: COINr's `n_minmax`, `n_zscore`, `n_goalposts` and so on; for share-of-total, China "Internet Plus" Index
 * 2016, section 3.2.
 *
 * @example
 * normalise(new Float64Array([1, 3]), 'share-of-total') // => new Float64Array([1 / 4, 3 / 4])
 * @example
 * normalise(new Float64Array([2, 3, 4]), { method: 'min-max', upper: 100 }, 'negative') // => new Float64Array([100, 50, 0])
 */
export function normalise(
  values: Float64Array,
  method: WrittenMethod,
  direction: 'positive' | 'negative' = 'positive',
  name = 'values',
): Float64Array {
  const scaling = bindScaling(method);
  assertThat(
    scaling.common.over === undefined && scaling.common.base === undefined && scaling.common.peers === undefined,
    () => `normalise requires a method without over, base and peers, got ${JSON.stringify(method)}`,
    'buildIndex takes them, as it knows the rows.',
  );
  const place = { caller: 'normalise', column: name };
  const numbers = readColumn(values, place);
  const summary = summarise(numbers);
  requireFinite(numbers, place, summary);
  return scaleRows(numbers, numbers, scaling, {
    direction: direction === 'negative' ? -1 : 1,
    name,
    summary,
    units: [],
    constant: scaling.common.constant,
  }).values;
}

/** A written normalisation made ready to run. */
export type Scaling = ReturnType<typeof bindScaling>;

export function bindScaling(written: WrittenMethod) {
  return bindMethod(normalisations, written, scalingPeers);
}

/** A scaled column. */
export interface Scaled {
  readonly values: Float64Array;
  /** The line on which a row was laid; `null` where the scaling is none. */
  lineAt(row: number): Line | null;
}

/** What those who scale many columns have at hand. */
export interface ScalingTools {
  /** The ends of a column, where they may be known already. */
  readonly summaryOf?: (values: Float64Array) => Summary;
  /** Where a scaled column goes: a column of as many rows, all zero. */
  readonly newColumn?: () => Float64Array;
}

/** A column scaled within each set of peers, a negative direction turned. */
export function scaleColumn(
  values: Float64Array,
  scaling: Scaling,
  rows: Rows,
  direction: 1 | -1,
  name: string,
  { summaryOf = summarise, newColumn = () => new Float64Array(values.length) }: ScalingTools = {},
): Scaled {
  const { constant, base, over, peers } = scaling.common;
  const sets = partition(rows, { over: base === undefined ? over : 'pooled', peers });
  if (!sets && base === undefined) {
    const context = { direction, name, summary: summaryOf(values), units: rows.units, constant };
    return scaleRows(values, values, scaling, context, newColumn);
  }
  const result = newColumn();
  const parts: { scaled: Scaled; set: Int32Array }[] = [];
  for (const set of sets ?? [Int32Array.from(values.keys())]) {
    const own = takeValues(values, set);
    const baseRows = base === undefined ? set : set.filter((row) => rows.years?.[row] === base);
    assertThat(
      baseRows.length > 0,
      () => `normalise requires rows of the base year, got none for ${base} (column "${name}")`,
    );
    const reference = baseRows === set ? own : takeValues(values, baseRows);
    const units = Array.from(baseRows, (row) => rows.units[row]!);
    const summary = summaryOf(reference);
    const scaled = scaleRows(own, reference, scaling, { direction, name, summary, units, constant });
    set.forEach((row, place) => (result[row] = scaled.values[place]!));
    parts.push({ scaled, set });
  }
  return {
    values: result,
    lineAt(row) {
      const part = parts.find(({ set }) => set.includes(row))!;
      return part.scaled.lineAt(part.set.indexOf(row));
    },
  };
}

function scaleRows(
  values: Float64Array,
  reference: Float64Array,
  { run }: Scaling,
  context: ScalingContext,
  newColumn?: () => Float64Array,
): Scaled {
  const made = run(values, reference, context);
  const place = { caller: 'normalise', column: context.name, units: context.units };
  if (made instanceof Float64Array) {
    requireResult(values, made, place);
    return { values: made, lineAt: () => null };
  }
  const result = onLine(values, made, newColumn?.());
  // A line keeps order: where its ends are finite all between them is.
  const { low, high } = values === reference ? context.summary : summarise(values);
  if (low <= high && !(Number.isFinite(pointOn(made, low)) && Number.isFinite(pointOn(made, high))))
    requireResult(values, result, place);
  return { values: result, lineAt: () => made };
}
