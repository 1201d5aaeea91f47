import { assertThat, type Data, numbersOf, requireOptions } from '@indexlab/core';
import { herfindahl, topShare } from '../inequality/concentration.js';
import { groupsOf } from './groups-of.js';

/** How a group concentrates in its leading units. */
export interface CoreConcentrationRow {
  readonly group: string;
  readonly n: number;
  readonly total: number;
  /** The group's share of the total of all groups. */
  readonly share: number;
  /** The share of the group that its leading `cores` units hold. */
  readonly coreShare: number;
  /** The first over the second; `null` for a single unit, or a second of zero. */
  readonly firstOverSecond: number | null;
  readonly herfindahl: number;
}

/**
 * The concentration of groups, such as clusters of cities, in their leading units: one core, two cores or more, beside the primacy of the
 * first and the Herfindahl-Hirschman index. Rows with a missing value or group are left out.
 *
 * @param options `group` and `value`, columns; `cores`, how many lead, 2 by default
 * @throws IndexlabError for an unknown column, a negative value, a group of zeros or with fewer units than cores
 *
 * @example
 * const data = { cluster: ['a', 'a', 'a', 'b', 'b'], score: [5, 4, 1, 6, 4] };
 * coreConcentration(data, { group: 'cluster', value: 'score' }).map(({ group, coreShare }) => [group, coreShare])
 * // => [['a', 0.9], ['b', 1]]
 */
export function coreConcentration(
  data: Data,
  options: { readonly group: string; readonly value: string; readonly cores?: number },
): CoreConcentrationRow[] {
  const caller = 'coreConcentration';
  requireOptions(options, caller, { group: 'a text', value: 'a text', cores: 'a number' }, ['group', 'value']);
  const { cores = 2 } = options;
  const values = numbersOf(data, options.value, caller);
  const groups = groupsOf(data, options.group, [values], caller);
  const whole = groups.reduce((sum, { rows }) => rows.reduce((own, row) => own + values[row]!, sum), 0);
  return groups.map(({ group, rows }) => {
    const own = Float64Array.from(rows, (row) => values[row]!);
    assertThat(
      rows.length >= cores,
      () => `${caller} requires groups of at least ${cores} units, got ${rows.length} (${group})`,
      'Ask for fewer cores.',
    );
    const [first, second = 0] = [...own].sort((a, b) => b - a);
    const total = own.reduce((sum, value) => sum + value, 0);
    return {
      group,
      n: rows.length,
      total,
      share: total / whole,
      coreShare: topShare(own, cores),
      firstOverSecond: second > 0 ? first! / second : null,
      herfindahl: herfindahl(own),
    };
  });
}
