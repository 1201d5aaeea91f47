import type { Problem } from '../problem.js';
import type { Rule } from '../rule.js';

export const duplicatePlace: Rule = {
  name: 'duplicate-place',
  finds: 'two names of one place (at one time, in one group)',
  roles: ['unit'],
  check(subject) {
    const { unit: column, units, groups, facts } = subject;
    const { placeOf } = facts;
    if (column === undefined || placeOf === undefined) return [];
    const codeOf = (row: number): string | null => {
      const unit = units[row];
      // Most tables rank cities: 吉林 beside 长春 is the city.
      const hints = { ...subject.hints(row), level: facts.places ?? ('city' as const) };
      return unit === null || unit === undefined ? null : placeOf(unit, hints).code;
    };
    const problems = groups.flatMap((rows) => {
      const rowOf = new Map<string, number>();
      return rows.flatMap((row): Problem[] => {
        const code = codeOf(row);
        if (code === null) return [];
        const earlier = rowOf.get(code);
        if (earlier === undefined) {
          rowOf.set(code, row);
          return [];
        }
        const value = units[row]!;
        if (units[earlier] === value) return []; // a repeated key, not another name
        const message = `${value} is the place that row ${earlier + 1} calls ${units[earlier]} (${code}).`;
        return [{ rule: 'duplicate-place', severity: 'error', row: row + 1, column, value, message }];
      });
    });
    return [{ columns: [column, ...subject.dividing], problems }];
  },
};
