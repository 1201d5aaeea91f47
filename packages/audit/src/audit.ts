import { textsOf, type Table } from '@indexlab/core';
import { checkRoles, type AppliedRule, type CheckedTable } from './check-roles.js';
import { guessRoles, type StatedColumns } from './guess/guess-roles.js';
import { places as placesOf, provincesBeside } from './guess/guess-places.js';
import { asWarning, type Problem } from './problem.js';
import { emptyNumbers } from './rules/missing-cell.js';
import { numericColumns } from './guess/numeric-columns.js';
import type { Role, Roles } from './role.js';
import { Subject, type SubjectFacts } from './subject.js';
import { type TotalsApart, totalRows, totalsCheck, withoutRows, withTotals } from './total-rows.js';

export interface AuditRequest extends Omit<StatedColumns, 'related'>, SubjectFacts {
  /** Roles beside those that are guessed, such as relations. */
  readonly roles?: Roles | undefined;
  /** The rows of totals that the reader left out: they are checked against the sums of the others. */
  readonly totals?: TotalsApart | undefined;
}

/** A problem with the unit, and the time, of its row. */
export interface LocatedProblem extends Problem {
  readonly unit: string | null;
  /** The line of the file, for a row of totals that the reader left out: it is no row of the table. */
  readonly line?: number;
}

export interface Audit {
  /** Errors first, then in the order of the rows. */
  readonly problems: readonly LocatedProblem[];
  /** The rules that were applied and on which columns: where "no problem" looked. */
  readonly checks: readonly AppliedRule[];
  /** The rules that no row let judge: where "no problem" did not look. */
  readonly unchecked: CheckedTable['unchecked'];
  /** What the columns were taken for. */
  readonly roles: Roles;
}

/**
 * Audits a table: guesses what its columns are unless told, applies every rule that follows, and says what it looked at.
 *
 * @throws IndexlabError when a named column is missing, or has no number where it needs some
 *
 * @example
 * const table = new Table([
 *   { type: 'number', name: 'rank', values: Float64Array.of(1, 2, 4) },
 *   { type: 'text', name: 'city', values: ['A', 'B', 'C'] },
 * ]);
 * audit(table).problems.map(({ rule, row, unit }) => [rule, row, unit]) // => [['missing-rank', 3, 'C']]
 */
export function audit(table: Table, request: AuditRequest = {}): Audit {
  const { roles: given = {}, totals: apart, ...rest } = request;
  if (table.rowCount === 0)
    return { ...checkRoles(table, {}), problems: located(table, table, {}, checkRoles(table, {}).problems), roles: {} };
  const totals = totalRows(table);
  const body = withoutRows(
    table,
    totals.map(({ row }) => row),
  );
  const guessed = guessRoles(body, { ...rest, related: Object.keys(given) }, request.placeOf);
  const roles = merged(guessed, given);
  const unit = columnWith(roles, 'unit');
  const places = request.places ?? placesOf(unit === undefined ? [] : textsOf(body, unit), request.placeOf, unit);
  const province = request.province ?? (places === 'city' ? provincesBeside(table) : undefined);
  const found = checkRoles(body, roles, { ...rest, places, province });
  const { numbers, mixed } = numericColumns(body);
  const { whole, added } = withTotals(table, apart);
  const { roles: ofTotals, counted } = totalsCheck(whole, [...totals, ...added], numbers, dividing(roles));
  const summed = checkRoles(counted, ofTotals, {});
  const empty = emptyNumbers(
    new Subject(body, roles, {}),
    [...numbers, ...mixed].filter((name) => !mustBeFull(roles[name])),
  );
  const problems = [
    ...found.problems.map((problem) =>
      // That names are those of places was guessed: a place elsewhere, or a smaller one, is no error.
      problem.rule === 'unresolved-place' && request.places === undefined ? asWarning(problem) : problem,
    ),
    ...summed.problems.filter(ofSums),
    ...empty.flatMap(({ problems: found }) => found),
  ];
  return {
    problems: located(table, whole, roles, problems, apart?.lines),
    checks: [
      ...found.checks,
      ...summed.checks.filter(ofSums),
      ...empty.map((check) => ({ ...check, rule: 'missing-cell' as const, problems: check.problems.length })),
    ],
    unchecked: [...found.unchecked, ...summed.unchecked.filter(ofSums)],
    roles: merged(roles, Object.fromEntries(Object.entries(ofTotals).filter(([, role]) => isTotal(role)))),
  };
}

const ofSums = ({ rule }: { readonly rule: string }): boolean => rule === 'sum-mismatch' || rule === 'truncated-digits';

function mustBeFull(role: Roles[string] | undefined): boolean {
  return [role ?? []].flat().some(({ role: name }) => ['unit', 'time', 'rank', 'value'].includes(name));
}

function isTotal(role: Roles[string]): boolean {
  return [role].flat().some((each) => each.role === 'row total');
}

function dividing(roles: Roles): string[] {
  return Object.keys(roles).filter((column) =>
    [roles[column]!].flat().some(({ role }) => role === 'time' || role === 'group'),
  );
}

function merged(first: Roles, second: Roles): Roles {
  const columns = new Set([...Object.keys(first), ...Object.keys(second)]);
  return Object.fromEntries(
    [...columns].map((column) => [column, [first[column] ?? [], second[column] ?? []].flat() as Role[]]),
  );
}

function columnWith(roles: Roles, wanted: 'unit' | 'time'): string | undefined {
  return Object.keys(roles).find((column) => [roles[column]!].flat().some(({ role }) => role === wanted));
}

/** @param whole the table with the rows of totals behind its own, and the lines of these */
function located(
  table: Table,
  whole: Table,
  roles: Roles,
  problems: readonly Problem[],
  lines: readonly number[] = [],
): LocatedProblem[] {
  const columns = (['unit', 'time'] as const)
    .map((role) => columnWith(roles, role))
    .filter((name) => name !== undefined);
  const cells = columns.map((name) => textsOf(whole, name));
  const weight = ({ severity }: Problem): number => (severity === 'error' ? 0 : 1);
  return problems
    .map((problem): LocatedProblem => {
      const { row } = problem;
      const unit = row === null ? null : cells.flatMap((column) => column[row - 1] ?? []).join(' ') || null;
      if (row === null || row <= table.rowCount) return { ...problem, unit };
      return { ...problem, row: null, unit, line: lines[row - table.rowCount - 1]! };
    })
    .sort((a, b) => weight(a) - weight(b) || (a.row ?? 0) - (b.row ?? 0));
}
