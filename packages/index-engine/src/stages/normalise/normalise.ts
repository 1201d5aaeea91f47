import { assertThat } from '@indexlab/core';
import * as z from 'zod';
import { bindMethod, methodSchema, type WrittenMethod } from '../../specification/method.js';
import { partition, type Rows, takeValues } from '../rows.js';
import { normalisations } from './normalisations.js';
import type { ScalingContext } from './scale.js';

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
 * @throws IndexlabError for a constant column (unless `constant` says its score), a denominator of zero, or a negative
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
  return scaling.run(values, values, {
    direction: direction === 'negative' ? -1 : 1,
    name,
    units: [],
    constant: scaling.common.constant,
  });
}

/** A written normalisation made ready to run. */
export type Scaling = ReturnType<typeof bindScaling>;

export function bindScaling(written: WrittenMethod) {
  return bindMethod(normalisations, written, scalingPeers);
}

/** A column scaled within each set of peers, a negative direction turned. */
export function scaleColumn(
  values: Float64Array,
  scaling: Scaling,
  rows: Rows,
  direction: 1 | -1,
  name: string,
): Float64Array {
  const { run, common } = scaling;
  const context = (units: readonly string[]): ScalingContext => ({ direction, name, units, constant: common.constant });
  const sets = partition(rows, { over: common.base === undefined ? common.over : 'pooled', peers: common.peers });
  if (!sets && common.base === undefined) return run(values, values, context(rows.units));
  const result = new Float64Array(values.length);
  for (const set of sets ?? [Int32Array.from(values.keys())]) {
    const own = takeValues(values, set);
    const base = common.base === undefined ? set : set.filter((row) => rows.years?.[row] === common.base);
    assertThat(
      base.length > 0,
      () => `normalise requires rows of the base year, got none for ${common.base} (column "${name}")`,
    );
    const scaled = run(
      own,
      base === set ? own : takeValues(values, base),
      context(Array.from(base, (row) => rows.units[row]!)),
    );
    set.forEach((row, place) => (result[row] = scaled[place]!));
  }
  return result;
}
