import { assertThat, type Data, IndexlabError, listNames, numbersOf, textsOf } from '@indexlab/core';

/** The columns of data with a row for each unit and time. */
export interface TrajectoryColumns {
  readonly unit: string;
  /** A column of numbers, such as years. */
  readonly time: string;
  readonly value: string;
}

/** Each unit's values by time. */
export interface Trajectories {
  readonly units: ReadonlyMap<string, ReadonlyMap<number, number>>;
  /** All times with a value, ascending. */
  readonly times: readonly number[];
  /** Rows left out because a column is missing there. */
  readonly missing: number;
}

/** Reads rows of units and times. @throws IndexlabError for two values of a unit at one time, infinite values, or none at all */
export function trajectories(data: Data, columns: TrajectoryColumns, caller: string): Trajectories {
  const [names, times, values] = [
    textsOf(data, columns.unit),
    numbersOf(data, columns.time, caller),
    numbersOf(data, columns.value, caller),
  ];
  const units = new Map<string, Map<number, number>>();
  const twice: string[] = [];
  let missing = 0;
  names.forEach((name, row) => {
    const [time, value] = [times[row]!, values[row]!];
    if (name === null || Number.isNaN(time) || Number.isNaN(value)) {
      missing += 1;
      return;
    }
    assertThat(
      Number.isFinite(value),
      () => `${caller} requires finite values, got ${value} (column "${columns.value}", row ${row + 1})`,
    );
    const own = units.get(name) ?? new Map<number, number>();
    if (own.has(time)) twice.push(`${name} ${time}`);
    units.set(name, own.set(time, value));
  });
  if (twice.length > 0)
    throw new IndexlabError(`${caller} requires one row per unit and time, got more for ${listNames(new Set(twice))}`);
  assertThat(units.size > 0, () => `${caller} requires rows in which no column is missing, got none`);
  const all = new Set([...units.values()].flatMap((own) => [...own.keys()]));
  return { units, times: [...all].sort((a, b) => a - b), missing };
}

/** Says that rows were left out. */
export function missingNote(missing: number): string[] {
  return missing === 0 ? [] : [`${missing === 1 ? '1 row' : `${missing} rows`} left out: a column is missing there.`];
}
