import { assertThat } from '@indexlab/core';
import type { Filled, ImputeInput } from './impute-input.js';

/** How a gap is filled from the unit's other years. */
export type PanelFill = 'latest' | 'linear' | 'constant';

/** Fills gaps along the years of each unit, at most so many years away, and says which year each filled value comes from. */
export function fillPanel({ columns, rows }: ImputeInput, fill: PanelFill, years = Infinity): Filled {
  const times = rows.years;
  assertThat(
    times !== null,
    () => `impute requires a panel for ${fill}, got one year`,
    'Say which column holds the year: data: { time: year }.',
  );
  const byUnit = new Map<string, number[]>();
  rows.units.forEach((unit, row) => {
    const own = byUnit.get(unit);
    if (own) own.push(row);
    else byUnit.set(unit, [row]);
  });
  for (const own of byUnit.values()) own.sort((a, b) => times[a]! - times[b]!);
  const filled: Record<string, Float64Array> = {};
  const sources: Record<string, Float64Array> = {};
  for (const [name, values] of Object.entries(columns)) {
    const result = values.slice();
    const source = Float64Array.from(values, (value, row) => (Number.isNaN(value) ? NaN : times[row]!));
    for (const own of byUnit.values()) fillUnit(values, times, own, fill, years, result, source);
    filled[name] = result;
    sources[name] = source;
  }
  return { columns: filled, sourceYears: sources };
}

function fillUnit(
  values: Float64Array,
  times: Float64Array,
  own: readonly number[],
  fill: PanelFill,
  years: number,
  result: Float64Array,
  source: Float64Array,
): void {
  own.forEach((row, place) => {
    if (!Number.isNaN(values[row])) return;
    const near = (other: number | undefined): number | undefined =>
      other !== undefined && Math.abs(times[other]! - times[row]!) <= years ? other : undefined;
    const before = near(own.slice(0, place).findLast((other) => !Number.isNaN(values[other])));
    const after =
      fill === 'latest' ? undefined : near(own.slice(place + 1).find((other) => !Number.isNaN(values[other])));
    const nearest = before ?? after;
    if (nearest === undefined) return;
    if (fill === 'linear' && before !== undefined && after !== undefined) {
      const share = (times[row]! - times[before]!) / (times[after]! - times[before]!);
      result[row] = values[before]! + share * (values[after]! - values[before]!);
      source[row] = share <= 0.5 ? times[before]! : times[after]!;
      return;
    }
    result[row] = values[nearest]!;
    source[row] = times[nearest]!;
  });
}
