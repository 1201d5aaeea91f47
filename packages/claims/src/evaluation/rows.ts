import { Exact } from '@indexlab/core';
import { didYouMean } from '@indexlab/core';
import { type Expression, ExpressionProblem, type RowChoice, TableGap } from '../language/syntax.js';
import { asTruth } from './as.js';
import { evaluate } from './evaluate.js';
import type { Scope } from './scope.js';
import type { Row, Value } from './value.js';
import type { ClaimTable } from './world.js';

type RowsExpression = Extract<Expression, { kind: 'rows' }>;

const [zero, one] = [Exact.zero, Exact.one];

/** The rows of a table that brackets choose. */
export function evaluateRows(expression: RowsExpression, scope: Scope): Value {
  const of = evaluate(expression.of, { ...scope, row: null });
  if (of.type !== 'rows') throw new ExpressionProblem('brackets choose rows of a table', expression.at);
  const { table } = of;
  const wholePopulation = expression.all || (expression.where !== null && expression.rows.length === 0);
  const chosen =
    expression.rows.length > 0
      ? [...new Set(expression.rows.flatMap((choice) => rowsOf(choice, table, scope)))]
      : [...of.rows, ...(wholePopulation ? unlistedRows(table, scope, expression) : [])];
  const named = of.named === true || expression.rows.length > 0;
  if (!named && (expression.where || expression.all)) scope.session.leaveOutUnits(table);
  return {
    type: 'rows',
    table,
    named,
    ...oneOf(expression, table),
    rows: expression.where ? filtered(chosen, table, expression.where, scope) : chosen,
  };
}

/** What brackets choose by, where they name a single rank or year. */
function oneOf({ rows: [only, second] }: RowsExpression, { name, rank, time }: ClaimTable): { one?: string } {
  const counted = rank ?? time;
  if (second || only?.kind !== 'rank' || only.from !== only.to || counted === null) return {};
  return { one: `${counted} ${only.from} of ${name}` };
}

/** The rows where a condition may hold; where the digits leave it open, a choice that the whole session shares. */
export function filtered(rows: readonly Row[], table: ClaimTable, where: Expression, scope: Scope): Row[] {
  return rows.flatMap((row) => {
    const { holds, printed, partial } = asTruth(evaluate(where, { ...scope, row: { table, row } }), where, row);
    if (holds === 'never') return [];
    if (holds === 'always') return [row];
    const condition = JSON.stringify(where, (key, value: unknown) => (key === 'at' ? undefined : value));
    const id = `${table.name}#${row.row === null ? (row.key ?? row.label) : row.row + 1}?${condition}`;
    const choice = scope.session.variable(id, () => ({
      lower: zero,
      upper: one,
      printed: printed ? one : zero,
      choice: true,
      ...(partial && { unlisted: true }),
    }));
    return [{ ...row, choice }];
  });
}

/** The units of the population that the list does not reach. */
function unlistedRows(table: ClaimTable, { session }: Scope, { at, where }: RowsExpression): Row[] {
  if (table.population === null) return [];
  if (typeof table.population === 'number') {
    if (where) {
      throw new ExpressionProblem(
        `${table.name} does not say which units it leaves out`,
        at,
        'Name a table of all units as its population, or choose ranks.',
      );
    }
    return Array.from({ length: table.population - table.rowCount }, (_, index) => {
      const label = `unlisted unit ${index + 1}`;
      return { row: null, key: null, label, choice: null };
    });
  }
  const full = session.world.tables.get(table.population);
  if (!full)
    throw new ExpressionProblem(`${table.name} names the population ${table.population}, which is no table`, at);
  const listed = new Set(table.keys);
  return session
    .index(full)
    .rows.filter(({ key }) => !listed.has(key))
    .map((row) => ({ ...row, row: null }));
}

/** Where a number that chooses no row stands in the table, and how to have it choose one. */
function holderOf(number: number, table: ClaimTable): string | undefined {
  const holder = [...table.columns.values()].find(({ cells }) => cells.includes(String(number)));
  return holder && `The column ${holder.name} prints it: give it the role "time" (or "rank") in datapackage.json.`;
}

/** The ranks of a range that a table should have and does not; where units share ranks, as many rows stand for them. */
function ranksWithout(
  { from, to }: { from: number; to: number },
  { rowCount }: ClaimTable,
  numbers: readonly number[],
): number[] {
  const found = numbers.filter((number) => number >= from && number <= to);
  if (to > rowCount || found.length > to - from) return [];
  return Array.from({ length: to - from + 1 }, (_, at) => from + at).filter((rank) => !found.includes(rank));
}

/** Whether a table should have a number that it does not print: a rank up to its length, a year between its years. */
function isExpected(
  { from, to }: { from: number; to: number },
  table: ClaimTable,
  numbers: readonly number[],
): boolean {
  if (table.rank) return from >= 1 && to <= table.rowCount;
  const years = numbers.filter((year) => !Number.isNaN(year));
  return from >= Math.min(...years) && to <= Math.max(...years);
}

function rowsOf(choice: RowChoice, table: ClaimTable, { session }: Scope): readonly Row[] {
  const index = session.index(table);
  switch (choice.kind) {
    case 'line':
      if (choice.line < 1 || choice.line > table.rowCount)
        throw new ExpressionProblem(`${table.name} has ${table.rowCount} lines, and no line ${choice.line}`, choice.at);
      return [index.rows[choice.line - 1]!];
    case 'last':
      return index.rows.slice(-choice.count);
    case 'rank': {
      const counted = table.columns.get(table.rank ?? table.time ?? '');
      const rows = index.rows.filter((_, row) => {
        const number = index.numbers[row]!;
        return number >= choice.from && number <= choice.to;
      });
      const what = counted ? counted.name : 'line';
      if (rows.length === 0) {
        const range = choice.range ? `${choice.from} to ${choice.to}` : choice.from;
        const message = `${table.name} has no ${what} ${range}`;
        throw counted && isExpected(choice, table, index.numbers)
          ? new TableGap(message, choice.at)
          : new ExpressionProblem(message, choice.at, holderOf(choice.from, table));
      }
      if (choice.range && !counted && choice.to > table.rowCount)
        throw new ExpressionProblem(`${table.name} has ${table.rowCount} lines, and no line ${choice.to}`, choice.at);
      if (counted) for (const { row } of rows) session.text(table, counted, row!);
      const absent = table.rank ? ranksWithout(choice, table, index.numbers) : [];
      if (absent.length > 0) session.leaveOut(`${table.name} prints no ${what} ${absent.join(', ')}`);
      return rows;
    }
    case 'name': {
      const key = session.world.places?.keyOf(choice.name, table) ?? choice.name;
      const rows = index.byKey.get(key) ?? [];
      const unit = table.columns.get(table.unit ?? '');
      if (rows.length === 0) {
        const names = unit ? unit.cells.filter((cell): cell is string => cell !== null) : [];
        throw new ExpressionProblem(
          `${table.name} has no row ${choice.name}`,
          choice.at,
          didYouMean(choice.name, names, `units of ${table.name}`),
        );
      }
      if (unit) for (const { row } of rows) session.text(table, unit, row!);
      return rows;
    }
  }
}
