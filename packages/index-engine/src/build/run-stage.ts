import { listNames } from '@indexlab/core';
import { methodParts, type WrittenMethod } from '../specification/method.js';
import type { IndicatorStage, Specification } from '../specification/schema.js';
import { denominate, denominationParts } from '../stages/denominate.js';
import { imputeColumns } from '../stages/impute/impute.js';
import { scaleColumn } from '../stages/normalise/normalise.js';
import { type Rows, takeRows, takeValues } from '../stages/rows.js';
import { type Availability, screenRows } from '../stages/screen.js';
import { pointsOf, type TreatedPoint, treatColumn, type TreatmentStep } from '../stages/treat/treat.js';
import type { FilledValue, LogEntry, StageColumns } from './built-index.js';
import type { PlannedNode } from './plan.js';

/** The indicators between two stages, and what the stages before left on record. */
export interface IndicatorState {
  readonly rows: Rows;
  /** The columns behind each stage, all over the rows that are kept. */
  readonly indicators: StageColumns;
  readonly imputed: StageColumns;
  readonly denominated: StageColumns;
  readonly treated: StageColumns;
  readonly normalised: StageColumns;
  /** The columns behind the last stage that ran. */
  readonly columns: StageColumns;
  readonly screening: readonly Availability[];
  readonly filled: readonly FilledValue[];
  readonly treatments: Readonly<Record<string, readonly TreatmentStep[]>>;
  readonly touched: readonly TreatedPoint[];
  readonly log: readonly LogEntry[];
}

type Stage = (
  state: IndicatorState,
  leaves: readonly PlannedNode[],
  nodes: readonly PlannedNode[],
  specification: Specification,
) => IndicatorState;

/** Runs one stage on all indicators. Columns that stand for an inner node are taken as they are. */
export function runStage(
  stage: IndicatorStage,
  state: IndicatorState,
  nodes: readonly PlannedNode[],
  specification: Specification,
): IndicatorState {
  const leaves = nodes.filter(({ children, asGiven }) => children.length === 0 && !asGiven);
  return stages[stage](state, leaves, nodes, specification);
}

const stages: Record<IndicatorStage, Stage> = { screen, impute, denominate: denominateStage, treat, normalise };

function screen(
  state: IndicatorState,
  _leaves: readonly PlannedNode[],
  nodes: readonly PlannedNode[],
  specification: Specification,
): IndicatorState {
  const written = specification.screen;
  if (!written) return state;
  const screening = screenRows(state.columns, groupsOf(nodes), state.rows, written);
  const kept = Int32Array.from(screening.flatMap(({ kept: keep }, row) => (keep ? [row] : [])));
  if (kept.length === screening.length) return { ...state, screening };
  const take = (columns: StageColumns): StageColumns =>
    Object.fromEntries(Object.entries(columns).map(([id, values]) => [id, takeValues(values, kept)]));
  const out = screening
    .filter(({ kept: keep }) => !keep)
    .map(({ unit, year }) => (year === null ? unit : `${unit} ${year}`));
  return {
    ...state,
    rows: takeRows(state.rows, kept),
    indicators: take(state.indicators),
    imputed: take(state.imputed),
    denominated: take(state.denominated),
    treated: take(state.treated),
    normalised: take(state.normalised),
    columns: take(state.columns),
    screening,
    log: [
      ...state.log,
      {
        stage: 'screen',
        node: nodes[0]!.row.id,
        message: `${out.length} of ${screening.length} rows left out: ${listNames(out)}`,
      },
    ],
  };
}

/** The indicators below each inner node. */
function groupsOf(nodes: readonly PlannedNode[]): Record<string, string[]> {
  const below: string[][] = nodes.map(() => []);
  for (let place = nodes.length - 1; place >= 0; place -= 1) {
    const { children, row } = nodes[place]!;
    below[place] = children.length === 0 ? [row.id] : children.flatMap((child) => below[child]!);
  }
  return Object.fromEntries(
    nodes.flatMap(({ children, row }, place) => (children.length > 0 ? [[row.id, below[place]!]] : [])),
  );
}

function impute(state: IndicatorState, leaves: readonly PlannedNode[]): IndicatorState {
  // Indicators that state the same method are filled together: some methods look across them.
  const alike = new Map<string, { written: WrittenMethod; ids: string[] }>();
  for (const leaf of leaves) {
    const written = leaf.option('impute') ?? 'none';
    if (written === 'none') continue;
    const key = JSON.stringify(written);
    const together = alike.get(key);
    if (together) together.ids.push(leaf.row.id);
    else alike.set(key, { written, ids: [leaf.row.id] });
  }
  const imputed = { ...state.columns };
  const filled: FilledValue[] = [];
  const log: LogEntry[] = [];
  for (const { written, ids } of alike.values()) {
    const result = imputeColumns(
      { columns: Object.fromEntries(ids.map((id) => [id, state.columns[id]!])), rows: state.rows },
      written,
    );
    for (const id of ids) {
      const [before, after] = [state.columns[id]!, result.columns[id]!];
      imputed[id] = after;
      const found = filledValues(id, before, after, result.sourceYears?.[id], state.rows);
      const left = after.reduce((count, value) => count + (Number.isNaN(value) ? 1 : 0), 0);
      filled.push(...found);
      if (found.length > 0)
        log.push({
          stage: 'impute',
          node: id,
          message: `${found.length} values filled (${methodParts(written).name})`,
        });
      if (left > 0) log.push({ stage: 'impute', node: id, message: `${left} values still missing` });
    }
  }
  return {
    ...state,
    imputed,
    denominated: imputed,
    treated: imputed,
    normalised: imputed,
    columns: imputed,
    filled,
    log: [...state.log, ...log],
  };
}

function filledValues(
  node: string,
  before: Float64Array,
  after: Float64Array,
  sourceYears: Float64Array | undefined,
  rows: Rows,
): FilledValue[] {
  if (before === after) return [];
  return Array.from(before.keys())
    .filter((row) => Number.isNaN(before[row]) && !Number.isNaN(after[row]))
    .map((row) => ({
      unit: rows.units[row]!,
      year: rows.years?.[row] ?? null,
      node,
      value: after[row]!,
      sourceYear: sourceYears?.[row] ?? null,
    }));
}

function denominateStage(state: IndicatorState, leaves: readonly PlannedNode[]): IndicatorState {
  const divisors = new Map<string, Float64Array>();
  const divisor = (column: string): Float64Array => {
    const known = divisors.get(column) ?? state.rows.numbers(column);
    divisors.set(column, known);
    return known;
  };
  const denominated = { ...state.columns };
  const log: LogEntry[] = [];
  for (const leaf of leaves) {
    const parts = denominationParts(leaf.option('denominate') ?? 'none');
    if (!parts) continue;
    const { id } = leaf.row;
    denominated[id] = denominate(denominated[id]!, divisor(parts.by), parts.per, { values: id, denominator: parts.by });
    log.push({
      stage: 'denominate',
      node: id,
      message: `divided by ${parts.by}${parts.per === 1 ? '' : ` per ${parts.per}`}`,
    });
  }
  return {
    ...state,
    denominated,
    treated: denominated,
    normalised: denominated,
    columns: denominated,
    log: [...state.log, ...log],
  };
}

function treat(state: IndicatorState, leaves: readonly PlannedNode[]): IndicatorState {
  const treated = { ...state.columns };
  const treatments: Record<string, readonly TreatmentStep[]> = {};
  const touched: TreatedPoint[] = [];
  const log: LogEntry[] = [];
  for (const { row, treatment } of leaves) {
    if (!treatment) continue;
    const { id } = row;
    const before = state.columns[id]!;
    const result = treatColumn(before, treatment, state.rows, id);
    treated[id] = result.values;
    treatments[id] = result.steps;
    const points = pointsOf(before, result, state.rows, id);
    for (const point of points) touched.push(point);
    if (points.length > 0)
      log.push({
        stage: 'treat',
        node: id,
        message: `${points.length} values touched (${[...new Set(points.map(({ step }) => step))].join(', ')})`,
      });
  }
  return { ...state, treated, normalised: treated, columns: treated, treatments, touched, log: [...state.log, ...log] };
}

function normalise(state: IndicatorState, leaves: readonly PlannedNode[]): IndicatorState {
  const normalised = { ...state.columns };
  for (const { row, scaling, direction } of leaves) {
    if (scaling) normalised[row.id] = scaleColumn(state.columns[row.id]!, scaling, state.rows, direction, row.id);
  }
  return { ...state, normalised, columns: normalised };
}
