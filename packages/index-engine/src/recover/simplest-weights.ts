import { Exact } from '@indexlab/core';
import type { Basis } from '../linear-program/basis.js';
import { atLeast, atMost, padded, type Region } from '../linear-program/constraint.js';
import { maximise } from '../linear-program/maximise.js';
import { type FormBounds, formValue, type LinearForm } from './relation.js';
import { multipleAbove, multipleBelow, powerOfTen } from './round-numbers.js';

/** A region of weights in which to look for simple ones. */
export interface WeightRegion {
  readonly region: Region;
  /** The weights as forms of the region's variables, their exact bounds and their estimates. */
  readonly forms: readonly LinearForm[];
  readonly bounds: readonly FormBounds[];
  readonly near: readonly Exact[];
}

/** The weights of one decimal grid that lie nearest to the estimate. */
export interface SimpleWeights {
  /** Which of the regions they lie in. */
  readonly index: number;
  readonly weights: readonly Exact[];
}

/**
 * The weights with the fewest decimals inside any of some regions; of several with as few, those of the
 * first region, nearest to its estimate (smallest largest difference).
 *
 * @returns `undefined` when no weights of up to twelve decimals were found
 */
export function simplestWeights(regions: readonly WeightRegion[]): SimpleWeights | undefined {
  for (let decimals = 0; decimals <= 12; decimals += 1) {
    for (const [index, region] of regions.entries()) {
      const weights = nearestOnGrid(region, powerOfTen(-decimals));
      if (weights) return { index, weights };
    }
  }
  return undefined;
}

/**
 * The weights in a region that are multiples of a step and nearest to the estimate.
 *
 * Branch and bound on exact linear programs: where the nearest point has a weight between two multiples, both
 * sides are searched. The search gives up after two hundred programs, which happens where the grid is about as
 * fine as a thin region of many weights is wide.
 */
function nearestOnGrid({ region, forms, bounds, near }: WeightRegion, step: Exact): readonly Exact[] | undefined {
  const isBetweenMultiples = ({ lower, upper }: FormBounds): boolean =>
    lower !== null && upper !== null && multipleAbove(lower, step).compare(upper) > 0;
  if (bounds.some(isBetweenMultiples)) return undefined;

  const distances = forms.flatMap(({ coefficients, constant }, index) => {
    const target = multipleBelow(near[index]!, step.times(fine)).minus(constant);
    return [atMost([...coefficients, minusOne], target), atLeast([...coefficients, Exact.one], target)];
  });
  const objective = [...Array.from({ length: region.variables }, () => Exact.zero), minusOne];
  let programs = 200;
  let best: { distance: Exact; weights: readonly Exact[] } | undefined;

  const search = (within: Region, start?: Basis): void => {
    programs -= 1;
    const optimum = programs < 0 ? undefined : maximise(within, objective, start);
    if (optimum?.status !== 'optimal') return;
    const distance = optimum.value.negated();
    if (best !== undefined && distance.compare(best.distance) >= 0) return;
    const weights = forms.map((form) => formValue(form, optimum.point));
    const broken = weights.findIndex((weight) => !multipleBelow(weight, step).equals(weight));
    if (broken < 0) {
      best = { distance, weights };
      return;
    }
    const coefficients = [...forms[broken]!.coefficients, Exact.zero];
    const below = multipleBelow(weights[broken]!, step).minus(forms[broken]!.constant);
    for (const cut of [atMost(coefficients, below), atLeast(coefficients, below.plus(step))]) {
      search({ ...within, constraints: [...within.constraints, cut] }, optimum.basis);
    }
  };
  search({
    ...region,
    variables: region.variables + 1,
    constraints: [...region.constraints.map(padded), ...distances],
  });
  return best?.weights;
}

/** An estimate to a hundredth of the step is near enough, and its few digits keep the programs quick. */
const fine = Exact.ratio(1n, 100n);
const minusOne = Exact.one.negated();
