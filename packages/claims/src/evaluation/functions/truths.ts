import { type Expression, ExpressionProblem } from '../../language/syntax.js';
import { asNumber, asTruth, describe } from '../as.js';
import { compareNumbers, shown } from '../compare-numbers.js';
import { evaluate } from '../evaluate.js';
import type { Scope } from '../scope.js';
import { bothHold, decided, eitherHolds } from '../truth.js';
import type { Truth, Value } from '../value.js';
import type { LanguageFunction } from './index.js';

export const truths: Readonly<Record<string, LanguageFunction>> = {
  all: {
    form: 'all(rows, condition) or all(conditions)',
    takes: [1, 2],
    run: ({ args }, scope) => {
      const all = eachOf(args, scope);
      const failing = all.filter(({ holds }) => holds === 'never');
      if (failing.length === 0) leaveOut(args[0]!, scope);
      const says = failing.length > 0 ? `not ${list(failing)}` : `all ${all.length}`;
      return { type: 'truth', ...all.reduce<Truth>((a, b) => ({ ...bothHold(a, b), says }), decided(true, says)) };
    },
  },
  any: {
    form: 'any(rows, condition) or any(conditions)',
    takes: [1, 2],
    run: ({ args }, scope) => {
      const all = eachOf(args, scope);
      const holding = all.filter(({ holds }) => holds !== 'never');
      if (!all.some(({ holds }) => holds === 'always')) leaveOut(args[0]!, scope);
      const says = holding.length > 0 ? list(holding) : `none of ${all.length}`;
      return { type: 'truth', ...all.reduce<Truth>((a, b) => ({ ...eitherHolds(a, b), says }), decided(false, says)) };
    },
  },
  equal: {
    form: 'equal(a, b, …)',
    takes: [2, Infinity],
    run: ({ args }, scope) => {
      const forms = args.map((arg) => asNumber(evaluate(arg, scope), arg));
      let result: Truth = decided(true, '');
      for (const [at, form] of forms.entries()) {
        for (const other of forms.slice(at + 1)) result = bothHold(result, compareNumbers(form, '=', other));
      }
      return { type: 'truth', ...result, says: forms.map(shown).join(', ') };
    },
  },
};

/** Of a table that prints some units only, one printed unit can refute "all" and prove "any", and nothing else. */
function leaveOut(of: Expression, scope: Scope): void {
  const value = evaluate(of, scope);
  if (value.type === 'rows' && !value.named) scope.session.leaveOutUnits(value.table);
}

function eachOf(args: readonly Expression[], scope: Scope): Truth[] {
  const [of, condition] = args as [Expression, Expression | undefined];
  const value = evaluate(of, scope);
  if (!condition) {
    if (value.type === 'truths') return value.entries.map(({ truth }) => truth);
    throw new ExpressionProblem(`expected conditions, got ${describe(value)}`, of.at, 'Such as all(ports.score > 10).');
  }
  if (value.type !== 'rows') throw new ExpressionProblem(`expected rows of a table, got ${describe(value)}`, of.at);
  return rowTruths(value, condition, scope);
}

/** The condition on each row; a row that may not belong makes a failure only possible. */
function rowTruths({ table, rows }: Extract<Value, { type: 'rows' }>, condition: Expression, scope: Scope): Truth[] {
  return rows.map((row) => {
    const truth = asTruth(evaluate(condition, { ...scope, row: { table, row } }), condition);
    const says = truth.says.startsWith(row.label) ? truth.says : `${row.label}: ${truth.says}`;
    if (!row.choice || truth.holds === 'always') return { ...truth, says };
    return { ...truth, holds: 'possibly', agrees: false, says };
  });
}

function list(truths: readonly Truth[]): string {
  const shown = truths.slice(0, 5).map(({ says }) => says);
  return truths.length > 5 ? `${shown.join('; ')} and ${truths.length - 5} more` : shown.join('; ');
}
