import { cellInterval, type NumberColumn, type Table, type TextColumn } from '@indexlab/core';
import { resolvePlace } from './resolve-place.js';

export interface AuditProblem {
  readonly rule: AuditRule;
  readonly severity: 'error' | 'warning';
  /** Row of data, counted from 1; `null` when the problem is the table's. */
  readonly row: number | null;
  readonly column: string | null;
  readonly value: string | number | null;
  readonly message: string;
}

export type AuditRule =
  | 'empty-table'
  | 'missing-cell'
  | 'duplicate-key'
  | 'duplicate-place'
  | 'duplicate-row'
  | 'not-a-rank'
  | 'missing-rank'
  | 'repeated-rank'
  | 'rank-against-value'
  | 'row-order'
  | 'uneven-decimals';

export interface AuditColumns {
  /** Ranks, 1 for the greatest value. By default the column `rank` or `排名`, when there is one. */
  readonly rank?: string | undefined;
  /** What is ranked. By default the column `score`, `index`, `value`, `指数` or `得分`, when there is one. */
  readonly value?: string | undefined;
  /** What identifies a row. By default `key`, `name`, `city`, `unit`, `place`, `城市`, `省份` or the first column of texts. */
  readonly key?: string | undefined;
}

/**
 * Looks for what is wrong in a table before anyone computes on it; finds, and never repairs.
 *
 * - `empty-table`, `missing-cell` (in the key, rank or value column)
 * - `duplicate-key`: two rows with one key; `duplicate-place`: two keys that the gazetteer says are one unit;
 *   `duplicate-row`: two rows equal in every cell
 * - `not-a-rank`: not a whole number from 1 on; `missing-rank`: a gap that no tie before it explains;
 *   `repeated-rank`: one rank for values whose printed digits exclude a tie
 * - `rank-against-value`: a better rank with a smaller value. Rows that print one value may be ranked by digits that
 *   are not printed, so their order is free; cells of different decimals contradict their ranks only when the
 *   intervals of their digits do not meet
 * - `row-order` (warning): rows not in the order of their ranks
 * - `uneven-decimals` (warning): cells of one column print different numbers of decimals
 *
 * @param table the table; ranks and values must be columns of numbers
 * @returns the problems, in the order of the rows, those of the whole table first
 * @throws IndexlabError when a named column is missing, or holds texts where numbers are needed
 *
 * @example
 * const ranks = new Table([{ type: 'number', name: 'rank', values: new Float64Array([1, 3]) }]);
 * auditTable(ranks).map(({ rule, row }) => [rule, row])
 * // => [['missing-rank', 2]]
 */
export function auditTable(table: Table, columns: AuditColumns = {}): AuditProblem[] {
  if (table.rowCount === 0) {
    return [{ rule: 'empty-table', severity: 'error', row: null, column: null, value: null, message: 'The table has no rows.' }];
  }
  const rankName = columns.rank ?? firstOf(table, ['rank', '排名']);
  const valueName = columns.value ?? firstOf(table, ['score', 'index', 'value', '指数', '得分']);
  const keyName =
    columns.key ??
    firstOf(table, ['key', 'name', 'city', 'unit', 'place', '城市', '省份']) ??
    table.columns.find((name) => table.column(name).type === 'text');
  const ranks = rankName === undefined ? undefined : table.numbers(rankName);
  const values = valueName === undefined ? undefined : table.numbers(valueName);
  const key = keyName === undefined ? undefined : table.column(keyName);

  const problems = [
    ...[key, ranks, values].flatMap((column) => (column ? missingCells(column) : [])),
    ...(key?.type === 'text' ? duplicateKeys(key) : []),
    ...duplicateRows(table),
    ...(ranks ? rankProblems(ranks, values) : []),
    ...(ranks && values ? orderProblems(ranks, values) : []),
    ...(values ? unevenDecimals(values) : []),
  ];
  return problems.sort((a, b) => (a.row ?? 0) - (b.row ?? 0));
}

function firstOf(table: Table, names: readonly string[]): string | undefined {
  return names.find((name) => table.has(name));
}

function missingCells(column: NumberColumn | TextColumn): AuditProblem[] {
  return Array.from(column.values as ArrayLike<unknown>, (cell, row) => ({ cell, row }))
    .filter(({ cell }) => cell === null || Number.isNaN(cell))
    .map(({ row }) => ({
      rule: 'missing-cell',
      severity: 'error',
      row: row + 1,
      column: column.name,
      value: null,
      message: `The cell is empty (column "${column.name}").`,
    }));
}

function duplicateKeys({ name: column, values }: TextColumn): AuditProblem[] {
  const rowOfKey = new Map<string, number>();
  const rowOfPlace = new Map<string, number>();
  return values.flatMap((value, row): AuditProblem[] => {
    if (value === null) return [];
    const place = resolvePlace(value, { level: 'city' }).match?.code ?? '';
    const sameKey = rowOfKey.get(value);
    const samePlace = rowOfPlace.get(place);
    if (sameKey === undefined) rowOfKey.set(value, row);
    if (samePlace === undefined && place !== '') rowOfPlace.set(place, row);
    const problem = { severity: 'error', row: row + 1, column, value } as const;
    if (sameKey !== undefined) {
      return [{ ...problem, rule: 'duplicate-key', message: `${value} already stands in row ${sameKey + 1}.` }];
    }
    if (samePlace !== undefined) {
      const message = `${value} is the place that row ${samePlace + 1} calls ${values[samePlace]} (${place}).`;
      return [{ ...problem, rule: 'duplicate-place', message }];
    }
    return [];
  });
}

function duplicateRows(table: Table): AuditProblem[] {
  const seen = new Map<string, number>();
  return table.toRows().flatMap((cells, row): AuditProblem[] => {
    const text = JSON.stringify(Object.values(cells));
    const earlier = seen.get(text);
    if (earlier === undefined) seen.set(text, row);
    if (earlier === undefined) return [];
    return [
      { rule: 'duplicate-row', severity: 'error', row: row + 1, column: null, value: null, message: `The row repeats row ${earlier + 1}.` },
    ];
  });
}

function rankProblems(ranks: NumberColumn, values: NumberColumn | undefined): AuditProblem[] {
  const problem = (rule: AuditRule, row: number, message: string): AuditProblem => ({
    rule,
    severity: 'error',
    row: row + 1,
    column: ranks.name,
    value: ranks.values[row]!,
    message,
  });
  const present = rowsWith(ranks);
  const wrong = present.filter((row) => !Number.isInteger(ranks.values[row]) || ranks.values[row]! < 1);
  const ordered = present.filter((row) => !wrong.includes(row)).sort((a, b) => ranks.values[a]! - ranks.values[b]!);
  const problems = wrong.map((row) => problem('not-a-rank', row, `${ranks.values[row]} is not a whole number from 1 on.`));
  let highest = 0; // the last rank seen
  ordered.forEach((row, position) => {
    const rank = ranks.values[row]!;
    const before = ordered[position - 1];
    if (before !== undefined && rank === highest) {
      if (!values || !canBeEqual(values, before, row)) {
        problems.push(problem('repeated-rank', row, `Rank ${rank} already stands in row ${before + 1}.`));
      }
      return;
    }
    // After a tie the next rank either follows at once or counts the tied rows.
    if (rank !== highest + 1 && rank !== position + 1) {
      const gap = rank === highest + 2 ? `Rank ${highest + 1} is` : `Ranks ${highest + 1} to ${rank - 1} are`;
      problems.push(problem('missing-rank', row, `${gap} missing before rank ${rank}.`));
    }
    highest = rank;
  });
  for (const [at, row] of present.entries()) {
    const before = present[at - 1];
    if (before !== undefined && ranks.values[row]! < ranks.values[before]!) {
      const message = `Rank ${ranks.values[row]} stands behind rank ${ranks.values[before]}.`;
      problems.push({ ...problem('row-order', row, message), severity: 'warning' });
    }
  }
  return problems;
}

function orderProblems(ranks: NumberColumn, values: NumberColumn): AuditProblem[] {
  const ordered = rowsWith(ranks)
    .filter((row) => !Number.isNaN(values.values[row]))
    .sort((a, b) => ranks.values[a]! - ranks.values[b]!);
  return ordered.slice(1).flatMap((row, at): AuditProblem[] => {
    const better = ordered[at]!;
    if (ranks.values[better] === ranks.values[row] || values.values[better]! >= values.values[row]!) return [];
    if (canBeEqual(values, better, row)) return [];
    return [
      {
        rule: 'rank-against-value',
        severity: 'error',
        row: row + 1,
        column: values.name,
        value: values.values[row]!,
        message: `${values.values[row]} has rank ${ranks.values[row]}, and the smaller ${values.values[better]} in row ${better + 1} has rank ${ranks.values[better]}.`,
      },
    ];
  });
}

function unevenDecimals({ name, values, decimals }: NumberColumn): AuditProblem[] {
  if (!decimals) return [];
  const present = [...decimals].filter((_, row) => !Number.isNaN(values[row]));
  const most = Math.max(...present);
  const fewer = present.filter((count) => count < most).length;
  if (fewer === 0) return [];
  const message = `${fewer} of ${present.length} cells print fewer than ${most} decimals; trailing zeros may have been dropped.`;
  return [{ rule: 'uneven-decimals', severity: 'warning', row: null, column: name, value: null, message }];
}

/** Whether the printed digits of two cells allow one value. Rounding is monotone: to the same decimals, one value prints one token. */
function canBeEqual(column: NumberColumn, a: number, b: number): boolean {
  if (column.values[a] === column.values[b]) return true;
  if (!column.decimals || column.decimals[a] === column.decimals[b]) return false;
  return cellInterval(column, a).meets(cellInterval(column, b));
}

function rowsWith({ values }: NumberColumn): number[] {
  return [...values.keys()].filter((row) => !Number.isNaN(values[row]));
}
