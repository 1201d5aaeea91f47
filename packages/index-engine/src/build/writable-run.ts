import type { Scaled } from '../stages/normalise/normalise.js';
import { columnSpace } from '../stages/column-space.js';
import type { IndexPlan } from './index-plan.js';
import type { IndexRun } from './index-run.js';
import { type RankBuffers, rankBuffers } from './rank-buffers.js';

/** A run while it is written. */
export interface WritableRun extends IndexRun {
  readonly scores: Float64Array[];
  /** Whether a node has a score in every row. */
  readonly complete: boolean[];
  /** How a node was scaled again; `null` where it was not. */
  readonly scaled: (Scaled | null)[];
  readonly buffers: RankBuffers;
  /** The weights that this run was given. */
  chosen: Float64Array | undefined;
}

export function newRun(plan: IndexPlan): WritableRun {
  const rows = plan.indicators.rows.units.length;
  const inner = plan.columns.filter((column) => column === null).length;
  const newColumn = columnSpace(rows, inner + 1);
  return {
    plan,
    weights: plan.shares.slice(),
    scores: plan.columns.map((column) => column ?? newColumn()),
    complete: [...plan.complete],
    scaled: plan.nodes.map(() => null),
    rank: newColumn(),
    buffers: rankBuffers(rows),
    chosen: undefined,
  };
}
