import type { Specification } from '../specification/schema.js';
import type { IndicatorState } from './indicator-stages/indicator-state.js';
import type { PlannedNode } from './plan.js';

/**
 * A specification compiled with data: checked, every method ready, the indicators through all their stages. What is
 * left is to weigh, aggregate and rank.
 *
 * Nodes are known by their place in `ids`: parents stand before their children, the index is at place 0.
 */
export interface IndexPlan {
  readonly specification: Specification;
  readonly ids: readonly string[];
  readonly nodes: readonly PlannedNode[];
  /** The place of each node's parent; -1 for the index. */
  readonly parents: Int32Array;
  /** Each node's share among its siblings as the specification says; `NaN` where it follows from data or is undisclosed. */
  readonly shares: Float64Array;
  /** The column of each indicator, made comparable; `null` for an inner node. */
  readonly columns: readonly (Float64Array | null)[];
  /** Whether a column has a value in every row; false for an inner node. */
  readonly complete: readonly boolean[];
  /** The rows that are kept, and what the stages of the indicators left on record. */
  readonly indicators: IndicatorState;
  /** Rows that are ranked together; `null` for all. */
  readonly rankedTogether: readonly Int32Array[] | null;
}
