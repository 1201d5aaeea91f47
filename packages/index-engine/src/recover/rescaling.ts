import { Exact, Interval, maximum, minimum } from '@indexlab/core';
import { atLeast, atMost, type Region, wholeConstraint } from '../linear-program/constraint.js';
import { contradiction } from './contradictions.js';
import type { PublishedRow } from './published-rows.js';
import { type FormBounds, formBounds, type LinearForm, type Relation } from './relation.js';
import { roundNumberIn } from './round-numbers.js';

/** Exact bounds of what `part -> slope * part + shift` did to the only rescaled part. */
export interface Rescaling {
  readonly slope: FormBounds;
  readonly shift: FormBounds;
  /** The round range onto which the smallest and the largest value of the part can have been mapped. */
  readonly range?: readonly [Exact, Exact];
}

/**
 * The rescaling of the only rescaled part of a relation whose weights sum to one.
 *
 * Slope and shift are the coefficient and the constant over the weight. Divided by the weight, the
 * constraints stay linear (Charnes and Cooper 1962), so the bounds are exact. Every affine map with a
 * positive slope is a min-max onto some range; it is called one when each end of that range may be a number
 * of one significant digit (0, 1, 60, 100).
 *
 * @returns `undefined` when the weight of the part can only be zero
 */
export function rescaling(
  rows: readonly PublishedRow[],
  { parts, rescaled }: Relation,
  region: Region,
): Rescaling | undefined {
  const part = rescaled[0]!;
  const scaled = overWeight(region, parts, part);
  const form = (ofSlope: Exact, ofShift: Exact): LinearForm => ({
    coefficients: Array.from({ length: scaled.variables }, (_, index) =>
      index === part ? ofSlope : index === parts ? ofShift : Exact.zero,
    ),
    constant: Exact.zero,
  });
  const slope = formBounds(form(Exact.one, Exact.zero), scaled);
  const shift = formBounds(form(Exact.zero, Exact.one), scaled);
  if (slope === undefined || shift === undefined) return undefined;

  const lower = rows.map((row) => row.lower[part]!);
  const upper = rows.map((row) => row.upper[part]!);
  const extremes = [minimum, maximum].map(
    (extreme) => new Interval(extreme(lower[0]!, ...lower), extreme(upper[0]!, ...upper)),
  );
  const [from, to] = extremes.map((extreme) => {
    const [least, most] = extreme.ends();
    const image: FormBounds = {
      lower: formBounds(form(least, Exact.one), scaled)!.lower,
      upper: formBounds(form(most, Exact.one), scaled)!.upper,
    };
    const round = image.lower && image.upper ? roundNumberIn(image.lower, image.upper) : undefined;
    return (
      round && {
        round,
        constraints: [
          atMost(form(least, Exact.one).coefficients, round),
          atLeast(form(most, Exact.one).coefficients, round),
        ],
      }
    );
  });
  if (from === undefined || to === undefined || from.round.compare(to.round) >= 0) return { slope, shift };
  const both = { ...scaled, constraints: [...scaled.constraints, ...from.constraints, ...to.constraints] };
  if (contradiction(both, new Set()) !== undefined) return { slope, shift };
  return { slope, shift, range: [from.round, to.round] };
}

/** The region in the variables divided by the weight of the part, with one over that weight as the last variable. */
function overWeight(region: Region, parts: number, part: number): Region {
  const homogeneous = region.constraints.map(({ coefficients, bound, row }) =>
    wholeConstraint([...coefficients, -bound], 0n, row),
  );
  const weight = Array.from({ length: region.variables + 1 }, (_, index) =>
    index === region.variables ? Exact.one : index === part || index === parts ? Exact.zero : Exact.one.negated(),
  );
  return {
    variables: region.variables + 1,
    free: region.free,
    constraints: [...homogeneous, atMost(weight, Exact.one), atLeast(weight, Exact.one)],
  };
}
