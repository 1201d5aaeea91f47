import { assertThat } from '@indexlab/core';
import * as z from 'zod';
import { numberColumn } from './number-column.js';
import { requireFinite, requireResult } from './finite.js';

/** What a specification may write for denominate: the column to divide by, or none. */
export const denominationSchema = z.union([
  z.string().meta({ description: 'The column to divide by; none for as given.' }),
  z.strictObject({
    by: z.string(),
    per: z.number().positive().default(1).meta({ description: 'x / (denominator / per): per a million is 1000000.' }),
  }),
]);

export type WrittenDenomination = z.input<typeof denominationSchema>;

/** The column to divide by and what it is counted in; `null` for none. */
export function denominationParts(written: WrittenDenomination): { by: string; per: number } | null {
  if (written === 'none') return null;
  return typeof written === 'string' ? { by: written, per: 1 } : { by: written.by, per: written.per ?? 1 };
}

/**
 * A column over another, `values / (denominator / per)`; missing where either is missing.
 *
 * @param per what the denominator is counted in: 1,000,000 for a value per million
 * @param names the column and its denominator, for messages
 * @param units the names of the rows, for messages
 * @throws IndexlabError when a denominator is zero where there is a value, or a value, a denominator or a result is infinite
 *
 * @example
 * denominate(new Float64Array([10, 30]), new Float64Array([2000, 3000]), 1000) // => new Float64Array([5, 10])
 *
 * Reference: COINr's `Denominate`, whose `ScaleFactor` is `per`.
 */
export function denominate(
  values: Float64Array,
  denominator: Float64Array,
  per = 1,
  names: { values: string; denominator: string } = { values: 'values', denominator: 'denominator' },
  units?: readonly string[],
): Float64Array {
  const column = numberColumn(values, 'denominate', 'values');
  const over = numberColumn(denominator, 'denominate', 'denominator');
  assertThat(
    over.length === column.length,
    () => `denominate requires columns of one length, got ${column.length} and ${over.length}`,
  );
  const place = { caller: 'denominate', column: names.values, units };
  requireFinite(column, place);
  requireFinite(over, { ...place, column: names.denominator });
  const result = column.map((value, row) => {
    const divisor = over[row]!;
    assertThat(
      divisor !== 0 || Number.isNaN(value),
      () =>
        `denominate requires denominators other than zero, got 0 (column "${names.denominator}", row ${row + 1}, for "${names.values}")`,
    );
    return value / (divisor / per);
  });
  // A gap in the denominator is a gap; whatever else is no finite number is too large or too small to be one.
  const known = column.map((value, row) => (Number.isNaN(over[row]) ? NaN : value));
  requireResult(known, result, place);
  return result;
}
