import type { StatedVerdict } from './stated-weights.js';

/** What `recoverWeights` returns: plain data, ready for JSON. */
export interface Recovery extends Solution {
  /** `infeasible`: no weights satisfy every row, under no scaling that was tried. */
  readonly status: 'feasible' | 'infeasible';
  /** What the numbers rest on, in sentences. */
  readonly assumptions: readonly string[];
  readonly stated?: StatedVerdict;
  /** The smallest sets of units whose rows must be wrong; empty when feasible. */
  readonly wrongRows: readonly (readonly string[])[];
  /** Whether no smaller set will do. */
  readonly wrongRowsProven: boolean;
  /** What the other rows say, where only one smallest set of wrong rows exists. */
  readonly withoutWrongRows?: Solution;
  /** The other scalings that were tried; one that fits comes with its weights. */
  readonly alternatives: readonly Alternative[];
}

/** Weights and scalings behind a total. */
export interface Solution {
  readonly weights: Readonly<Record<string, RecoveredWeight>>;
  readonly scaling: Readonly<Record<string, PartScaling>>;
  /** The constant of the total: 0 when no part was rescaled, `null` when it is not identified. */
  readonly intercept: number | null;
  /** The sum of the estimates, `null` when one of them is. */
  readonly sum: number | null;
  /** The largest absolute difference between the printed totals and those of the estimate, in units of the total. */
  readonly maxResidual: number;
  /** The weights with the fewest decimals that satisfy every row, `null` when there are none. */
  readonly simplest: Readonly<Record<string, number>> | null;
}

export interface RecoveredWeight {
  /** `null` where not identified. */
  readonly estimate: number | null;
  /** `null` where unbounded, and when nothing fits. */
  readonly lower: number | null;
  readonly upper: number | null;
  /** Whether exact digits would determine the weight and the printed ones narrow it down at all. */
  readonly identified: boolean;
}

/**
 * How a part was rescaled before weighting, `part -> slope * part + shift`.
 *
 * Every parameter but the last four has exact bounds (`slopeLower`, `slopeUpper`). `coefficient`: weight times
 * slope, what one printed unit of the part adds to the total. `slope` and `shift`: where one part was
 * rescaled. For `min-max` also the smallest and the largest printed value of the part (`minimum`, `maximum`)
 * and the range onto which they can have been mapped (`rangeLower`, `rangeUpper`).
 */
export interface PartScaling {
  readonly method: 'none' | 'min-max' | 'affine';
  readonly parameters: Readonly<Record<string, number | null>>;
}

export interface Alternative {
  readonly scaling: Readonly<Record<string, PartScaling>>;
  /** Whether the total has a constant. */
  readonly constant: boolean;
  readonly fits: boolean;
  readonly maxResidual: number;
  readonly weights?: Readonly<Record<string, RecoveredWeight>>;
}
