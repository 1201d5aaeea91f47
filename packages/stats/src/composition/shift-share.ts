import { assertThat, type Data, numbersOf, requireOptions, textsOf } from '@indexlab/core';
import { allValues } from '../descriptive/values.js';
import { sumOf } from '../inequality/sizes.js';

/** What {@link shiftShare} reads: one row per unit and sector. */
export interface ShiftShareOptions {
  readonly unit: string;
  readonly sector: string;
  /** The columns of amounts at the two times. */
  readonly before: string;
  readonly after: string;
}

/** The change of a unit, divided. */
export interface ShiftShareRow {
  readonly unit: string;
  readonly change: number;
  /** What it would have gained at the growth of all units and sectors. */
  readonly national: number;
  /** What its mix of sectors adds: sectors that grew faster or more slowly everywhere. */
  readonly mix: number;
  /** What is left: its sectors grew faster or more slowly than the same sectors elsewhere. Over all units it sums to zero, as `mix` does. */
  readonly competitive: number;
}

/**
 * Shift-share: the change of each unit as the growth of the whole, the mix of its sectors, and its own (Dunn 1960).
 *
 * `before * G`, `sum of before[s] (G[s] - G)` and `sum of before[s] (g[s] - G[s])`, with G the growth of all, G[s] of a sector
 * everywhere, g[s] of the sector in the unit. The three add up to the change.
 *
 * @throws IndexlabError for an unknown column, a missing or negative amount, a sector or a whole without any amount before, or two rows of a
 *   unit and sector
 *
 * @example
 * const data = { city: ['a', 'a', 'b', 'b'], sector: ['x', 'y', 'x', 'y'], t0: [10, 10, 10, 10], t1: [12, 10, 14, 12] };
 * shiftShare(data, { unit: 'city', sector: 'sector', before: 't0', after: 't1' }).map(({ unit, competitive }) => `${unit} ${competitive.toFixed(1)}`)
 * // => ['a -2.0', 'b 2.0']
 *
 * @see Dunn (1960), A statistical and analytical technique for regional analysis; R `REAT::shift`
 */
export function shiftShare(data: Data, options: ShiftShareOptions): ShiftShareRow[] {
  const caller = 'shiftShare';
  requireOptions(options, caller, { unit: 'a text', sector: 'a text', before: 'a text', after: 'a text' }, [
    'unit',
    'sector',
    'before',
    'after',
  ]);
  const [units, sectors] = [textsOf(data, options.unit), textsOf(data, options.sector)];
  const [before, after] = (['before', 'after'] as const).map((time) =>
    allValues(numbersOf(data, options[time], caller), caller, options[time]),
  ) as [Float64Array, Float64Array];
  const negative = [...before, ...after].find((value) => value < 0);
  assertThat(negative === undefined, () => `${caller} requires amounts of zero or more, got ${negative}`);
  const cells = units.map((unit, row) => `${unit}\n${sectors[row]}`);
  const twice = cells.find((cell, row) => cells.indexOf(cell) !== row);
  assertThat(
    twice === undefined,
    () => `${caller} requires one row per unit and sector, got two for ${twice!.replace('\n', ', ')}`,
  );
  const growthOf = (rows: readonly number[], name: string): number => {
    const [first, last] = [before, after].map((values) => sumOf(Float64Array.from(rows, (row) => values[row]!))) as [
      number,
      number,
    ];
    assertThat(first > 0, () => `${caller} requires a positive amount before, got ${first} (${name})`);
    return last / first - 1;
  };
  const all = [...units.keys()];
  const whole = growthOf(all, 'all');
  const ofSector = new Map(
    [...new Set(sectors)].map((sector) => [
      sector,
      growthOf(
        all.filter((row) => sectors[row] === sector),
        String(sector),
      ),
    ]),
  );
  return [...new Set(units)].map((unit) => {
    const rows = all.filter((row) => units[row] === unit);
    const sum = (of: (row: number) => number): number => sumOf(Float64Array.from(rows, of));
    return {
      unit: unit ?? '',
      change: sum((row) => after[row]! - before[row]!),
      national: sum((row) => before[row]! * whole),
      mix: sum((row) => before[row]! * (ofSector.get(sectors[row]!)! - whole)),
      competitive: sum((row) => after[row]! - before[row]! - before[row]! * ofSector.get(sectors[row]!)!),
    };
  });
}
