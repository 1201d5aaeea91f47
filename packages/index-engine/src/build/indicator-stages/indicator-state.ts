import type { IndicatorStage, Specification } from '../../specification/schema.js';
import type { Scaled } from '../../stages/normalise/normalise.js';
import type { Summary } from '../../stages/normalise/summaries.js';
import type { Rows } from '../../stages/rows.js';
import type { Availability } from '../../stages/screen.js';
import type { TreatedPoint, TreatmentStep } from '../../stages/treat/treat.js';
import type { FilledValue, LogEntry, StageColumns, TracedStage } from '../built-index.js';
import type { PlannedNode } from '../plan.js';

/** The indicators between two stages, and what the stages before left on record. */
export interface IndicatorState {
  readonly rows: Rows;
  /** The columns behind the last stage that ran. */
  readonly columns: StageColumns;
  /** The columns as given, over the rows that are kept. */
  readonly given: StageColumns;
  /** The stages that ran, in that order, all over the rows that are kept. */
  readonly trace: readonly TracedStage[];
  /** How each normalised column came from the one before. */
  readonly scaled: ReadonlyMap<string, NormalisedColumn>;
  readonly screening: readonly Availability[];
  readonly filled: readonly FilledValue[];
  readonly treatments: Readonly<Record<string, readonly TreatmentStep[]>>;
  readonly touched: readonly TreatedPoint[];
  readonly log: readonly LogEntry[];
}

/** A normalised column and the one that it was made of. */
export interface NormalisedColumn extends Scaled {
  readonly from: Float64Array;
}

/** What a stage is told beside the state. */
export interface StageContext {
  /** Indicators: a column that stands for an inner node is taken as it is. */
  readonly leaves: readonly PlannedNode[];
  readonly nodes: readonly PlannedNode[];
  readonly specification: Specification;
  readonly summaryOf: (values: Float64Array) => Summary;
}

/** One stage on all indicators; what it does not return stays as it is. */
export type Stage = (state: IndicatorState, context: StageContext) => Partial<IndicatorState>;

export type Stages = Readonly<Record<IndicatorStage, Stage>>;
