import { Exact } from '@indexlab/core';
import { constant, ofVariable } from '../../forms/affine.js';
import { linear } from '../../forms/form.js';
import { valueAsPrinted } from '../../forms/value-at.js';
import { type Expression, ExpressionProblem, type Name } from '../../language/syntax.js';
import { asColumn, asList, describe } from '../as.js';
import { cellOf } from '../cell.js';
import { relationOf, restsOnUnlisted, shown } from '../compare-numbers.js';
import { evaluate } from '../evaluate.js';
import { namesOf } from '../literal.js';
import { choiceOf, withAndWithout } from '../open-rows.js';
import type { Scope } from '../scope.js';
import { bothHold, decided } from '../truth.js';
import { type Entry, number, type Item, type Truth, type Value } from '../value.js';
import type { LanguageFunction } from './index.js';
import { numbered } from './numbered.js';

export const orders: Readonly<Record<string, LanguageFunction>> = {
  rank: {
    form: 'rank(unit, table), the printed rank, or rank(unit, column), by value',
    takes: [2, 2],
    run: ({ args }, scope) => {
      const [of, among] = args as [Expression, Expression];
      const value = evaluate(among, scope);
      if (value.type === 'rows') return printedRank(unitOf(of, value.table, scope), value, among, scope);
      if (value.type === 'column') return rankByValue(unitOf(of, null, scope), value.entries, of, value.name);
      throw new ExpressionProblem(`rank takes a table or a column, got ${describe(value)}`, among.at);
    },
  },
  top: {
    form: 'top(number, column)',
    takes: [2, 2],
    run: ({ args: [count, column] }, scope) => {
      const wanted = evaluate(count!, scope);
      const size = wanted.type === 'number' ? valueAsPrinted(wanted.form)?.[0].toNumber() : undefined;
      if (size === undefined || !Number.isInteger(size) || size < 1)
        throw new ExpressionProblem('top requires a whole number', count!.at);
      const candidates = asColumn(evaluate(column!, scope), column!);
      const items = byValue(candidates.filter(belongsAsPrinted)).slice(0, size).map(withoutChoice);
      const sure = candidates.filter(({ choice }) => choice === null).length;
      const ordering = { candidates, least: Math.min(size, sure), most: Math.min(size, candidates.length) };
      return { type: 'list', items, single: false, ordered: true, ordering };
    },
  },
  numbered: {
    form: 'numbered(ranks), or numbered(ranks, values)',
    takes: [1, 2],
    run: ({ args }, scope) => numbered(args, scope),
  },
  once: {
    form: 'once(column), each value once',
    takes: [1, 1],
    run: ({ args: [column] }, scope) => ({
      type: 'truth',
      ...withAndWithout(asColumn(evaluate(column!, scope), column!), eachOnce),
    }),
  },
  falling: sorted('falling'),
  rising: sorted('rising'),
};

function unitOf(of: Expression, table: Parameters<typeof namesOf>[1], scope: Scope): Item {
  const isColumn = of.kind === 'name' && scope.row?.table.columns.has(of.name);
  if (of.kind === 'name' && !isColumn && !scope.lets.has(of.name)) return namesOf([of], table, null, scope)[0]!;
  const { items } = asList(evaluate(of, scope), of, scope);
  if (items.length === 1) return items[0]!;
  throw new ExpressionProblem(`rank takes one unit, got ${items.length}`, of.at);
}

function printedRank(
  unit: Item,
  { table, rows }: Extract<Value, { type: 'rows' }>,
  among: Expression,
  { session }: Scope,
): Value {
  const column = table.columns.get(table.rank ?? '');
  if (!column)
    throw new ExpressionProblem(
      `${table.name} has no column of ranks`,
      among.at,
      'Give one column the role rank, or take rank(unit, column).',
    );
  const own = rows.find(({ key, label }) => (key ?? label) === unit.key);
  const names = table.columns.get(table.unit ?? '');
  if (names && own && own.row !== null) session.text(table, names, own.row);
  return cellOf(session, table, column, own ?? { row: null, key: unit.key, label: unit.label, choice: null }, among.at);
}

/** 1 + those that surely lie above + a choice for each that may. */
function rankByValue(unit: Item, entries: readonly Entry[], of: Expression, name: string): Value {
  const own = entries.find((entry) => (entry.key ?? entry.label) === unit.key);
  if (!own) throw new ExpressionProblem(`${name} has no row of ${unit.label}`, of.at);
  let above = 1;
  const open: (readonly [ReturnType<typeof ofVariable>, Exact])[] = [];
  for (const other of entries) {
    if (other === own) continue;
    const { holds, printed, partial } = relationOf(other.form, '>', own.form);
    if (holds === 'always' && !other.choice) above += 1;
    else if (holds !== 'never') {
      const choice = choiceOf(`${other.label} above ${unit.label}`, { printed, partial }, other.choice);
      open.push([ofVariable(choice), Exact.one]);
    }
  }
  return number(linear([...open, [constant(Exact.fromNumber(above)), Exact.one]]));
}

/** Whether values fall, or rise, from each row to the next; equal ones may. */
function sorted(name: 'falling' | 'rising'): LanguageFunction {
  return {
    form: `${name}(column), or ${name}(column by ranks)`,
    takes: [1, 1],
    run: ({ args: [column], by }, scope) => {
      const value = evaluate(column!, scope);
      const entries = by ? sortedBy(value, column!, by, scope) : asColumn(value, column!);
      const ordered = name === 'falling' ? entries : [...entries].reverse();
      return {
        type: 'truth',
        ...withAndWithout(ordered, (rows) => inOrder(rows, name === 'falling' ? 'behind' : 'before')),
      };
    },
  };
}

/** No value may surely lie below one that follows it; neighbours alone are not enough for intervals of several widths. */
function inOrder(entries: readonly Entry[], side: 'behind' | 'before'): Truth {
  let lowest: Entry | undefined;
  let result: Truth = decided(true, '');
  const open: string[] = [];
  for (const [at, entry] of entries.entries()) {
    const before = entries[at - 1];
    for (const earlier of new Set([lowest, before].filter((one) => one !== undefined))) {
      const pair = relationOf(earlier.form, '>=', entry.form);
      if (pair.holds === 'never') {
        return decided(
          false,
          `${entry.label} ${shown(entry.form)} stands ${side} ${earlier.label} ${shown(earlier.form)} and is larger`,
        );
      }
      if (pair.holds === 'possibly') open.push(`${earlier.label} and ${entry.label}`);
      result = bothHold(result, { ...pair, says: '' });
    }
    if (!lowest || relationOf(highEnd(lowest), '>', highEnd(entry)).printed) lowest = entry;
  }
  const undecided = open.length > 0 ? `; the printed digits do not decide ${[...new Set(open)].join(', ')}` : '';
  const power = entries.length > 1 ? 1 - new Set(open).size / (entries.length - 1) : null;
  return { ...result, power, says: `in order${undecided}` };
}

/** The upper end of what an entry's digits allow, as a number. */
function highEnd({ form }: Entry): Entry['form'] {
  if (form.kind !== 'affine') return form;
  let end = form.constant;
  for (const [{ lower, upper }, coefficient] of form.terms)
    end = end.plus(coefficient.times(coefficient.sign() > 0 ? upper : lower));
  return constant(end);
}

/** Whether no value, as printed, stands twice; what is not printed may be any other. */
function eachOnce(entries: readonly Entry[]): Truth {
  const first = new Map<string, Entry>();
  const printed = entries.filter(({ form }) => !restsOnUnlisted(form));
  const twice = printed.flatMap((entry) => {
    const value = shown(entry.form);
    const before = first.get(value);
    first.set(value, before ?? entry);
    return before ? [`${value} stands twice (${before.label}, ${entry.label})`] : [];
  });
  const truth = decided(twice.length === 0, twice.join('; ') || `${printed.length} values`);
  const isOpen = twice.length === 0 && printed.length < entries.length;
  return isOpen ? { ...truth, holds: 'possibly', agrees: false, partial: true, power: null } : truth;
}

/** The rows of a column in the order of another column of the same table. */
function sortedBy(value: Value, of: Expression, by: Name, scope: Scope): Entry[] {
  if (of.kind !== 'column') throw new ExpressionProblem('by takes a column of a table', of.at);
  const order = evaluate({ ...of, column: by }, scope);
  const ranks = new Map(
    asColumn(order, of).map((entry) => [entry.row, valueAsPrinted(entry.form)?.[0].toNumber() ?? NaN]),
  );
  return [...asColumn(value, of)].sort((a, b) => ranks.get(a.row)! - ranks.get(b.row)!);
}

function byValue(entries: readonly Entry[]): Entry[] {
  const values = new Map(entries.map((entry) => [entry, valueAsPrinted(entry.form)?.[0]]));
  return [...entries].sort((a, b) => {
    const [x, y] = [values.get(a), values.get(b)];
    return x && y ? y.compare(x) : 0;
  });
}

/** Whether a row belongs at the digits as printed. */
function belongsAsPrinted({ choice }: Entry): boolean {
  return choice === null || choice.printed.sign() > 0;
}

function withoutChoice({ key, label }: Entry): Item {
  return { key: key ?? label, label };
}
