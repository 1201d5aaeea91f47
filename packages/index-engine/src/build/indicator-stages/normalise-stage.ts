import { columnSpace } from '../../stages/column-space.js';
import { scaleColumn } from '../../stages/normalise/normalise.js';
import type { IndicatorState, NormalisedColumn, StageContext } from './indicator-state.js';

/** Makes indicators comparable. */
export function normaliseStage(
  { columns: given, rows }: IndicatorState,
  { nodes, leaves, summaryOf }: StageContext,
): Partial<IndicatorState> {
  const tools = { summaryOf, newColumn: columnSpace(rows.units.length, leaves.length) };
  const columns: Record<string, Float64Array> = {};
  const scaled = new Map<string, NormalisedColumn>();
  for (const { row, children, scaling, direction } of nodes) {
    if (children.length > 0) continue;
    const from = given[row.id]!;
    if (scaling === null) {
      columns[row.id] = from;
      continue;
    }
    const { values, lineAt } = scaleColumn(from, scaling, rows, direction, row.id, tools);
    columns[row.id] = values;
    scaled.set(row.id, { from, values, lineAt });
  }
  return { columns, scaled };
}
