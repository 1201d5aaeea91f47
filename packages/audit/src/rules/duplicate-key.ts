import { textsOf } from '@indexlab/core';
import type { Problem } from '../problem.js';
import type { Rule } from '../rule.js';
import type { Subject } from '../subject.js';

export const duplicateKey: Rule = {
  name: 'duplicate-key',
  finds: 'two rows of one unit (at one time, in one group)',
  roles: ['unit'],
  check(subject) {
    if (subject.unit === undefined) return [];
    return [{ columns: [subject.unit, ...subject.dividing], problems: subject.groups.flatMap(repeated(subject)) }];
  },
};

function repeated(subject: Subject) {
  const others = subject.dividing.map((name) => textsOf(subject.table, name));
  return (rows: readonly number[]): Problem[] => {
    const rowOf = new Map<string, number>();
    return rows.flatMap((row): Problem[] => {
      const unit = subject.units[row] ?? null;
      if (unit === null) return [];
      const earlier = rowOf.get(unit);
      if (earlier === undefined) {
        rowOf.set(unit, row);
        return [];
      }
      const key = [unit, ...others.map((cells) => cells[row] ?? '')].join(', ');
      const message = `${key} stands in row ${earlier + 1} and in row ${row + 1}.`;
      return [{ rule: 'duplicate-key', severity: 'error', row: row + 1, column: subject.unit!, value: unit, message }];
    });
  };
}
