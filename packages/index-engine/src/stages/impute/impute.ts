import { assertThat, IndexlabError, randomSource, requireArray, requireObject, requireOptions } from '@indexlab/core';
import { standardDeviation } from '@indexlab/stats/descriptive';
import * as z from 'zod';
import { bindMethod, methodSchema, type WrittenMethod } from '../../specification/method.js';
import { extent, present } from '../normalise/summaries.js';
import { partition, type Rows, takeRows, takeValues } from '../rows.js';
import { imputations } from './imputations.js';
import type { Filled, ImputeInput } from './impute-input.js';

/** What every imputation takes beside its own options. */
export const imputationPeers = z.strictObject({
  over: z
    .enum(['year', 'pooled'])
    .optional()
    .meta({ description: 'In a panel: each year by itself (the default) or all years at once.' }),
});

/** What a specification may write for impute. */
export const imputationSchema = methodSchema('impute', imputations, imputationPeers.shape);

/** Fills the gaps of columns that share a method; values that are present never change. */
export function imputeColumns({ columns, rows }: ImputeInput, written: WrittenMethod): Filled {
  const { run, common } = bindMethod(imputations, written, imputationPeers);
  const sets = run.alongYears ? null : partition(rows, common);
  if (!sets) return run.fill({ columns, rows });
  const filled = Object.fromEntries(Object.entries(columns).map(([name, values]) => [name, values.slice()]));
  for (const set of sets) {
    const part = run.fill({
      columns: mapValues(columns, (values) => takeValues(values, set)),
      rows: takeRows(rows, set),
    });
    for (const [name, values] of Object.entries(part.columns))
      set.forEach((row, place) => (filled[name]![row] = values[place]!));
  }
  return { columns: filled };
}

/** How far an imputation misses values that were hidden from it. */
export interface ImputationError {
  readonly column: string;
  /** Values hidden and filled, over all draws. */
  readonly n: number;
  /** Root mean square of filled less hidden. */
  readonly rootMeanSquare: number;
  /** The same over the column's standard deviation: 1 is what filling with the mean costs. */
  readonly relative: number;
}

/**
 * The hold-out error of an imputation: hides values that are known, fills them, and compares.
 *
 * @param columns the indicators, gaps as `NaN`
 * @param method as a specification writes it
 * @param options `share` of the known values hidden in a draw (0.1 by default), `draws` (20), `seed` (1), `rows` for
 * methods that need groups or years
 * @returns one row per column; a value that the method could not fill is not counted
 * @throws IndexlabError when the share is not between 0 and 1 or there are no draws
 *
 * @example
 * imputationError({ a: new Float64Array([5, 5, 5, 5, 5, 5]) }, 'mean')[0].rootMeanSquare // => 0
 *
 * Reference: OECD/JRC, Handbook on Constructing Composite Indicators (2008), section 4.
 */
export function imputationError(
  columns: Readonly<Record<string, Float64Array>>,
  method: WrittenMethod,
  options: { share?: number; draws?: number; seed?: number; rows?: Rows } = {},
): ImputationError[] {
  requireObject(columns, 'imputationError', 'columns');
  assertThat(Object.keys(columns).length > 0, 'imputationError requires at least one column, got none');
  Object.entries(columns).forEach(([name, values]) => requireArray(values, 'imputationError', name));
  requireOptions(options, 'imputationError', {
    share: 'a number',
    draws: 'a number',
    seed: 'a number',
    rows: 'an object',
  });
  const { share = 0.1, draws = 20, seed = 1 } = options;
  assertThat(share > 0 && share < 1, () => `imputationError requires a share between 0 and 1, got ${share}`);
  assertThat(Number.isInteger(draws) && draws > 0, () => `imputationError requires at least one draw, got ${draws}`);
  const rows = options.rows ?? plainRows(Object.values(columns)[0]!.length);
  const names = Object.keys(columns);
  const squares = new Map(names.map((name) => [name, { sum: 0, n: 0 }]));
  for (let draw = 0; draw < draws; draw += 1) {
    const random = randomSource(seed, draw);
    const hidden = mapValues(columns, (values) => values.map((value) => (random.uniform() < share ? NaN : value)));
    const filled = imputeColumns({ columns: hidden, rows }, method).columns;
    for (const name of names) {
      const tally = squares.get(name)!;
      columns[name]!.forEach((value, row) => {
        if (Number.isNaN(value) || !Number.isNaN(hidden[name]![row]) || Number.isNaN(filled[name]![row])) return;
        tally.sum += (filled[name]![row]! - value) ** 2;
        tally.n += 1;
      });
    }
  }
  return names.map((column) => {
    const { sum, n } = squares.get(column)!;
    const known = present(columns[column]!);
    const [low, high] = extent(known);
    const rootMeanSquare = Math.sqrt(sum / n);
    return { column, n, rootMeanSquare, relative: high > low ? rootMeanSquare / standardDeviation(known) : 0 };
  });
}

function plainRows(count: number): Rows {
  const none = (column: string): never => {
    throw new IndexlabError(`imputationError requires rows with the column "${column}", got none`);
  };
  return { units: Array.from({ length: count }, (_, row) => String(row + 1)), years: null, numbers: none, texts: none };
}

function mapValues(
  columns: Readonly<Record<string, Float64Array>>,
  apply: (values: Float64Array) => Float64Array,
): Record<string, Float64Array> {
  return Object.fromEntries(Object.entries(columns).map(([name, values]) => [name, apply(values)]));
}
