import type { Column, Table, TextColumn } from '@indexlab/core';
import { type PlaceContext, resolvePlace } from '../resolve-place.js';
import { type AuditProblem, tableProblem } from './audit-problem.js';
import { duplicateKeys, duplicateRows } from './duplicates.js';
import { missingCells } from './missing-cells.js';
import { absentUnits, unresolvedPlaces } from './places.js';
import { rankAgainstValue } from './rank-against-value.js';
import { rankChanges } from './rank-changes.js';
import { rankProblems } from './ranks.js';
import { type Relation, relationProblems } from './relations.js';
import { unevenDecimals } from './uneven-decimals.js';

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
export function auditTable(table: Table, options: AuditOptions = {}): AuditProblem[] {
  if (table.rowCount === 0) return [tableProblem('empty-table', null, 'The table has no rows.')];
  const rankName = options.rank ?? firstOf(table, ['rank', '排名']);
  const valueName = options.value ?? firstOf(table, ['score', 'index', 'value', '指数', '得分']);
  const keyName =
    options.key ??
    firstOf(table, ['key', 'name', 'city', 'unit', 'place', '城市', '省份']) ??
    table.columns.find((name) => table.column(name).type === 'text');
  const ranks = rankName === undefined ? undefined : table.numbers(rankName);
  const values = valueName === undefined ? undefined : table.numbers(valueName);
  const key = keyName === undefined ? undefined : table.column(keyName);
  const places = options.places ?? (key?.type === 'text' ? placesIn(key) : undefined);
  const provinces = places === 'city' ? provincesBeside(table) : undefined;
  const contextOf = (row: number): PlaceContext => ({
    level: places,
    year: options.year,
    province: provinceIn(provinces, row),
  });

  const problems = [
    ...rowCount(table, options.rowCount),
    ...[key, ranks, values].flatMap((column) => (column ? missingCells(column) : [])),
    ...(key?.type === 'text' ? duplicateKeys(key) : []),
    ...duplicateRows(table),
    ...(key?.type === 'text' && places ? unresolvedPlaces(key, contextOf) : []),
    ...(provinces?.type === 'text' ? unresolvedPlaces(provinces, () => ({ level: 'province' })) : []),
    ...(key?.type === 'text' && options.expected ? absentUnits(key, options.expected, contextOf) : []),
    ...(ranks ? rankProblems(ranks, values) : []),
    ...(ranks && values ? rankAgainstValue(ranks, values) : []),
    ...(ranks && options.rankChange !== undefined ? rankChanges(ranks, table.numbers(options.rankChange)) : []),
    ...(values ? unevenDecimals(values) : []),
    ...(options.relations ?? []).flatMap((relation) => relationProblems(table, relation, keyName)),
  ];
  return problems.sort((a, b) => (a.row ?? 0) - (b.row ?? 0));
}

function firstOf(table: Table, names: readonly string[]): string | undefined {
  return names.find((name) => table.has(name));
}

function rowCount(table: Table, said: number | undefined): AuditProblem[] {
  if (said === undefined || said === table.rowCount) return [];
  return [tableProblem('row-count', null, `The table has ${table.rowCount} rows and says that it has ${said}.`)];
}

/** The level of the places that most keys name; at the level of cities first, where municipalities count, too. */
function placesIn({ values }: TextColumn): 'city' | 'province' | undefined {
  const named = (level: 'city' | 'province'): number =>
    values.filter((value) => {
      const { match, ambiguous } = resolvePlace(value ?? '', { level });
      return match !== null || ambiguous.length > 0;
    }).length;
  const [cities, provinces] = [named('city'), named('province')];
  if (2 * Math.max(cities, provinces) <= values.length) return undefined;
  return cities >= provinces ? 'city' : 'province';
}

function provincesBeside(table: Table): Column | undefined {
  const name = firstOf(table, ['province', '省份']);
  return name === undefined ? undefined : table.column(name);
}

function provinceIn(provinces: Column | undefined, row: number): string | undefined {
  const name = provinces?.values[row];
  return typeof name === 'string' ? resolvePlace(name, { level: 'province' }).match?.code : undefined;
}
