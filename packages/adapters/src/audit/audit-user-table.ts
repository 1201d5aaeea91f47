import { type Audit, audit, type AuditRequest } from '@indexlab/audit';
import type { Table } from '@indexlab/core';
import { placeFinder } from './place-finder.js';

/**
 * Audits a table as `audit` of the room `audit` does, with the gazetteer: its columns are guessed unless told.
 *
 * @example
 * const { table } = readCsv('city,year,gdp\n北京,2015,1.5\nBeijing,2016,1.6\n上海,2015,2.5\n上海,2016,2.6\n');
 * auditUserTable(table).problems.map(({ rule, severity }) => [rule, severity]) // => [['place-spellings', 'warning']]
 */
export function auditUserTable(table: Table, request: AuditRequest = {}): Audit {
  return audit(table, { placeOf: placeFinder(), ...request });
}
