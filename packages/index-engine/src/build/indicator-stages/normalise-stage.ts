import { scaleColumn } from '../../stages/normalise/normalise.js';
import type { IndicatorState, NormalisedColumn, StageContext } from './indicator-state.js';

/** Makes indicators comparable. */
export function normaliseStage(
  { columns: given, rows }: IndicatorState,
  { leaves, summaryOf }: StageContext,
): Partial<IndicatorState> {
  const columns = { ...given };
  const scaled = new Map<string, NormalisedColumn>();
  for (const { row, scaling, direction } of leaves) {
    if (!scaling) continue;
    const from = given[row.id]!;
    const { values, lineAt } = scaleColumn(from, scaling, rows, direction, row.id, summaryOf);
    columns[row.id] = values;
    scaled.set(row.id, { from, values, lineAt });
  }
  return { columns, scaled };
}
