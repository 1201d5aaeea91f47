import { Exact } from '@indexlab/core';
import type { Region } from './constraint.js';
import type { PublishedRow } from './published-rows.js';
import {
  type FormBounds,
  formBounds,
  formValue,
  regionOf,
  type Relation,
  rescaledSumForm,
  variableForm,
  weightForm,
} from './relation.js';
import { type Rescaling, rescaling } from './rescaling.js';
import { simplestWeights, type SimplestWeights } from './simplest-weights.js';
import { type Estimate, smallestResidual } from './smallest-residual.js';

/** A relation that agrees with the printed digits, and what these say about it. */
export interface Fit {
  readonly relation: Relation;
  readonly region: Region;
  readonly estimate: Estimate;
  /** Exact bounds of each part's weight. */
  readonly bounds: readonly FormBounds[];
  /** Exact bounds of each variable of the relation. */
  readonly variables: readonly FormBounds[];
  /** Only where the relation fixes every weight. */
  readonly simplest: SimplestWeights | undefined;
  /** Only where one part was rescaled. */
  readonly rescaling: Rescaling | undefined;
}

/** What the printed digits say about a relation whose region is not empty. */
export function fitOf(rows: readonly PublishedRow[], relation: Relation): Fit {
  const region = regionOf(rows, relation);
  const estimate = smallestResidual(rows, relation, region);
  const variables = Array.from({ length: region.variables }, (_, index) => formBounds(variableForm(index, relation), region)!);
  const forms = Array.from({ length: relation.parts }, (_, part) => weightForm(part, relation));
  const bounds = forms.map((form, part) => {
    if (form === undefined) return { lower: Exact.zero, upper: formBounds(rescaledSumForm(relation), region)!.upper };
    return relation.rescaled.includes(part) ? formBounds(form, region)! : variables[part]!;
  });
  const fixed = forms.filter((form) => form !== undefined);
  const near = fixed.map((form) => formValue(form, estimate.point));
  return {
    relation,
    region,
    estimate,
    bounds,
    variables,
    simplest: fixed.length === forms.length ? simplestWeights(region, fixed, bounds, near) : undefined,
    rescaling: relation.rescaled.length === 1 ? rescaling(rows, relation, region) : undefined,
  };
}

/** Orders fits of one sparseness: a round range first, then fewer decimals, then the smaller residual. */
export function byPlausibility(left: Fit, right: Fit): number {
  const decimals = ({ simplest }: Fit): number => simplest?.decimals ?? Infinity;
  return (
    Number(right.rescaling?.range !== undefined) - Number(left.rescaling?.range !== undefined) ||
    Math.sign(decimals(left) - decimals(right)) ||
    left.estimate.residual.compare(right.estimate.residual)
  );
}
