import { type ComparedColumns, compareTables as compare, type Problem } from '@indexlab/audit';
import type { Table } from '@indexlab/core';
import { placeFinder } from './place-finder.js';

/**
 * Looks for one quantity that two tables print differently, as `compareTables` of the room `audit` does; keys that the
 * gazetteer takes for one place are one.
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
export function compareTables(first: Table, second: Table, columns: ComparedColumns): Problem[] {
  return compare(first, second, columns, placeFinder());
}
