import type { TextColumn } from '@indexlab/core';
import { gazetteer } from '../gazetteer.js';
import { type PlaceContext, resolvePlace } from '../resolve-place.js';
import type { AuditProblem } from './audit-problem.js';

/** `unresolved-place`: a name that no unit has; `ambiguous-place` (warning): a name that more than one unit has. */
export function unresolvedPlaces(
  { name: column, values }: TextColumn,
  contextOf: (row: number) => PlaceContext,
): AuditProblem[] {
  return values.flatMap((value, row): AuditProblem[] => {
    if (value === null) return [];
    const { match, ambiguous } = resolvePlace(value, contextOf(row));
    if (match) return [];
    const problem = { row: row + 1, column, value } as const;
    if (ambiguous.length > 0) {
      const units = ambiguous.map((code) => `${gazetteer().place(code).nameEn} (${code})`).join(', ');
      return [{ ...problem, rule: 'ambiguous-place', severity: 'warning', message: `${value} can be ${units}.` }];
    }
    return [
      { ...problem, rule: 'unresolved-place', severity: 'error', message: `The gazetteer has no unit ${value}.` },
    ];
  });
}

/** `absent-unit`: units that belong in the table and are not there. Units are meant by their keys, or by their places. */
export function absentUnits(
  { name, values }: TextColumn,
  expected: readonly string[],
  contextOf: (row: number) => PlaceContext,
): AuditProblem[] {
  const placeOf = (unit: string, context: PlaceContext): string => resolvePlace(unit, context).match?.code ?? unit;
  const present = new Set(
    values.flatMap((value, row) => (value === null ? [] : [value, placeOf(value, contextOf(row))])),
  );
  const { level, year } = contextOf(0);
  return expected
    .filter((unit) => !present.has(unit) && !present.has(placeOf(unit, { level, year })))
    .map((unit) => ({
      rule: 'absent-unit',
      severity: 'error',
      row: null,
      column: name,
      value: unit,
      message: `${labelOf(unit)} belongs in the table and is not there.`,
    }));
}

function labelOf(unit: string): string {
  const place = gazetteer().places.find(({ code }) => code === unit);
  return place ? `${place.nameZh} (${unit})` : unit;
}
