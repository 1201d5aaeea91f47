import { standardDeviation } from '@indexlab/stats/descriptive';
import { extent, present } from '../normalise/summaries.js';
import type { Filled, ImputeInput } from './impute-input.js';

/** Fills each gap with the mean of the k nearest rows that have the value; equally near rows in the order of the data. */
export function nearestNeighbours({ columns, rows }: ImputeInput, k: number): Filled {
  const names = Object.keys(columns);
  const scaled = names.map((name) => overDeviation(columns[name]!));
  const count = rows.units.length;
  const filled = Object.fromEntries(names.map((name) => [name, columns[name]!.slice()]));
  for (let row = 0; row < count; row += 1) {
    const gaps = names.filter((name) => Number.isNaN(columns[name]![row]));
    if (gaps.length === 0) continue;
    const others = Array.from({ length: count }, (_, other) => ({
      other,
      distance: other === row ? NaN : distance(scaled, row, other),
    }))
      .filter(({ distance: far }) => !Number.isNaN(far))
      .sort((a, b) => a.distance - b.distance || a.other - b.other);
    for (const name of gaps) {
      const near = others.filter(({ other }) => !Number.isNaN(columns[name]![other])).slice(0, k);
      if (near.length === 0) continue;
      filled[name]![row] = near.reduce((sum, { other }) => sum + columns[name]![other]!, 0) / near.length;
    }
  }
  return { columns: filled };
}

function overDeviation(values: Float64Array): Float64Array {
  const known = present(values);
  const [low, high] = extent(known);
  const deviation = high > low ? standardDeviation(known) : 1;
  return values.map((value) => value / deviation);
}

/** Root mean square difference over the columns that both rows have; `NaN` when there is none. */
function distance(columns: readonly Float64Array[], a: number, b: number): number {
  let sum = 0;
  let shared = 0;
  for (const column of columns) {
    const difference = column[a]! - column[b]!;
    if (Number.isNaN(difference)) continue;
    sum += difference * difference;
    shared += 1;
  }
  return shared === 0 ? NaN : Math.sqrt(sum / shared);
}
