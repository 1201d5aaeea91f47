import { Exact } from '@indexlab/core';
import { atLeast, atMost, padded, type Region } from './constraint.js';
import { maximise } from './maximise.js';
import { type FormBounds, formValue, type LinearForm } from './relation.js';
import { multipleAbove, multipleBelow, powerOfTen } from './round-numbers.js';

export interface SimplestWeights {
  readonly decimals: number;
  readonly weights: readonly Exact[];
}

/**
 * The weights with the fewest decimals inside a region; of several with as few, those nearest to the
 * estimate (smallest largest difference).
 *
 * Branch and bound on exact linear programs: where the nearest point of the region has a weight between two
 * multiples of the unit, both sides are searched.
 *
 * @param forms the weights as forms of the region's variables
 * @param bounds their exact bounds over the region
 * @param near the estimate of each weight
 * @returns `undefined` when no weights of up to twelve decimals were found within the number of programs allowed
 */
export function simplestWeights(
  region: Region,
  forms: readonly LinearForm[],
  bounds: readonly FormBounds[],
  near: readonly Exact[],
): SimplestWeights | undefined {
  let programs = 500;
  const distances = forms.flatMap((form, index) => {
    const coefficients = [...form.coefficients];
    const target = near[index]!.minus(form.constant);
    return [atMost([...coefficients, Exact.one.negated()], target), atLeast([...coefficients, Exact.one], target)];
  });
  const nearest: Region = {
    ...region,
    variables: region.variables + 1,
    constraints: [...region.constraints.map(padded), ...distances],
  };
  const objective = [...Array.from({ length: region.variables }, () => Exact.zero), Exact.one.negated()];

  /** The nearest point of the grid within the region, if it is nearer than the best known one. */
  const search = (within: Region, step: Exact, best: Found | undefined): Found | undefined => {
    if (programs === 0) return best;
    programs -= 1;
    const optimum = maximise(within, objective);
    if (optimum.status !== 'optimal') return best;
    const distance = optimum.value.negated();
    if (best !== undefined && distance.compare(best.distance) >= 0) return best;
    const weights = forms.map((form) => formValue(form, optimum.point));
    const index = weights.findIndex((weight) => !multipleBelow(weight, step).equals(weight));
    if (index < 0) return { distance, weights };
    const form = forms[index]!;
    const coefficients = [...form.coefficients, Exact.zero];
    const weight = weights[index]!;
    const below = atMost(coefficients, multipleBelow(weight, step).minus(form.constant));
    const above = atLeast(coefficients, multipleAbove(weight, step).minus(form.constant));
    return [below, above].reduce(
      (found, cut) => search({ ...within, constraints: [...within.constraints, cut] }, step, found),
      best,
    );
  };

  for (let decimals = 0; decimals <= 12; decimals += 1) {
    const step = powerOfTen(-decimals);
    const misses = ({ lower, upper }: FormBounds): boolean =>
      lower !== null && upper !== null && multipleAbove(lower, step).compare(upper) > 0;
    if (bounds.some(misses)) continue;
    const found = search(nearest, step, undefined);
    if (found) return { decimals, weights: found.weights };
  }
  return undefined;
}

interface Found {
  readonly distance: Exact;
  readonly weights: readonly Exact[];
}
