import { cellInterval, cellToken, textsOf } from '@indexlab/core';
import { cellProblem, type Problem } from '../problem.js';
import { rowsWith } from '../rows-with.js';
import type { Rule } from '../rule.js';
import type { Subject } from '../subject.js';

export const tierOverlap: Rule = {
  name: 'tier-overlap',
  finds: 'a value that its printed digits put among the values of a higher tier',
  roles: ['tier'],
  check: (subject) =>
    subject.having('tier').map(({ column, role: { of } }) => ({
      columns: [column, of, ...subject.dividing],
      problems: subject.groups.flatMap((rows) => overlaps(subject, column, of, rows)),
    })),
};

/** Tiers in the order of their middle values: no value may exceed the least of a tier before it. */
function overlaps(subject: Subject, tierName: string, of: string, group: readonly number[]): Problem[] {
  const [tiers, values] = [textsOf(subject.table, tierName), subject.numbers(of)];
  const rows = rowsWith(values, group)
    .filter((row) => tiers[row] !== null)
    .sort((a, b) => values.values[b]! - values.values[a]!);
  const members = [...new Set(rows.map((row) => tiers[row]!))].map((tier) => rows.filter((row) => tiers[row] === tier));
  const middle = (of: readonly number[]): number => values.values[of[of.length >> 1]!]!;
  members.sort((a, b) => middle(b) - middle(a));
  const order = members.map(([row]) => tiers[row!]!);
  const leastOf = members.map((each) => each.at(-1)!);
  return rows.flatMap((row) => {
    const tier = order.indexOf(tiers[row]!);
    const least = leastOf.slice(0, tier).find((other) => {
      return cellInterval(values, row).lower!.compare(cellInterval(values, other).upper!) > 0;
    });
    if (least === undefined) return [];
    const message = `${cellToken(values, row)} is in ${tiers[row]}, and the smaller ${cellToken(values, least)} of row ${least + 1} in ${tiers[least]}.`;
    return [cellProblem('tier-overlap', values, row, message)];
  });
}
