import { textsOf } from '@indexlab/core';
import type { FoundPlace, PlaceHints } from '../place-finder.js';
import type { Problem } from '../problem.js';
import type { Check, Rule } from '../rule.js';
import type { Subject } from '../subject.js';

export const unresolvedPlace: Rule = {
  name: 'unresolved-place',
  finds: 'a name that no place has',
  roles: ['unit'],
  check: (subject) =>
    namesOfPlaces(subject, (column, value, row, found) =>
      found.labels.length > 0
        ? []
        : [
            {
              rule: 'unresolved-place',
              severity: 'error',
              row: row + 1,
              column,
              value,
              message: `The gazetteer has no unit ${value}.${nearTo(found)}`,
            },
          ],
    ),
};

export const ambiguousPlace: Rule = {
  name: 'ambiguous-place',
  finds: 'a name that several places have (warning)',
  roles: ['unit'],
  check: (subject) =>
    namesOfPlaces(subject, (column, value, row, found) =>
      found.code !== null || found.labels.length === 0
        ? []
        : [
            {
              rule: 'ambiguous-place',
              severity: 'warning',
              row: row + 1,
              column,
              value,
              message: `${value} can be ${found.labels.join(', ')}.`,
            },
          ],
    ),
};

function nearTo({ near, holds }: FoundPlace): string {
  const labels = near?.() ?? [];
  const question = labels.length > 0 ? ` Did you mean ${labels.slice(0, 3).join(', ')}?` : '';
  return holds === undefined ? question : `${question} ${holds}`;
}

type Judge = (column: string, value: string, row: number, found: FoundPlace) => Problem[];

/** A check of the units, and of the provinces beside them, where the units are places. */
function namesOfPlaces(subject: Subject, judge: Judge): Check[] {
  const { placeOf, places, province } = subject.facts;
  if (placeOf === undefined || places === undefined || subject.unit === undefined) return [];
  const checkOf = (column: string, cells: readonly (string | null)[], hints: (row: number) => PlaceHints): Check => ({
    columns: [column],
    problems: cells.flatMap((cell, row) => (cell === null ? [] : judge(column, cell, row, placeOf(cell, hints(row))))),
  });
  return [
    checkOf(subject.unit, subject.units, (row) => subject.hints(row)),
    ...(province === undefined
      ? []
      : [checkOf(province, textsOf(subject.table, province), () => ({ level: 'province' }))]),
  ];
}
