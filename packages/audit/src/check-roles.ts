import { type Table } from '@indexlab/core';
import type { Problem, RuleName } from './problem.js';
import type { Roles } from './role.js';
import type { Check } from './rule.js';
import { rules } from './rules.js';
import { Subject, type SubjectFacts } from './subject.js';

/** A rule that was applied to some columns. */
export interface AppliedRule {
  readonly rule: RuleName;
  readonly columns: readonly string[];
  /** How many problems it found in them. */
  readonly problems: number;
}

export interface CheckedTable {
  /** The problems in the order of the rules, and of the rows for each. */
  readonly problems: readonly Problem[];
  /** Where was looked. */
  readonly checks: readonly AppliedRule[];
  /** Rules that the roles call for and no row let judge: cells, or rows to compare with, are missing. */
  readonly unchecked: readonly Omit<AppliedRule, 'problems'>[];
}

/**
 * Applies every rule that the roles of a table's columns call for. Nothing is guessed.
 *
 * Every check of numbers is of the intervals that their printed digits stand for; there are no tolerances. Where a column
 * carries no printed digits, those of the stored numbers are taken, at most twelve significant ones.
 *
 * @param roles what each column is, or how it follows from others
 * @param only the names of the rules to apply; all by default
 * @throws IndexlabError when a role names a column that the table lacks, or one without a number where it needs numbers
 *
 * @example
 * const numbers = (name, ...tokens) => ({
 *   type: 'number', name, values: Float64Array.from(tokens, Number), decimals: Int8Array.from(tokens, printedDecimals),
 * });
 * const census = new Table([numbers('men', '1.2', '0.8'), numbers('women', '1.1', '0.9'), numbers('all', '2.3', '1.9')]);
 * checkRoles(census, { all: { role: 'sum', of: ['men', 'women'] } }).problems
 * // => [{ rule: 'sum-mismatch', severity: 'error', row: 2, column: 'all', value: 1.9, message: 'The cell prints 1.9; men + women is between 1.6 and 1.8.' }]
 */
export function checkRoles(
  table: Table,
  roles: Roles,
  facts: SubjectFacts = {},
  only?: readonly RuleName[],
): CheckedTable {
  const subject = new Subject(table, roles, facts);
  for (const name of Object.keys(roles)) table.column(name);
  const asked = rules.filter(({ name }) => only?.includes(name) ?? true);
  const applied = (table.rowCount === 0 ? rules.slice(0, 1) : asked).flatMap((rule) =>
    rule.check(subject).map((check) => ({ rule: rule.name, ...check })),
  );
  return {
    problems: applied.flatMap(({ problems }) => problems),
    checks: applied.filter(done).map(({ rule, columns, problems }) => ({ rule, columns, problems: problems.length })),
    unchecked: applied.filter((check) => !done(check)).map(({ rule, columns }) => ({ rule, columns })),
  };
}

function done({ problems, judged }: Check): boolean {
  return judged === undefined || judged > 0 || problems.length > 0;
}
