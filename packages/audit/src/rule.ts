import type { Problem, RuleName } from './problem.js';
import type { RoleName } from './role.js';
import type { Subject } from './subject.js';

/** A rule describes itself: the list of rules is the documentation of an audit. */
export interface Rule {
  readonly name: RuleName;
  /** What it finds, as the end of the sentence "It finds …". */
  readonly finds: string;
  /** The roles it needs; none for a rule about every table. */
  readonly roles: readonly RoleName[];
  /** One check for every set of columns that it applies to; none when the table has no such columns. */
  check(subject: Subject): Check[];
}

/** A rule applied to some columns. */
export interface Check {
  readonly columns: readonly string[];
  readonly problems: readonly Problem[];
  /** How many rows, or sets of rows, it could judge; a check of none was not done. Left out, it judged the table. */
  readonly judged?: number;
}
