import { checkRoles, type Problem, type Role, type Roles } from '@indexlab/audit';
import { type Table, textsOf } from '@indexlab/core';
import { resolvePlace } from '../resolve-place.js';
import { placeFinder } from './place-finder.js';
import { relationRoles } from './relation-roles.js';
import type { Relation } from './relations.js';

export interface AuditColumns {
  /** Ranks, 1 for the greatest value. By default the column `rank` or `排名`, when there is one. */
  readonly rank?: string | undefined;
  /** What is ranked. By default the column `score`, `index`, `value`, `指数` or `得分`, when there is one. */
  readonly value?: string | undefined;
  /** What identifies a row. By default `key`, `name`, `city`, `unit`, `place`, `城市`, `省份` or the first column of texts. */
  readonly key?: string | undefined;
}

/** What else is known about a table. */
export interface AuditOptions extends AuditColumns {
  /** The keys are names of cities, or of provinces. By default they are when the gazetteer has most of them. */
  readonly places?: 'city' | 'province' | undefined;
  /** The year at whose end the units were in force. */
  readonly year?: number | undefined;
  /** Units that belong in the table: keys, or codes of places. */
  readonly expected?: readonly string[] | undefined;
  /** How many rows the table says that it has. */
  readonly rowCount?: number | undefined;
  /** Ranks gained since an earlier ranking, negative when lost. */
  readonly rankChange?: string | undefined;
  readonly relations?: readonly Relation[] | undefined;
}

/**
 * Looks for what is wrong in a table before anyone computes on it; finds, and never repairs.
 *
 * - `empty-table`, `row-count`: not as many rows as it says; `missing-cell` (in the key, rank or value column)
 * - `duplicate-key`: two rows with one key; `duplicate-place`: two keys that the gazetteer says are one unit;
 *   `duplicate-row`: two rows equal in every cell
 * - `unresolved-place`: a name that no unit has; `ambiguous-place` (warning): one that several have (a column
 *   `province` decides); `absent-unit`: a unit that belongs in the table and is not there
 * - `not-a-rank`: not a whole number from 1 on; `missing-rank`: a gap that no tie before it explains;
 *   `repeated-rank`: one rank for values whose printed digits exclude a tie; `row-order` (warning): rows not in the
 *   order of their ranks
 * - `rank-against-value`: a better rank with a smaller value, as far as the printed digits show it; `magnitude`: such a
 *   value would stand in order with its point moved
 * - `impossible-rank-change`: from a rank below 1, or from the rank that another row comes from
 * - `uneven-decimals` (warning): cells of one column print different numbers of decimals
 * - for each {@link Relation}: `sum-mismatch`, `percentage-mismatch` (ratios and differences too), `part-over-whole`,
 *   `impossible-share`, `shares-over-whole`, `mean-outside-parts`, `value-order`; `truncated-digits` (warning) where the
 *   digits fit when cut off instead of rounded
 *
 * Every check is of the intervals that printed digits stand for; there are no tolerances.
 *
 * @param table the table; ranks and values must be columns of numbers
 * @returns the problems, in the order of the rows, those of the whole table first
 * @throws IndexlabError when a named column is missing, holds texts where numbers are needed, or has no printed digits
 *   where a relation needs them
 *
 * @example
 * auditTable(readCsv('rank,name,index\n1,甲,0.5\n3,乙,0.4\n').table).map(({ rule, row }) => [rule, row])
 * // => [['missing-rank', 2]]
 * @example
 * const census = readCsv('unit,men,women,all\n甲,1.2,1.1,2.3\n乙,0.8,0.9,1.9\n').table;
 * auditTable(census, { relations: [{ kind: 'sum', total: 'all', parts: ['men', 'women'] }] }).map(({ rule, row }) => [rule, row])
 * // => [['sum-mismatch', 2]]
 */
export function auditTable(table: Table, options: AuditOptions = {}): Problem[] {
  if (table.rowCount === 0) return [...checkRoles(table, {}).problems];
  const rank = options.rank ?? firstOf(table, ['rank', '排名']);
  const value = options.value ?? firstOf(table, ['score', 'index', 'value', '指数', '得分']);
  const key =
    options.key ??
    firstOf(table, ['key', 'name', 'city', 'unit', 'place', '城市', '省份']) ??
    table.columns.find((name) => table.column(name).type === 'text');
  const { rankChange, relations = [], year, expected, rowCount } = options;
  const roles = [
    key === undefined ? {} : { [key]: { role: 'unit' } as const },
    rank === undefined ? {} : { [rank]: { role: 'rank', ...(value !== undefined && { of: value }) } as const },
    value === undefined ? {} : { [value]: { role: 'value' } as const },
    rank === undefined || rankChange === undefined ? {} : { [rankChange]: { role: 'rank change', of: rank } as const },
    relationRoles(table, relations, key),
  ];
  const isText = key !== undefined && table.column(key).type === 'text';
  const places = options.places ?? (isText ? placesIn(textsOf(table, key)) : undefined);
  const province = places === 'city' ? firstOf(table, ['province', '省份']) : undefined;
  const { problems } = checkRoles(table, merged(roles), {
    ...{ placeOf: placeFinder(), places, year, expected, rowCount },
    province: province === undefined || table.column(province).type === 'number' ? undefined : province,
  });
  // A list may hold a part of what it divides.
  return problems.filter(({ rule }) => rule !== 'shares-residual').sort((a, b) => (a.row ?? 0) - (b.row ?? 0));
}

function firstOf(table: Table, names: readonly string[]): string | undefined {
  return names.find((name) => table.has(name));
}

function merged(all: readonly Roles[]): Roles {
  const roles: Record<string, Role[]> = {};
  for (const [column, given] of all.flatMap((each) => Object.entries(each))) {
    roles[column] = [...(roles[column] ?? []), ...[given].flat()] as Role[];
  }
  return roles;
}

/** The level of the places that most keys name; at the level of cities first, where municipalities count, too. */
function placesIn(values: readonly (string | null)[]): 'city' | 'province' | undefined {
  const named = (level: 'city' | 'province'): number =>
    values.filter((value) => {
      const { match, ambiguous } = resolvePlace(value ?? '', { level });
      return match !== null || ambiguous.length > 0;
    }).length;
  const [cities, provinces] = [named('city'), named('province')];
  if (2 * Math.max(cities, provinces) <= values.length) return undefined;
  return cities >= provinces ? 'city' : 'province';
}
