import type { IndexPlan } from './index-plan.js';

/** What may differ from one run of a plan to the next. */
export interface RunChoices {
  /**
   * One weight per node, in the order of `plan.ids`, relative among siblings; `NaN` keeps what the specification says.
   * That of the index counts for nothing.
   */
  readonly weights?: Float64Array | undefined;
  /** A run of the same plan that is no longer needed: its columns are written anew, and nothing is allocated. */
  readonly reuse?: IndexRun | undefined;
}

/** The scores and ranks of one run. */
export interface IndexRun {
  readonly plan: IndexPlan;
  /** Each node's share among its siblings, 1 for the index. */
  readonly weights: Float64Array;
  /** The score of each node, in the order of `plan.ids`; of an indicator its normalised column. */
  readonly scores: readonly Float64Array[];
  /** The rank of each row by the score of the index; `NaN` without one. */
  readonly rank: Float64Array;
}
