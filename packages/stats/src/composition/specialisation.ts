import { assertThat, type Data, listNames, numbersOf, requireArray, requireOptions, textsOf } from '@indexlab/core';
import { allValues } from '../descriptive/values.js';
import { sumOf } from '../inequality/sizes.js';
import { locationQuotient } from './location-quotient.js';

/** A unit's fields against those of all units together. */
export interface SpecialisationRow {
  readonly unit: string;
  /** Krugman's index: the sum of the absolute differences of its shares from those of all, 0 to 2. */
  readonly krugman: number;
  /** The share that would have to move to another field: half of it. */
  readonly dissimilarity: number;
  /** The field with the largest location quotient. */
  readonly leading: string;
  /** The field with the largest share of the unit, which size alone can make. */
  readonly largest: string;
  readonly quotients: Readonly<Record<string, number>>;
}

/**
 * How units specialise: each unit's shares of its fields against the shares of the fields in all units together.
 *
 * What a unit is "best in" has two readings, and both are in the row: the field that is largest there, and the field in which it is
 * further above all units than in any other (location quotient).
 *
 * @param options `unit`, the column that names the units; `fields`, at least two columns of amounts
 * @throws IndexlabError for an unknown column, a negative or missing amount, or a unit or field without any amount
 *
 * @example
 * const data = { city: ['a', 'b'], games: [3, 1], health: [1, 3] };
 * specialisation(data, { unit: 'city', fields: ['games', 'health'] }).map(({ leading, krugman }) => [leading, krugman])
 * // => [['games', 0.5], ['health', 0.5]]
 *
 * @see Krugman (1991), Geography and Trade; R `EconGeo::spec.coeff` (dissimilarity)
 */
export function specialisation(
  data: Data,
  options: { readonly unit: string; readonly fields: readonly string[] },
): SpecialisationRow[] {
  const caller = 'specialisation';
  requireOptions(options, caller, { unit: 'a text', fields: 'an array of texts' }, ['unit', 'fields']);
  const { unit, fields } = options;
  requireArray(fields, caller, 'fields');
  assertThat(
    fields.length >= 2,
    () => `${caller} requires at least two fields, got ${listNames(fields.map(String)) || 'none'}`,
  );
  const names = textsOf(data, unit);
  const columns = fields.map((field) => allValues(numbersOf(data, field, caller), caller, field));
  const totals = names.map((name, row) => {
    const total = sumOf(Float64Array.from(columns, (column) => column[row]!));
    assertThat(total > 0, () => `${caller} requires units with an amount, got ${total} (${name})`);
    return total;
  });
  const fieldTotals = columns.map((column) => sumOf(column));
  const whole = sumOf(Float64Array.from(fieldTotals));
  const quotients = columns.map((column) => locationQuotient(column, totals));
  const best = (values: readonly number[]): string => fields[values.indexOf(Math.max(...values))]!;
  return names.map((name, row) => {
    const shares = columns.map((column) => column[row]! / totals[row]!);
    const krugman = shares.reduce((sum, share, field) => sum + Math.abs(share - fieldTotals[field]! / whole), 0);
    const own = quotients.map((values) => values[row]!);
    return {
      unit: name ?? '',
      krugman,
      dissimilarity: krugman / 2,
      leading: best(own),
      largest: best(shares),
      quotients: Object.fromEntries(fields.map((field, at) => [field, own[at]!])),
    };
  });
}
