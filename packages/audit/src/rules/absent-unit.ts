import { tableProblem } from '../problem.js';
import type { Rule } from '../rule.js';

export const absentUnit: Rule = {
  name: 'absent-unit',
  finds: 'a unit that belongs in the table and is not there',
  roles: ['unit'],
  check(subject) {
    const { expected, placeOf } = subject.facts;
    if (subject.unit === undefined || expected === undefined) return [];
    const identity = (unit: string, row?: number): string => placeOf?.(unit, subject.hints(row)).code ?? unit;
    const present = new Set(subject.units.flatMap((unit, row) => (unit === null ? [] : [unit, identity(unit, row)])));
    const problems = expected
      .filter((unit) => !present.has(unit) && !present.has(identity(unit)))
      .map((unit) => {
        const label = placeOf?.(unit, subject.hints()).labels[0] ?? unit;
        return {
          ...tableProblem('absent-unit', subject.unit!, `${label} belongs in the table and is not there.`),
          value: unit,
        };
      });
    return [{ columns: [subject.unit], problems }];
  },
};
