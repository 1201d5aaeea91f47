import type { Table, TextColumn } from '@indexlab/core';
import { resolvePlace } from '../resolve-place.js';
import type { AuditProblem } from './audit-problem.js';

/** `duplicate-key`: two rows with one key; `duplicate-place`: two keys that the gazetteer says are one unit. */
export function duplicateKeys({ name: column, values }: TextColumn): AuditProblem[] {
  const rowOfKey = new Map<string, number>();
  const rowOfPlace = new Map<string, number>();
  return values.flatMap((value, row): AuditProblem[] => {
    if (value === null) return [];
    const place = resolvePlace(value, { level: 'city' }).match?.code ?? '';
    const sameKey = rowOfKey.get(value);
    const samePlace = rowOfPlace.get(place);
    if (sameKey === undefined) rowOfKey.set(value, row);
    if (samePlace === undefined && place !== '') rowOfPlace.set(place, row);
    const problem = { severity: 'error', row: row + 1, column, value } as const;
    if (sameKey !== undefined) {
      return [{ ...problem, rule: 'duplicate-key', message: `${value} already stands in row ${sameKey + 1}.` }];
    }
    if (samePlace !== undefined) {
      const message = `${value} is the place that row ${samePlace + 1} calls ${values[samePlace]} (${place}).`;
      return [{ ...problem, rule: 'duplicate-place', message }];
    }
    return [];
  });
}

/** `duplicate-row`: two rows equal in every cell. */
export function duplicateRows(table: Table): AuditProblem[] {
  const seen = new Map<string, number>();
  return table.toRows().flatMap((cells, row): AuditProblem[] => {
    const text = JSON.stringify(Object.values(cells));
    const earlier = seen.get(text);
    if (earlier === undefined) seen.set(text, row);
    if (earlier === undefined) return [];
    return [
      {
        rule: 'duplicate-row',
        severity: 'error',
        row: row + 1,
        column: null,
        value: null,
        message: `The row repeats row ${earlier + 1}.`,
      },
    ];
  });
}
