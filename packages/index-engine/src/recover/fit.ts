import { Exact } from '@indexlab/core';
import type { Region } from '../linear-program/constraint.js';
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
import { simplestWeights } from './simplest-weights.js';
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
  /** Only where one part was rescaled. */
  readonly rescaling: Rescaling | undefined;
}

/** What the printed digits say about a relation whose region is not empty. */
export function fitOf(rows: readonly PublishedRow[], relation: Relation): Fit {
  const region = regionOf(rows, relation);
  const estimate = smallestResidual(rows, relation, region);
  const variables = Array.from(
    { length: region.variables },
    (_, index) => formBounds(variableForm(index, relation), region)!,
  );
  const forms = Array.from({ length: relation.parts }, (_, part) => weightForm(part, relation));
  const bounds = forms.map((form, part) => {
    if (form === undefined) return { lower: Exact.zero, upper: formBounds(rescaledSumForm(relation), region)!.upper };
    return relation.rescaled.includes(part) ? formBounds(form, region)! : variables[part]!;
  });
  return {
    relation,
    region,
    estimate,
    bounds,
    variables,
    rescaling: relation.rescaled.length === 1 ? rescaling(rows, relation, region) : undefined,
  };
}

/** Fits of one sparseness, the most plausible first, and its simplest weights where its relation fixes them all. */
export interface RankedFits {
  readonly fits: readonly Fit[];
  readonly simplest: readonly Exact[] | undefined;
}

/**
 * Puts one of several equally sparse fits first: those with a round range before those without, then the one
 * with the simplest weights, then the smaller residual.
 */
export function ranked(fits: readonly Fit[]): RankedFits {
  const ordered = [...fits].sort(
    (left, right) =>
      Number(right.rescaling?.range !== undefined) - Number(left.rescaling?.range !== undefined) ||
      left.estimate.residual.compare(right.estimate.residual),
  );
  const isRound = ordered[0]!.rescaling?.range !== undefined;
  const contenders = ordered.filter(({ rescaling: found }) => (found?.range !== undefined) === isRound);
  const regions = contenders.flatMap(({ relation, region, bounds, estimate }) => {
    const forms = bounds.flatMap((_, part) => weightForm(part, relation) ?? []);
    return forms.length === bounds.length
      ? [{ region, forms, bounds, near: forms.map((form) => formValue(form, estimate.point)) }]
      : [];
  });
  const simple = simplestWeights(regions);
  if (simple === undefined) return { fits: ordered, simplest: undefined };
  const first = contenders[simple.index]!;
  return { fits: [first, ...ordered.filter((fit) => fit !== first)], simplest: simple.weights };
}
