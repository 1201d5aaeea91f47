import { rowsWith } from '../rows-with.js';
import type { Role } from '../role.js';
import { isRank } from '../rules/not-a-rank.js';
import { impossibleRankChange } from '../rules/impossible-rank-change.js';
import { outOfOrder } from '../rules/rank-against-value.js';
import { rowsByRank } from '../rows-by-rank.js';
import { Subject } from '../subject.js';
import { names } from './names.js';

/** A role that was guessed. */
export interface Guess {
  readonly column: string;
  readonly role: Role;
}

/**
 * The columns of ranks, by their names; what each ranks, and the changes of rank.
 *
 * @param subject the table with its key, and the columns of numbers
 * @param stated the rank and the value that the caller named
 */
export function guessRanks(
  subject: Subject,
  numeric: readonly string[],
  stated: { readonly rank?: string | undefined; readonly value?: string | undefined },
): Guess[] {
  const ranks = numeric.filter(
    (name) =>
      name === stated.rank || (names.rank.test(name) && !names.rankChange.test(name) && holdsRanks(subject, name)),
  );
  const values = numeric.filter(
    (name) => !names.rank.test(name) && !names.rankChange.test(name) && name !== subject.time,
  );
  const ranked = ranks.flatMap((column): Guess[] => {
    const within = restart(subject, column);
    if (within === 'anywhere' && column !== stated.rank) return [];
    const apart = within === undefined || within === 'anywhere' ? {} : { within: within.column };
    const group: Role[] = 'within' in apart ? [{ role: 'group' }] : [];
    const looked = new Subject(subject.table, { ...subject.roles, ...(apart.within && { [apart.within]: group }) }, {});
    return [{ column, role: { ...rankRole(looked, column, values, ranks, stated), ...apart } as Role }];
  });
  const changes = numeric.filter((name) => names.rankChange.test(name));
  return [...ranked, ...changes.flatMap((column) => rankChange(subject, column, ranks))];
}

function holdsRanks(subject: Subject, name: string): boolean {
  const column = subject.numbers(name);
  const rows = rowsWith(column);
  return 2 * rows.filter((row) => isRank(column, row)).length >= rows.length;
}

/**
 * Where ranks start anew, when most of them stand more than once: in each value of the first column of texts in which they
 * do not; `anywhere` when there is none, as in answers that rank something.
 */
function restart(subject: Subject, column: string): { readonly column: string } | 'anywhere' | undefined {
  const ranks = subject.numbers(column);
  const repeated = (groups: readonly (readonly number[])[]): number => {
    const present = groups.map((rows) => rowsByRank(ranks, rows));
    const rows = present.reduce((sum, { length }) => sum + length, 0);
    const distinct = present.reduce((sum, group) => sum + new Set(group.map((row) => ranks.values[row])).size, 0);
    return rows === 0 ? 0 : 1 - distinct / rows;
  };
  if (repeated(subject.groups) < 0.5) return undefined;
  const found = subject.table.columns.find(
    (name) =>
      name !== subject.unit &&
      subject.table.column(name).type === 'text' &&
      repeated(subject.rankGroups({ within: name })) <= 0.1,
  );
  return found === undefined ? 'anywhere' : { column: found };
}

function rankRole(
  subject: Subject,
  rank: string,
  values: readonly string[],
  ranks: readonly string[],
  stated: { readonly rank?: string | undefined; readonly value?: string | undefined },
): Role {
  const selection = isSelection(subject, rank) ? { selection: true } : {};
  if (stated.value !== undefined && (rank === stated.rank || ranks.length === 1)) {
    const { share } = concordance(subject, rank, stated.value);
    return { role: 'rank', of: stated.value, ...(share < 0.2 && { ascending: true }), ...selection };
  }
  const found = values
    .map((value, at) => ({ value, at, ...concordance(subject, rank, value) }))
    .map((each) => ({ ...each, fit: Math.max(each.share, each.opposite), preference: preference(each.value) }))
    .filter(({ pairs, fit, preference: named }) =>
      named < Infinity ? pairs < 4 || fit > 0.5 : pairs >= 4 && fit >= 0.8,
    )
    .sort(
      (a, b) =>
        Number(sharesAffix(rank, b.value)) - Number(sharesAffix(rank, a.value)) ||
        b.fit - a.fit ||
        a.preference - b.preference ||
        a.at - b.at,
    )[0];
  if (found === undefined) return { role: 'rank', ...selection };
  const ascending = found.pairs >= 4 && found.opposite > found.share;
  return { role: 'rank', of: found.value, ...(ascending && { ascending }), ...selection };
}

/** How early a name stands among those of what is ranked; infinite for the name of anything else. */
function preference(value: string): number {
  const at = names.value.findIndex((pattern) => pattern.test(value));
  return at < 0 ? Infinity : at;
}

/** How many neighbours in the order of ranks have values in that order, and in the opposite one. */
function concordance(subject: Subject, rank: string, value: string) {
  const [ranks, values] = [subject.numbers(rank), subject.numbers(value)];
  let [pairs, falling, rising] = [0, 0, 0];
  for (const rows of subject.groups) {
    const ordered = rowsByRank(ranks, rows).filter((row) => !Number.isNaN(values.values[row]));
    for (let at = 1; at < ordered.length; at++) {
      const [better, row] = [ordered[at - 1]!, ordered[at]!];
      if (ranks.values[better] === ranks.values[row]) continue;
      pairs += 1;
      if (!outOfOrder(values, better, row)) falling += 1;
      if (!outOfOrder(values, better, row, true)) rising += 1;
    }
  }
  return { pairs, share: pairs === 0 ? 0 : falling / pairs, opposite: pairs === 0 ? 0 : rising / pairs };
}

/** Ranks of which more are missing than there: those of a selection among a longer list. */
function isSelection(subject: Subject, rank: string): boolean {
  const ranks = subject.numbers(rank);
  const counted = subject.groups.map((rows) => {
    const present = rowsByRank(ranks, rows).map((row) => ranks.values[row]!);
    return { present: new Set(present).size, highest: present.at(-1) ?? 0 };
  });
  return counted.some(({ present, highest }) => present >= 5 && highest > 2 * present);
}

/** Whether two names are alike but for the words for a rank: `rank_2019` and `score_2019`. */
function sharesAffix(rank: string, value: string): boolean {
  const plain = (name: string): string => name.toLowerCase().replace(/[\s_.-]/g, '');
  const rest = plain(rank.replace(/rank(ing)?|排名|名次|位次/gi, ''));
  return rest !== '' && (plain(value).startsWith(rest) || plain(value).endsWith(rest));
}

/** A change of the rank column, with the sign, that it is possible for in the most rows, when those are nearly all. */
function rankChange(subject: Subject, column: string, ranks: readonly string[]): Guess[] {
  const tried = ranks
    .flatMap((of) => [false, true].map((lost): Role => ({ role: 'rank change', of, ...(lost && { lost }) })))
    .map((role) => {
      const [check] = impossibleRankChange.check(new Subject(subject.table, { ...subject.roles, [column]: role }, {}));
      return { role, problems: check!.problems.length };
    })
    .sort((a, b) => a.problems - b.problems);
  const rows = rowsWith(subject.numbers(column)).length;
  const [best] = tried;
  return best !== undefined && rows >= 5 && best.problems <= 0.2 * rows ? [{ column, role: best.role }] : [];
}
