import { assertThat, type Interval, listNames, requireArray, requireObject } from '@indexlab/core';

/** The ranks that printed digits allow a unit. */
export interface RankInterval {
  readonly unit: string;
  readonly best: number;
  readonly worst: number;
}

/**
 * The best and the worst rank that each unit can have when its value is known in printed digits only: `best` is one more than the number of
 * units that are larger whatever the digits, `worst` the number of those that can be as large. Units whose ranks in two lists overlap
 * cannot be told apart by these lists.
 *
 * @param values a unit and the interval of its value each, such as `roundedInterval('91.6')`; a larger value ranks higher
 * @throws IndexlabError when there is none, a unit occurs twice, or an interval has no end
 *
 * @example
 * const values = ['91.6', '91.2', '91.2'].map((token, at) => ({ unit: 'abc'[at], value: roundedInterval(token) }));
 * rankIntervals(values) // => [{ unit: 'a', best: 1, worst: 1 }, { unit: 'b', best: 2, worst: 3 }, { unit: 'c', best: 2, worst: 3 }]
 */
export function rankIntervals(values: readonly { readonly unit: string; readonly value: Interval }[]): RankInterval[] {
  const caller = 'rankIntervals';
  requireArray(values, caller, 'values');
  const rows = Array.from(values, (row, at) => {
    requireObject(row, caller, `value ${at + 1}`, ['unit', 'value']);
    const { lower, upper } = row.value;
    assertThat(
      lower !== null && upper !== null && typeof lower === 'object' && typeof upper === 'object',
      () => `${caller} requires intervals with both ends, got ${String(row.value)} (${row.unit})`,
    );
    return { unit: row.unit, lower: lower!, upper: upper! };
  });
  assertThat(rows.length > 0, () => `${caller} requires at least one unit, got none`);
  const twice = rows.map(({ unit }) => unit).filter((unit, at, all) => all.indexOf(unit) !== at);
  assertThat(twice.length === 0, () => `${caller} requires each unit once, got ${listNames(twice)} more than once`);
  return rows.map(({ unit, lower, upper }) => ({
    unit,
    best: 1 + rows.filter((other) => other.lower.compare(upper) > 0).length,
    worst: rows.filter((other) => other.upper.compare(lower) >= 0).length,
  }));
}
