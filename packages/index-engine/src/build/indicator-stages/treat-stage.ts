import { requireResult } from '../../stages/finite.js';
import { pointsOf, type TreatedPoint, treatColumn, type TreatmentStep } from '../../stages/treat/treat.js';
import type { LogEntry } from '../built-index.js';
import type { IndicatorState, StageContext } from './indicator-state.js';

/** Treats outliers, and records each point that is touched. */
export function treatStage(state: IndicatorState, { leaves }: StageContext): Partial<IndicatorState> {
  if (leaves.every(({ treatment }) => treatment === null)) return {};
  const { rows } = state;
  const columns = { ...state.columns };
  const treatments: Record<string, readonly TreatmentStep[]> = {};
  const touched: TreatedPoint[] = [];
  const log: LogEntry[] = [];
  for (const { row, treatment } of leaves) {
    if (!treatment) continue;
    const { id } = row;
    const before = columns[id]!;
    const result = treatColumn(before, treatment, rows, id);
    requireResult(before, result.values, { caller: 'treat', column: id, units: rows.units });
    columns[id] = result.values;
    treatments[id] = result.steps;
    const points = pointsOf(before, result, rows, id);
    for (const point of points) touched.push(point);
    if (points.length === 0) continue;
    const steps = [...new Set(points.map(({ step }) => step))].join(', ');
    log.push({ stage: 'treat', node: id, message: `${points.length} values touched (${steps})` });
  }
  return { columns, treatments, touched, log: [...state.log, ...log] };
}
