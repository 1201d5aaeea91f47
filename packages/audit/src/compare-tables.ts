import { cellInterval, type NumberColumn, type Table } from '@indexlab/core';
import { againstPrinted } from './against-printed.js';
import type { PlaceFinder } from './place-finder.js';
import type { Problem } from './problem.js';
import { rowsWith } from './rows-with.js';

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
 * @param placeOf finds the places that keys mean; without it they are compared as texts
 * @returns the problems of the first table, in the order of its rows
 * @throws IndexlabError when a column is missing, or its numbers carry no printed digits
 *
 * @example
 * const table = (cities, index) =>
 *   new Table([
 *     { type: 'text', name: 'city', values: cities },
 *     { type: 'number', name: 'index', values: Float64Array.from(index, Number), decimals: Int8Array.from(index, printedDecimals) },
 *   ]);
 * const [long, short] = [table(['北京', '上海'], ['1.04', '0.97']), table(['上海', '北京'], ['1.02', '1.0'])];
 * compareTables(long, short, { key: ['city', 'city'], value: ['index', 'index'] }).map(({ rule, row }) => [rule, row])
 * // => [['tables-differ', 2]]
 */
export function compareTables(
  first: Table,
  second: Table,
  { key, value }: ComparedColumns,
  placeOf?: PlaceFinder,
): Problem[] {
  const [column, other] = [first.numbers(value[0]), second.numbers(value[1])];
  // The code of the place that a key means, as a city where it can be one; empty when it is no one place.
  const codeOf = (name: string): string => placeOf?.(name, { level: 'city' }).code ?? placeOf?.(name).code ?? '';
  const rowOf = rowsByKey(second.texts(key[1]).values, other, codeOf);
  return rowsWith(column).flatMap((row) => {
    const name = first.texts(key[0]).values[row];
    const same = name === null || name === undefined ? undefined : (rowOf.get(name) ?? rowOf.get(codeOf(name)));
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
function rowsByKey(
  keys: readonly (string | null)[],
  values: NumberColumn,
  codeOf: (key: string) => string,
): Map<string, number> {
  const rows = new Map<string, number>();
  for (const row of rowsWith(values).reverse()) {
    const key = keys[row];
    if (key !== null && key !== undefined) rows.set(key, row).set(codeOf(key), row);
  }
  rows.delete('');
  return rows;
}
