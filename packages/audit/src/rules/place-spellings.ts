import { textsOf } from '@indexlab/core';
import { asWarning, type Problem, tableProblem } from '../problem.js';
import type { Rule } from '../rule.js';

export const placeSpellings: Rule = {
  name: 'place-spellings',
  finds: 'a place that different rows call by different names (warning)',
  roles: ['unit', 'time'],
  check(subject) {
    const { unit: column, units, facts } = subject;
    const { placeOf } = facts;
    if (column === undefined || placeOf === undefined || subject.dividing.length === 0) return [];
    const at = subject.dividing.map((name) => textsOf(subject.table, name));
    const namesOf = new Map<string, Map<string, number>>();
    units.forEach((unit, row) => {
      const code = unit === null ? null : placeOf(unit, { ...subject.hints(row), level: facts.places ?? 'city' }).code;
      if (unit === null || code === null) return;
      const names = namesOf.get(code) ?? new Map<string, number>();
      if (!names.has(unit)) namesOf.set(code, names.set(unit, row));
    });
    const problems = [...namesOf]
      .filter(([, names]) => names.size > 1)
      .map(([code, names]): Problem => {
        const listed = [...names]
          .map(([name, row]) => `${name} (${at.map((cells) => cells[row]).join(', ')})`)
          .join(', ');
        const message = `One place stands under ${names.size} names, which count as ${names.size} units: ${listed}.`;
        return { ...asWarning(tableProblem('place-spellings', column, message)), value: code };
      });
    return [{ columns: [column], problems }];
  },
};
