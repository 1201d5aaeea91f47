import { assertThat, type Data, numbersOf, requireOptions, textsOf } from '@indexlab/core';
import { regress } from './regress.js';
import type { TermRow } from './results.js';

/** What {@link slopeChange} compares: one row per unit and time. */
export interface SlopeChangeOptions {
  readonly outcome: string;
  readonly x: string;
  readonly time: string;
  readonly unit: string;
  readonly before: number;
  readonly after: number;
  /** The level of the intervals, 0.95 by default. */
  readonly level?: number;
}

/** The slopes at two times and their difference. */
export interface SlopeChange {
  readonly before: TermRow;
  readonly after: TermRow;
  readonly change: TermRow;
  readonly units: number;
  readonly errors: string;
}

/**
 * Whether the slope of an outcome on x changed between two times, over the units that have both: least squares with an intercept and a
 * slope for each time, standard errors clustered by unit, as a unit's two rows are not independent. Two slopes whose intervals overlap can
 * differ, and the difference of two slopes that are both "significant" need not.
 *
 * @throws IndexlabError for an unknown column, two rows of a unit at one time, or fewer than three units with both times
 *
 * @example
 * const data = { city: ['a', 'b', 'c', 'd', 'a', 'b', 'c', 'd'], year: [1, 1, 1, 1, 2, 2, 2, 2], x: [1, 2, 3, 4, 1, 2, 3, 4], y: [1, 2, 3, 5, 2, 4, 6, 9] };
 * const { before, change } = slopeChange(data, { outcome: 'y', x: 'x', time: 'year', unit: 'city', before: 1, after: 2 });
 * [before.estimate.toFixed(2), change.estimate.toFixed(2)] // => ['1.30', '1.00']
 *
 * @see R `lm(y ~ x * factor(time))` with `sandwich::vcovCL(cluster = ~unit)`
 */
export function slopeChange(data: Data, options: SlopeChangeOptions): SlopeChange {
  const caller = 'slopeChange';
  requireOptions(
    options,
    caller,
    {
      outcome: 'a text',
      x: 'a text',
      time: 'a text',
      unit: 'a text',
      before: 'a number',
      after: 'a number',
      level: 'a number',
    },
    ['outcome', 'x', 'time', 'unit', 'before', 'after'],
  );
  const { level = 0.95 } = options;
  const units = textsOf(data, options.unit);
  const [y, x, time] = ([options.outcome, options.x, options.time] as const).map((name) =>
    numbersOf(data, name, caller),
  ) as [Float64Array, Float64Array, Float64Array];
  const rowsAt = (when: number): Map<string, number> => {
    const rows = new Map<string, number>();
    units.forEach((unit, row) => {
      if (unit === null || time[row] !== when || Number.isNaN(x[row]! + y[row]!)) return;
      assertThat(!rows.has(unit), () => `${caller} requires one row per unit and time, got two for ${unit} at ${when}`);
      rows.set(unit, row);
    });
    return rows;
  };
  const [first, last] = [rowsAt(options.before), rowsAt(options.after)];
  const both = [...first.keys()].filter((unit) => last.has(unit));
  assertThat(both.length >= 3, () => `${caller} requires at least three units with both times, got ${both.length}`);
  const rows = [...both.map((unit) => first.get(unit)!), ...both.map((unit) => last.get(unit)!)];
  const of = (values: Float64Array): number[] => rows.map((row) => values[row]!);
  const later = rows.map((_, at) => Number(at >= both.length));
  const frame = { y: of(y), x: of(x), unit: [...both, ...both] };
  const slopes = regress('y ~ x * later', { ...frame, later }, { se: 'cluster:unit', level });
  // The same model counted from the later time: its slope of x is that of the later time.
  const turned = regress(
    'y ~ x * earlier',
    { ...frame, earlier: later.map((one) => 1 - one) },
    { se: 'cluster:unit', level },
  );
  const term = (model: typeof slopes, name: string): TermRow => {
    const row = model.terms.find((one) => one.term === name);
    assertThat(row !== undefined, () => `${caller} requires an x that varies at both times, got one that does not`);
    return row!;
  };
  return {
    before: term(slopes, 'x'),
    after: term(turned, 'x'),
    change: term(slopes, 'x:later'),
    units: both.length,
    errors: slopes.errors,
  };
}
