import { assertThat, type Data, numbersOf, requireArray, requireOptions } from '@indexlab/core';
import { groupsOf } from './groups-of.js';

/** The mean of a group under several weightings. */
export interface WeightedGroupMean {
  readonly group: string;
  readonly n: number;
  /** Each unit counting the same. */
  readonly unweighted: number;
  /** By the column that weighs. */
  readonly weighted: Readonly<Record<string, number>>;
  /** The smallest and the largest of all these. */
  readonly lower: number;
  readonly upper: number;
}

/**
 * Group means where a report does not say how it weighted: without weights, and by each candidate, such as GDP or population. The
 * smallest and the largest bracket a printed mean; one outside them rules all candidates out. Rows that lack the value, the group or a
 * weight are left out of all.
 *
 * @param options `group` and `value`, columns; `weights`, the columns of candidates
 * @throws IndexlabError for an unknown column, or weights of a group that are negative or all zero
 *
 * @example
 * const data = { cluster: ['a', 'a'], score: [80, 60], gdp: [3, 1] };
 * weightedGroupMeans(data, { group: 'cluster', value: 'score', weights: ['gdp'] })
 * // => [{ group: 'a', n: 2, unweighted: 70, weighted: { gdp: 75 }, lower: 70, upper: 75 }]
 */
export function weightedGroupMeans(
  data: Data,
  options: { readonly group: string; readonly value: string; readonly weights?: readonly string[] },
): WeightedGroupMean[] {
  const caller = 'weightedGroupMeans';
  requireOptions(options, caller, { group: 'a text', value: 'a text', weights: 'an array of texts' }, [
    'group',
    'value',
  ]);
  const { weights = [] } = options;
  requireArray(weights, caller, 'weights');
  const values = numbersOf(data, options.value, caller);
  const weighing = weights.map((name) => numbersOf(data, name, caller));
  return groupsOf(data, options.group, [values, ...weighing], caller).map(({ group, rows }) => {
    const meanBy = (weigh: (row: number) => number, name: string): number => {
      const own = rows.map(weigh);
      const sum = own.reduce((total, weight) => total + weight, 0);
      assertThat(
        sum > 0 && own.every((weight) => weight >= 0),
        () =>
          `${caller} requires weights of zero or more, some above, got ${own.find((one) => !(one >= 0)) ?? sum} (${name}, group ${group})`,
      );
      return rows.reduce((total, row, at) => total + values[row]! * own[at]!, 0) / sum;
    };
    const unweighted = meanBy(() => 1, 'none');
    const weighted = Object.fromEntries(weights.map((name, at) => [name, meanBy((row) => weighing[at]![row]!, name)]));
    const all = [unweighted, ...Object.values(weighted)];
    return { group, n: rows.length, unweighted, weighted, lower: Math.min(...all), upper: Math.max(...all) };
  });
}
