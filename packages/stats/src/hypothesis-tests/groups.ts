import { assertThat, type Data, numbersOf, requireObject, textsOf } from '@indexlab/core';
import { presentValues } from '../descriptive/values.js';

/** Values by group: arrays in any order, or by the groups' names. */
export type Groups = readonly ArrayLike<number>[] | Readonly<Record<string, ArrayLike<number>>>;

/** A group's name and its values without the missing ones. */
export interface NamedGroup {
  readonly name: string;
  readonly values: Float64Array;
}

/**
 * The values of a column by the groups of another, in the order in which the groups first appear. Rows without a group
 * are left out; missing values stay, as `NaN`.
 *
 * @throws IndexlabError when a column does not exist or the values are not numbers
 *
 * @example
 * splitByGroup({ score: [1, 2, 3], tier: ['a', 'b', 'a'] }, 'score', 'tier')
 * // => { a: new Float64Array([1, 3]), b: new Float64Array([2]) }
 */
export function splitByGroup(data: Data, value: string, group: string): Record<string, Float64Array> {
  const values = numbersOf(data, value, 'splitByGroup');
  const rows = new Map<string, number[]>();
  textsOf(data, group).forEach((name, row) => {
    if (name === null) return;
    if (!rows.has(name)) rows.set(name, []);
    rows.get(name)!.push(values[row]!);
  });
  return Object.fromEntries([...rows].map(([name, found]) => [name, Float64Array.from(found)]));
}

/** Names groups (1, 2, … without names), drops missing values, and checks that there are two groups of `least` values. */
export function namedGroups(groups: Groups, caller: string, least = 1): NamedGroup[] {
  requireObject(groups, caller, 'groups');
  const entries = Array.isArray(groups)
    ? (groups as readonly ArrayLike<number>[]).map((values, i) => [String(i + 1), values] as const)
    : Object.entries(groups as Readonly<Record<string, ArrayLike<number>>>);
  assertThat(entries.length >= 2, () => `${caller} requires at least two groups, got ${entries.length}`);
  return entries.map(([name, values]) => ({
    name,
    values: presentValues(values, `${caller} (group "${name}")`, least),
  }));
}
