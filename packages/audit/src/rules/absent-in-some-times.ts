import { listNames, textsOf } from '@indexlab/core';
import { asWarning, type Problem, tableProblem } from '../problem.js';
import type { Rule } from '../rule.js';

/** More units than these are counted instead of listed. */
const listed = 10;

export const absentInSomeTimes: Rule = {
  name: 'absent-in-some-times',
  finds: 'a unit that stands at some times only (warning)',
  roles: ['unit', 'time'],
  check(subject) {
    const { unit: column, time } = subject;
    if (column === undefined || time === undefined) return [];
    const times = textsOf(subject.table, time);
    const all = [...new Set(times.filter((value) => value !== null))].sort();
    const { placeOf, places } = subject.facts;
    const nameOf = new Map<string, string>(); // the first of the names of a place
    const timesOf = new Map<string, Set<string>>();
    subject.units.forEach((unit, row) => {
      if (unit === null || times[row] === null) return;
      const place = placeOf?.(unit, { ...subject.hints(row), level: places ?? 'city' }).code ?? unit;
      const name = nameOf.get(place) ?? unit;
      nameOf.set(place, name);
      timesOf.set(name, (timesOf.get(name) ?? new Set()).add(times[row]!));
    });
    const absent = [...timesOf].filter(([, present]) => present.size < all.length);
    const problem = (message: string, value: string | null): Problem => ({
      ...asWarning(tableProblem('absent-in-some-times', column, message)),
      value,
    });
    const problems =
      absent.length > listed
        ? [
            problem(
              `${absent.length} of ${timesOf.size} units stand at some of the ${all.length} times only: ${listNames(absent.map(([unit]) => unit))}.`,
              null,
            ),
          ]
        : absent.map(([unit, present]) => {
            const missing = all.filter((value) => !present.has(value));
            const [few, word] =
              missing.length < present.size ? [missing, 'is absent in'] : [[...present], 'stands only in'];
            return problem(
              `${unit} ${word} ${listNames(few)} (${time}; ${present.size} of ${all.length} times).`,
              unit,
            );
          });
    return [{ columns: [column, time], problems }];
  },
};
