import { listNames } from '@indexlab/core';
import { takeRows, takeValues } from '../../stages/rows.js';
import { screenRows } from '../../stages/screen.js';
import type { StageColumns } from '../built-index.js';
import type { PlannedNode } from '../plan.js';
import type { IndicatorState, StageContext } from './indicator-state.js';

/** Leaves out rows with too few values, in the columns behind every stage so far. */
export function screenStage(state: IndicatorState, { nodes, specification }: StageContext): Partial<IndicatorState> {
  if (!specification.screen) return {};
  const screening = screenRows(state.columns, indicatorsBelow(nodes), state.rows, specification.screen);
  const kept = Int32Array.from(screening.flatMap(({ kept: keep }, row) => (keep ? [row] : [])));
  if (kept.length === screening.length) return { screening };
  const take = takeOnce(kept);
  const out = screening
    .filter(({ kept: keep }) => !keep)
    .map(({ unit, year }) => (year === null ? unit : `${unit} ${year}`));
  const message = `${out.length} of ${screening.length} rows left out: ${listNames(out)}`;
  return {
    rows: takeRows(state.rows, kept),
    columns: take(state.columns),
    given: take(state.given),
    trace: state.trace.map(({ stage, columns }) => ({ stage, columns: take(columns) })),
    // A line that a column was laid on is known by its rows as they were.
    scaled: new Map(),
    screening,
    log: [...state.log, { stage: 'screen', node: nodes[0]!.row.id, message }],
  };
}

/** The kept rows of columns; a column that stands behind several stages is taken once. */
function takeOnce(kept: Int32Array): (columns: StageColumns) => StageColumns {
  const taken = new Map<Float64Array, Float64Array>();
  return (columns) =>
    Object.fromEntries(
      Object.entries(columns).map(([id, values]) => {
        const own = taken.get(values) ?? takeValues(values, kept);
        taken.set(values, own);
        return [id, own];
      }),
    );
}

/** The indicators below each inner node. */
function indicatorsBelow(nodes: readonly PlannedNode[]): Record<string, string[]> {
  const below: string[][] = nodes.map(() => []);
  for (let place = nodes.length - 1; place >= 0; place -= 1) {
    const { children, row } = nodes[place]!;
    below[place] = children.length === 0 ? [row.id] : children.flatMap((child) => below[child]!);
  }
  return Object.fromEntries(
    nodes.flatMap(({ children, row }, place) => (children.length > 0 ? [[row.id, below[place]!]] : [])),
  );
}
