import { rowsWith } from '../rows-with.js';
import type { Role } from '../role.js';
import { tierOverlap } from '../rules/tier-overlap.js';
import { Subject } from '../subject.js';
import type { Guess } from './guess-ranks.js';
import { names } from './names.js';

/** The columns of tiers, by their names, of the first value whose order they follow in nine rows of ten, or all but one. */
export function guessTiers(subject: Subject, values: readonly string[]): Guess[] {
  const tiers = subject.table.columns.filter(
    (name) => names.tier.test(name) && name !== subject.unit && !values.includes(name),
  );
  return tiers.flatMap((column): Guess[] => {
    const found = values
      .map((of): Role => ({ role: 'tier', of }))
      .find((role) => {
        const [check] = tierOverlap.check(new Subject(subject.table, { ...subject.roles, [column]: role }, {}));
        const rows = rowsWith(subject.numbers((role as { of: string }).of)).length;
        return rows >= 5 && check!.problems.length <= Math.max(1, 0.1 * rows);
      });
    return found === undefined ? [] : [{ column, role: found }];
  });
}
