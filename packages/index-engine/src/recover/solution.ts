import { Exact, maximum, minimum } from '@indexlab/core';
import { determined } from './determined.js';
import type { Fit, RankedFits } from './fit.js';
import type { PublishedRow, PublishedRows } from './published-rows.js';
import type { PartScaling, RecoveredWeight, Solution } from './recovery.js';
import { type FormBounds, formValue, type Relation, variableForm, weightForm } from './relation.js';
import type { Rescaling } from './rescaling.js';
import type { Estimate } from './smallest-residual.js';

/**
 * The first of some fits of one sparseness in plain numbers; the bounds of a weight hold whichever fit is true.
 */
export function solutionOf({ parts, rows }: PublishedRows, { fits, simplest }: RankedFits): Solution {
  const fit = fits[0]!;
  const bounds = parts.map((_, part) => hull(fits.map((one) => one.bounds[part]!)));
  const { weights, ...numbers } = outline(parts, rows, fit.relation, fit.estimate, bounds);
  return {
    weights,
    scaling: record(parts, (part) => scalingOf(part, rows, fit.relation, fit)),
    ...numbers,
    simplest: simplest ? record(parts, (part) => simplest[part]!.toNumber()) : null,
  };
}

/** The estimate of a relation that nothing satisfies, in plain numbers. */
export function nearMiss({ parts, rows }: PublishedRows, relation: Relation, estimate: Estimate): Solution {
  const { weights, ...numbers } = outline(parts, rows, relation, estimate);
  return { weights, scaling: record(parts, (part) => scalingOf(part, rows, relation)), ...numbers, simplest: null };
}

/** The weights, intercept, sum and residual of an estimate; without bounds when nothing fits. */
function outline(
  parts: readonly string[],
  rows: readonly PublishedRow[],
  relation: Relation,
  { point, residual }: Estimate,
  bounds?: readonly FormBounds[],
): Pick<Solution, 'weights' | 'intercept' | 'sum' | 'maxResidual'> {
  const isDetermined = determined(rows, relation);
  const estimates = parts.map((_, part) => {
    const form = weightForm(part, relation);
    const narrowed = bounds === undefined || saysSomething(bounds[part]!, relation);
    return form && isDetermined(form) && narrowed ? formValue(form, point) : null;
  });
  const sum = estimates.reduce((total, value) => total && value && total.plus(value), Exact.zero as Exact | null);
  const weight = (part: number): RecoveredWeight => ({
    estimate: number(estimates[part]),
    lower: number(bounds?.[part]!.lower),
    upper: number(bounds?.[part]!.upper),
    identified: estimates[part] !== null,
  });
  const constant =
    relation.constant && !isDetermined(variableForm(relation.parts, relation))
      ? null
      : (point[relation.parts] ?? Exact.zero);
  return {
    weights: record(parts, weight),
    intercept: number(constant),
    sum: number(sum),
    maxResidual: residual.toNumber(),
  };
}

/** Whether bounds are narrower than what holds for any weight. */
function saysSomething({ lower, upper }: FormBounds, { parts, sumToOne }: Relation): boolean {
  if (lower === null || upper === null) return false;
  return !sumToOne || parts === 1 || lower.sign() > 0 || upper.compare(Exact.one) < 0;
}

function scalingOf(part: number, rows: readonly PublishedRow[], { rescaled }: Relation, fit?: Fit): PartScaling {
  if (!rescaled.includes(part)) return { method: 'none', parameters: {} };
  if (fit === undefined) return { method: 'affine', parameters: {} };
  const coefficient = withBounds('coefficient', fit.estimate.point[part]!, fit.variables[part]!);
  if (fit.rescaling === undefined) return { method: 'affine', parameters: coefficient };
  return {
    method: fit.rescaling.range ? 'min-max' : 'affine',
    parameters: { ...coefficient, ...rescalingParameters(part, rows, fit, fit.rescaling) },
  };
}

function rescalingParameters(
  part: number,
  rows: readonly PublishedRow[],
  { relation, estimate: { point } }: Fit,
  { slope, shift, range }: Rescaling,
): PartScaling['parameters'] {
  const weight = formValue(weightForm(part, relation)!, point);
  const perWeight = (value: Exact): Exact | null => (weight.sign() === 0 ? null : value.over(weight));
  const [first, ...rest] = rows.map((row) => row.middle[part]!);
  return {
    ...withBounds('slope', perWeight(point[part]!), slope),
    ...withBounds('shift', perWeight(point[relation.parts]!), shift),
    ...(range && {
      minimum: number(minimum(first!, ...rest)),
      maximum: number(maximum(first!, ...rest)),
      rangeLower: number(range[0]),
      rangeUpper: number(range[1]),
    }),
  };
}

function withBounds(name: string, value: Exact | null, { lower, upper }: FormBounds): Record<string, number | null> {
  return { [name]: number(value), [`${name}Lower`]: number(lower), [`${name}Upper`]: number(upper) };
}

function hull(bounds: readonly FormBounds[]): FormBounds {
  return bounds.reduce((left, right) => ({
    lower: left.lower && right.lower && minimum(left.lower, right.lower),
    upper: left.upper && right.upper && maximum(left.upper, right.upper),
  }));
}

function record<T>(parts: readonly string[], value: (part: number) => T): Record<string, T> {
  return Object.fromEntries(parts.map((name, part) => [name, value(part)]));
}

function number(value: Exact | null | undefined): number | null {
  return value?.toNumber() ?? null;
}
