import { textsOf, type Table } from '@indexlab/core';
import { checkRoles, type AppliedRule } from './check-roles.js';
import { guessRoles, type StatedColumns } from './guess/guess-roles.js';
import { places as placesOf, provincesBeside } from './guess/guess-places.js';
import type { Problem } from './problem.js';
import type { Role, Roles } from './role.js';
import type { SubjectFacts } from './subject.js';

export interface AuditRequest extends Omit<StatedColumns, 'related'>, SubjectFacts {
  /** Roles beside those that are guessed, such as relations. */
  readonly roles?: Roles | undefined;
}

/** A problem with the unit, and the time, of its row. */
export interface LocatedProblem extends Problem {
  readonly unit: string | null;
}

export interface Audit {
  /** Errors first, then in the order of the rows. */
  readonly problems: readonly LocatedProblem[];
  /** The rules that were applied and on which columns: where "no problem" looked. */
  readonly checks: readonly AppliedRule[];
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
  const { roles: given = {}, ...rest } = request;
  if (table.rowCount === 0)
    return { ...checkRoles(table, {}), problems: located(table, {}, checkRoles(table, {}).problems), roles: {} };
  const guessed = guessRoles(table, { ...rest, related: Object.keys(given) }, request.placeOf);
  const roles = merged(guessed, given);
  const unit = columnWith(roles, 'unit');
  const places = request.places ?? placesOf(unit === undefined ? [] : textsOf(table, unit), request.placeOf);
  const province = request.province ?? (places === 'city' ? provincesBeside(table) : undefined);
  const { problems, checks } = checkRoles(table, roles, { ...rest, places, province });
  return { problems: located(table, roles, problems), checks, roles };
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

function located(table: Table, roles: Roles, problems: readonly Problem[]): LocatedProblem[] {
  const columns = (['unit', 'time'] as const)
    .map((role) => columnWith(roles, role))
    .filter((name) => name !== undefined);
  const cells = columns.map((name) => textsOf(table, name));
  const weight = ({ severity }: Problem): number => (severity === 'error' ? 0 : 1);
  return problems
    .map((problem) => ({
      ...problem,
      unit: problem.row === null ? null : cells.flatMap((column) => column[problem.row! - 1] ?? []).join(' ') || null,
    }))
    .sort((a, b) => weight(a) - weight(b) || (a.row ?? 0) - (b.row ?? 0));
}
