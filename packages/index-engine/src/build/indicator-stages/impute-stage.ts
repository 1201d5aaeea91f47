import { methodParts, type WrittenMethod } from '../../specification/method.js';
import { requireResult } from '../../stages/finite.js';
import { imputeColumns } from '../../stages/impute/impute.js';
import type { Rows } from '../../stages/rows.js';
import type { FilledValue, LogEntry } from '../built-index.js';
import type { PlannedNode } from '../plan.js';
import type { IndicatorState, StageContext } from './indicator-state.js';

/** Fills gaps, and records each value that is filled. */
export function imputeStage(state: IndicatorState, { leaves }: StageContext): Partial<IndicatorState> {
  const groups = alike(leaves);
  if (groups.length === 0) return {};
  const { columns: given, rows } = state;
  const columns = { ...given };
  const filled: FilledValue[] = [];
  const log: LogEntry[] = [];
  for (const { written, ids } of groups) {
    const own = Object.fromEntries(ids.map((id) => [id, given[id]!]));
    const result = imputeColumns({ columns: own, rows }, written);
    for (const id of ids) {
      const [before, after] = [given[id]!, result.columns[id]!];
      requireResult(before, after, { caller: 'impute', column: id, units: rows.units });
      columns[id] = after;
      const found = filledValues(id, before, after, result.sourceYears?.[id], rows);
      for (const value of found) filled.push(value);
      const left = after.reduce((count, value) => count + (Number.isNaN(value) ? 1 : 0), 0);
      const { name } = methodParts(written);
      if (found.length > 0) log.push({ stage: 'impute', node: id, message: `${found.length} values filled (${name})` });
      if (left > 0) log.push({ stage: 'impute', node: id, message: `${left} values still missing` });
    }
  }
  return { columns, filled, log: [...state.log, ...log] };
}

/** Indicators that state the same method are filled together: some methods look across them. */
function alike(leaves: readonly PlannedNode[]): { written: WrittenMethod; ids: string[] }[] {
  const groups = new Map<string, { written: WrittenMethod; ids: string[] }>();
  for (const leaf of leaves) {
    const written = leaf.option('impute') ?? 'none';
    if (written === 'none') continue;
    const key = JSON.stringify(written);
    const together = groups.get(key);
    if (together) together.ids.push(leaf.row.id);
    else groups.set(key, { written, ids: [leaf.row.id] });
  }
  return [...groups.values()];
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
