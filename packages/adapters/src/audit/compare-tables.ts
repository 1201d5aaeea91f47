import { cellInterval, type NumberColumn, type Table } from '@indexlab/core';
import { resolvePlace } from '../resolve-place.js';
import { againstPrinted } from './against-printed.js';
import { type AuditProblem, rowsWith } from './audit-problem.js';

/** Which columns of two tables hold the same. */
export interface ComparedColumns {
  /** What identifies a row in both: the names of the two columns of keys. */
  readonly key: readonly [string, string];
  /** The same quantity in both. */
  readonly value: readonly [string, string];
}

/**
 * Looks for one quantity that two tables print differently. Rows belong together when their keys are the same text, or
 * mean the same place; cells of different decimals differ only when no value prints as both.
 *
 * `tables-differ`; or `truncated-digits` (warning) where the digits of the first table fit the second when cut off
 * instead of rounded. Rows that only one table has are no problem.
 *
 * @returns the problems of the first table, in the order of its rows
 * @throws IndexlabError when a column is missing, or its numbers carry no printed digits
 *
 * @example
 * const table = (csv: string) => readCsv(csv).table;
 * const compared = compareTables(table('city,index\n北京,1.04\n上海,0.97\n'), table('city,index\n北京市,1.0\n上海市,1.02\n'), {
 *   key: ['city', 'city'],
 *   value: ['index', 'index'],
 * });
 * compared.map(({ rule, row }) => [rule, row])
 * // => [['tables-differ', 2]]
 */
export function compareTables(first: Table, second: Table, { key, value }: ComparedColumns): AuditProblem[] {
  const [column, other] = [first.numbers(value[0]), second.numbers(value[1])];
  const rowOf = rowsByKey(second.texts(key[1]).values, other);
  return rowsWith(column).flatMap((row) => {
    const name = first.texts(key[0]).values[row];
    const same = name === null || name === undefined ? undefined : (rowOf.get(name) ?? rowOf.get(placeOf(name)));
    if (same === undefined) return [];
    return againstPrinted(
      'tables-differ',
      column,
      row,
      cellInterval(other, same),
      `${name} in row ${same + 1} of the other table`,
    );
  });
}

/** Rows by their keys and by the codes of the places that the keys mean; the first row of each. */
function rowsByKey(keys: readonly (string | null)[], values: NumberColumn): Map<string, number> {
  const rows = new Map<string, number>();
  for (const row of rowsWith(values).reverse()) {
    const key = keys[row];
    if (key !== null && key !== undefined) rows.set(key, row).set(placeOf(key), row);
  }
  rows.delete('');
  return rows;
}

/** The code of the place that a key means, as a city where it can be one; empty when it is no one place. */
function placeOf(key: string): string {
  return (resolvePlace(key, { level: 'city' }).match ?? resolvePlace(key).match)?.code ?? '';
}
