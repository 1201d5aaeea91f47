import { assertThat, type Data, numbersOf, requireArray, requireOptions, textsOf } from '@indexlab/core';
import { allValues } from '../descriptive/values.js';
import { sumOf } from '../inequality/sizes.js';

/** What of a total falls to a unit, under each key. */
export interface ApportionedRow {
  readonly unit: string;
  readonly amounts: Readonly<Record<string, number>>;
  /** The smallest and the largest of the keys. */
  readonly lower: number;
  readonly upper: number;
}

/**
 * Brings a total down to units: `total * key / sum of key`, once for each key, such as industrial value added, broadband users and
 * employment. No key is the truth: what units get under all of them brackets what any mixture of them gives.
 *
 * @param total the amount of the whole, such as the digital economy of a country
 * @param options `unit`, the column that names the units; `keys`, columns of zero or more without gaps, for all units of the whole
 * @throws IndexlabError for an unknown column, a total that is not positive, or a key that is negative, missing or zero everywhere
 *
 * @example
 * const data = { city: ['a', 'b'], gdp: [3, 1], users: [1, 1] };
 * apportion(100, data, { unit: 'city', keys: ['gdp', 'users'] }).map(({ unit, lower, upper }) => [unit, lower, upper])
 * // => [['a', 50, 75], ['b', 25, 50]]
 *
 * @see Eurostat (2013), Manual on regional accounts methods: top-down, by an indicator
 */
export function apportion(
  total: number,
  data: Data,
  options: { readonly unit: string; readonly keys: readonly string[] },
): ApportionedRow[] {
  const caller = 'apportion';
  assertThat(
    typeof total === 'number' && total > 0 && total < Infinity,
    () => `${caller} requires a positive total, got ${String(total)}`,
  );
  requireOptions(options, caller, { unit: 'a text', keys: 'an array of texts' }, ['unit', 'keys']);
  requireArray(options.keys, caller, 'keys');
  assertThat(options.keys.length > 0, () => `${caller} requires at least one key, got none`);
  const units = textsOf(data, options.unit);
  const keys = Array.from(options.keys, (name) => {
    const values = allValues(numbersOf(data, name, caller), caller, name);
    const sum = sumOf(values);
    assertThat(
      sum > 0 && values.every((value) => value >= 0),
      () =>
        `${caller} requires keys of zero or more, some above, got ${values.find((value) => value < 0) ?? sum} (${name})`,
    );
    return { name, amounts: values.map((value) => (total * value) / sum) };
  });
  return units.map((unit, row) => {
    const own = keys.map(({ amounts }) => amounts[row]!);
    return {
      unit: unit ?? '',
      amounts: Object.fromEntries(keys.map(({ name }, at) => [name, own[at]!])),
      lower: Math.min(...own),
      upper: Math.max(...own),
    };
  });
}
