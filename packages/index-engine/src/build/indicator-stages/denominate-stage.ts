import { denominate, denominationParts } from '../../stages/denominate.js';
import type { LogEntry } from '../built-index.js';
import type { IndicatorState, StageContext } from './indicator-state.js';

/** Divides indicators by other columns of the data; a column that divides many is read once. */
export function denominateStage(state: IndicatorState, { leaves }: StageContext): Partial<IndicatorState> {
  const divided = leaves.flatMap((leaf) => {
    const parts = denominationParts(leaf.option('denominate') ?? 'none');
    return parts ? [{ id: leaf.row.id, ...parts }] : [];
  });
  if (divided.length === 0) return {};
  const divisors = new Map<string, Float64Array>();
  const columns = { ...state.columns };
  const log: LogEntry[] = [];
  for (const { id, by, per } of divided) {
    const divisor = divisors.get(by) ?? state.rows.numbers(by);
    divisors.set(by, divisor);
    columns[id] = denominate(columns[id]!, divisor, per, { values: id, denominator: by }, state.rows.units);
    log.push({ stage: 'denominate', node: id, message: `divided by ${by}${per === 1 ? '' : ` per ${per}`}` });
  }
  return { columns, log: [...state.log, ...log] };
}
