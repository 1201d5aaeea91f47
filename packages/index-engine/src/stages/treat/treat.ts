import { assertThat } from '@indexlab/core';
import * as z from 'zod';
import { bindMethod, type Method, method, methodSchema, type WrittenMethod } from '../../specification/method.js';
import { partition, type Rows, takeValues } from '../rows.js';
import {
  boxCox,
  boxCoxLambda,
  fromOne,
  type Transform,
  transformationNames,
  transformations,
} from './transformations.js';
import { pointCodes, type Shape, type ShapeLimits, shapeOf, winsorise, winsoriseQuantiles } from './winsorise.js';

/** What was done to a column, and to which of its points. */
export interface Treated {
  readonly values: Float64Array;
  /** One code of `pointCodes` per value; `null` when no point was touched. */
  readonly codes: Uint8Array | null;
  readonly steps: readonly TreatmentStep[];
}

/** One step of a treatment, with the shape of the column behind it. */
export interface TreatmentStep {
  readonly step: string;
  readonly touched: number;
  readonly shape: Shape | null;
}

/** One touched point. */
export interface TreatedPoint {
  readonly unit: string;
  readonly year: number | null;
  readonly node: string;
  readonly step: string;
  readonly before: number;
  readonly after: number;
}

type Treat = (values: Float64Array, name: string) => Treated;

const defaults: ShapeLimits = { skewness: 2, kurtosis: 3.5 };
const limitShape = {
  skewness: z.number().positive().default(defaults.skewness),
  kurtosis: z.number().default(defaults.kurtosis),
};
const most = z
  .int()
  .min(0)
  .nullable()
  .default(5)
  .meta({ description: 'The most points to move; null for no limit, 0 to move none.' });

/** Every treatment of outliers. */
export const treatments = {
  none: method('As given.', {}, (): Treat => (values) => ({ values, codes: null, steps: [] })),

  outliers: method(
    "Where |skewness| and excess kurtosis (type 2) both reach their limits: winsorise up to `most` points; where that is not enough (or at once with most: 0), transform the column instead (or, with combine: true, the winsorised column). As COINr's qTreat.",
    {
      ...limitShape,
      most,
      then: z.enum(['none', ...transformationNames]).default('log-shifted'),
      combine: z.boolean().default(false),
    },
    ({ most: limit, then, combine, ...limits }): Treat =>
      (values, name) => {
        const before = shapeOf(values, limits);
        const check = { step: 'check', touched: 0, shape: before };
        if (!before || before.passes) return { values, codes: null, steps: [check] };
        const moved = winsorise(values, limits, limit ?? Infinity);
        const after = shapeOf(moved.values, limits);
        const steps =
          limit === 0 ? [check] : [check, { step: 'winsorise', touched: countOf(moved.codes), shape: after }];
        if (then === 'none' || after?.passes) return { values: moved.values, codes: moved.codes, steps };
        const changed = transformed(combine ? moved.values : values, then, transformations[then], limits, name);
        return { ...changed, steps: [...steps, ...changed.steps] };
      },
  ),

  winsorise: method(
    'Winsorise up to `most` points until the shape passes.',
    { ...limitShape, most },
    ({ most: limit, ...limits }): Treat =>
      (values) => {
        const moved = winsorise(values, limits, limit ?? Infinity);
        return {
          ...moved,
          steps: [{ step: 'winsorise', touched: countOf(moved.codes), shape: shapeOf(moved.values, limits) }],
        };
      },
  ),

  'winsorise-quantiles': method(
    'Values beyond two quantiles (type 7) become them.',
    { lower: z.number().min(0).max(1).default(0.05), upper: z.number().min(0).max(1).default(0.95) },
    ({ lower, upper }): Treat => {
      assertThat(
        upper > lower,
        () => `treat requires an upper quantile above the lower one, got ${lower} and ${upper}`,
      );
      return (values) => {
        const moved = winsoriseQuantiles(values, lower, upper);
        return {
          ...moved,
          steps: [
            { step: 'winsorise-quantiles', touched: countOf(moved.codes), shape: shapeOf(moved.values, defaults) },
          ],
        };
      };
    },
  ),

  ...Object.fromEntries(
    transformationNames
      .filter((name) => name !== 'box-cox')
      .map((name) => [
        name,
        method(
          `Transform the whole column: ${name}.`,
          {},
          (): Treat => (values, column) => transformed(values, name, transformations[name], defaults, column),
        ),
      ]),
  ),

  'box-cox': method(
    'Box-Cox of x - min + 1 (of x itself with shift: false), with the most likely lambda unless stated.',
    { lambda: z.number().optional(), shift: z.boolean().default(true) },
    ({ lambda, shift }): Treat =>
      (values, name) => {
        const transform: Transform = (given) => {
          const positive = shift ? fromOne(given) : given;
          return boxCox(positive, lambda ?? boxCoxLambda(positive));
        };
        return transformed(values, 'box-cox', transform, defaults, name);
      },
  ),
} satisfies Record<string, Method<Treat>>;

function transformed(
  values: Float64Array,
  step: string,
  transform: Transform,
  limits: ShapeLimits,
  name: string,
): Treated {
  const result = transform(values, name);
  const codes = Uint8Array.from(values, (value) => (Number.isNaN(value) ? 0 : transformedCode));
  return { values: result, codes, steps: [{ step, touched: countOf(codes), shape: shapeOf(result, limits) }] };
}

const transformedCode = pointCodes.indexOf('transformed');

function countOf(codes: Uint8Array): number {
  return codes.reduce((count, code) => count + (code === 0 ? 0 : 1), 0);
}

/** What every treatment takes beside its own options. */
export const treatmentPeers = z.strictObject({
  over: z
    .enum(['year', 'pooled'])
    .optional()
    .meta({ description: 'In a panel: each year by itself (the default) or all years at once.' }),
});

/** What a specification may write for treat. */
export const treatmentSchema = methodSchema('treat', treatments, treatmentPeers.shape);

/** A written treatment made ready to run. */
export type Treatment = ReturnType<typeof bindTreatment>;

export function bindTreatment(written: WrittenMethod) {
  return bindMethod<Treat, (typeof treatmentPeers)['shape']>(treatments, written, treatmentPeers);
}

/** A column with its outliers treated, each year by itself unless pooled. */
export function treatColumn(values: Float64Array, { run, common }: Treatment, rows: Rows, name: string): Treated {
  const sets = partition(rows, common);
  if (!sets) return run(values, name);
  const result = new Float64Array(values.length);
  const codes = new Uint8Array(values.length);
  const steps: TreatmentStep[] = [];
  for (const set of sets) {
    const treated = run(takeValues(values, set), name);
    set.forEach((row, place) => {
      result[row] = treated.values[place]!;
      codes[row] = treated.codes?.[place] ?? 0;
    });
    const year = rows.years![set[0]!]!;
    steps.push(...treated.steps.map((step) => ({ ...step, step: `${step.step} (${year})` })));
  }
  return { values: result, codes: countOf(codes) > 0 ? codes : null, steps };
}

/** The touched points of a treated column, one row each. */
export function pointsOf(before: Float64Array, { values, codes }: Treated, rows: Rows, node: string): TreatedPoint[] {
  if (!codes) return [];
  return Array.from(codes.keys())
    .filter((row) => codes[row] !== 0)
    .map((row) => ({
      unit: rows.units[row]!,
      year: rows.years?.[row] ?? null,
      node,
      step: pointCodes[codes[row]!]!,
      before: before[row]!,
      after: values[row]!,
    }));
}
