import type { IndicatorStage, Specification } from '../specification/schema.js';
import type { TreeNode } from '../specification/index-tree.js';
import type { Rows } from '../stages/rows.js';
import type { Availability } from '../stages/screen.js';
import type { TreatedPoint, TreatmentStep } from '../stages/treat/treat.js';

/** The columns of one stage, one value per row. */
export type StageColumns = Readonly<Record<string, Float64Array>>;

/** A stage of the indicators, and the columns behind it. */
export interface TracedStage {
  readonly stage: IndicatorStage;
  readonly columns: StageColumns;
}

/** One line of a build's log. */
export interface LogEntry {
  readonly stage: string;
  /** The node, or the index for what concerns all. */
  readonly node: string;
  readonly message: string;
}

/** A value that was filled. */
export interface FilledValue {
  readonly unit: string;
  readonly year: number | null;
  readonly node: string;
  readonly value: number;
  /** The year that the value comes from, for methods that look along the years. */
  readonly sourceYear: number | null;
}

/** A built index: every stage kept, so that any number in it can be followed back. */
export interface BuiltIndex {
  readonly index: string;
  /** What was built; built again from the same data it gives the same index. */
  readonly specification: Specification;
  /** The unit of each row. */
  readonly unitNames: readonly string[];
  /** The year of each row; `null` for one year. */
  readonly years: Float64Array | null;
  readonly rows: Rows;
  readonly nodes: readonly TreeNode[];
  /**
   * The columns behind each stage, over the units that are kept, whatever the order in which the stages ran. A stage
   * that is not in that order gives the columns behind those that usually come before it.
   */
  readonly stages: {
    /** The indicators as given. */
    readonly indicators: StageColumns;
    readonly imputed: StageColumns;
    readonly denominated: StageColumns;
    readonly treated: StageColumns;
    /** The indicators made comparable. */
    readonly normalised: StageColumns;
    /** The score of every node, indicators included. */
    readonly scores: StageColumns;
  };
  /**
   * The stages of the indicators in the order in which they ran, each with the columns behind it. The stages that follow
   * one of them make of its columns what they made here.
   */
  readonly trace: readonly TracedStage[];
  readonly rank: Float64Array;
  /** The tier of each row, 1 the best; `null` without a tier stage. */
  readonly tier: Float64Array | null;
  readonly tierLabels: readonly string[] | null;
  /** Data availability of all rows, also of those left out; empty without a screen stage. */
  readonly screening: readonly Availability[];
  readonly filled: readonly FilledValue[];
  /** The steps of each treated indicator. */
  readonly treatments: Readonly<Record<string, readonly TreatmentStep[]>>;
  readonly touched: readonly TreatedPoint[];
  readonly log: readonly LogEntry[];
}
