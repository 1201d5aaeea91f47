import { type Expression, ExpressionProblem } from '../../language/syntax.js';
import { asNumber, asTruth, describe } from '../as.js';
import { compareNumbers, shown } from '../compare-numbers.js';
import { evaluate } from '../evaluate.js';
import type { Scope } from '../scope.js';
import { bothHold, decided, eitherHolds } from '../truth.js';
import type { Holds, Row, Truth, Value } from '../value.js';
import type { LanguageFunction } from './index.js';

export const truths: Readonly<Record<string, LanguageFunction>> = {
  all: {
    form: 'all(rows, condition) or all(conditions)',
    takes: [1, 2],
    run: ({ args }, scope) => {
      const all = eachOf(args, scope).map((one) => unlessOutside(one, 'never'));
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
      const all = eachOf(args, scope).map((one) => unlessOutside(one, 'always'));
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
      return { type: 'truth', ...result, says: forms.map((form) => shown(form)).join(', ') };
    },
  },
};

/** Of a table that prints some units only, one printed unit can refute "all" and prove "any", and nothing else. */
function leaveOut(of: Expression, scope: Scope): void {
  const value = evaluate(of, scope);
  if (value.type === 'rows' && !value.named) scope.session.leaveOutUnits(value.table);
}

function eachOf(args: readonly Expression[], scope: Scope): RowTruth[] {
  const [of, condition] = args as [Expression, Expression | undefined];
  const value = evaluate(of, scope);
  if (!condition) {
    if (value.type === 'truths') return [...value.entries];
    throw new ExpressionProblem(`expected conditions, got ${describe(value)}`, of.at, 'Such as all(ports.score > 10).');
  }
  if (value.type !== 'rows') throw new ExpressionProblem(`expected rows of a table, got ${describe(value)}`, of.at);
  return rowTruths(value, condition, scope);
}

/** A condition on one row. */
type RowTruth = Pick<Row, 'choice'> & { readonly truth: Truth };

/** A row that may not belong neither refutes "all" nor proves "any": what would decide them is only possible. */
function unlessOutside({ truth, choice }: RowTruth, decisive: Holds): Truth {
  return choice && truth.holds === decisive ? { ...truth, holds: 'possibly', agrees: false, power: null } : truth;
}

/** The condition on each row. */
function rowTruths({ table, rows }: Extract<Value, { type: 'rows' }>, condition: Expression, scope: Scope): RowTruth[] {
  return rows.map((row) => {
    const truth = asTruth(evaluate(condition, { ...scope, row: { table, row } }), condition, row);
    const says = truth.says.startsWith(row.label) ? truth.says : `${row.label}: ${truth.says}`;
    return { choice: row.choice, truth: { ...truth, says } };
  });
}

function list(truths: readonly Truth[]): string {
  const shown = truths.slice(0, 5).map(({ says }) => says);
  return truths.length > 5 ? `${shown.join('; ')} and ${truths.length - 5} more` : shown.join('; ');
}
