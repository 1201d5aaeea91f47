import { Exact } from '@indexlab/core';
import { constant } from '../../forms/affine.js';
import { boundsOf } from '../../forms/bounds.js';
import { type Form, linear, minus, operation, over, times } from '../../forms/form.js';
import { valueAsPrinted } from '../../forms/value-at.js';
import { type Expression, ExpressionProblem, TableGap } from '../../language/syntax.js';
import { asColumn, asNumber } from '../as.js';
import { shownExact } from '../compare-numbers.js';
import { evaluate } from '../evaluate.js';
import { matched } from '../matched.js';
import { eachWay, undecided } from '../open-rows.js';
import type { Scope } from '../scope.js';
import { type Entry, number, type Value } from '../value.js';
import type { LanguageFunction } from './index.js';

export const statistics: Readonly<Record<string, LanguageFunction>> = {
  printed: {
    form: 'printed(number), taken exactly as printed',
    takes: [1, 1],
    run: ({ args: [of] }, scope) => {
      const exact = (form: Form): Form => {
        const value = valueAsPrinted(form);
        if (!value) throw new TableGap('printed(…) has no value', of!.at);
        return constant(value[0]);
      };
      const value = evaluate(of!, scope);
      if (value.type === 'column' && value.entries.length !== 1) {
        scope.session.assume(`${value.name} is taken exactly as printed`);
        return { ...value, entries: value.entries.map((entry) => ({ ...entry, form: exact(entry.form) })) };
      }
      const form = exact(asNumber(value, of!));
      scope.session.assume(`${shownExact(valueAsPrinted(form)![0])} is taken exactly as printed`);
      return number(form);
    },
  },
  abs: elementwise('abs(number)', absolute),
  sqrt: elementwise('sqrt(number)', (form) => operation('root', form)),
  ln: elementwise('ln(number)', (form) => operation('logarithm', form)),
  pvalue: {
    form: 'pvalue(correlation, pairs)',
    takes: [2, 2],
    run: ({ args: [r, n] }, scope) =>
      number(operation('pvalue', asNumber(evaluate(r!, scope), r!), asNumber(evaluate(n!, scope), n!))),
  },
  pearson: {
    form: 'pearson(column, column)',
    takes: [2, 2],
    run: ({ args: [a, b] }, scope) => {
      const pairs = matched(columnOf(a!, scope), columnOf(b!, scope), a!, true);
      if (pairs.length < 3)
        throw new ExpressionProblem(`pearson requires at least 3 matched rows, got ${pairs.length}`, a!.at);
      const open = pairs.flatMap((pair) => pair.filter(({ choice }) => choice !== null));
      if (open.length > 0) throw undecided(open, a!.at);
      scope.session.assume(`${pairs.length} rows have both numbers`);
      return number(
        pearson(
          pairs.map(([x]) => x.form),
          pairs.map(([, y]) => y.form),
        ),
      );
    },
  },
  gini: {
    form: 'gini(column)',
    takes: [1, 1],
    run: ({ args: [of] }, scope) => {
      const entries = asColumn(evaluate(of!, scope), of!);
      if (entries.length === 0) throw new TableGap('gini requires at least one row, got none', of!.at);
      return number(eachWay(entries, of!, gini));
    },
  },
};

/** Half the mean difference of all pairs, over the mean. */
function gini(entries: readonly Entry[]): Form {
  const forms = entries.map(({ form }) => form);
  const gaps = forms.flatMap((a, at) => forms.slice(at + 1).map((b) => [absolute(minus(a, b)), Exact.one] as const));
  const sum = linear(forms.map((form) => [form, Exact.one] as const));
  return over(linear(gaps), times(constant(Exact.fromNumber(forms.length)), sum));
}

function elementwise(form: string, apply: (of: Form) => Form): LanguageFunction {
  return {
    form,
    takes: [1, 1],
    run: ({ args: [of] }, scope) => {
      const value = evaluate(of!, scope);
      if (value.type !== 'column' || value.entries.length === 1) return number(apply(asNumber(value, of!)));
      return { ...value, entries: value.entries.map((entry) => ({ ...entry, form: apply(entry.form) })) };
    },
  };
}

/** The size of a number; where its sign is known no operation is needed. */
function absolute(form: Form): Form {
  const bounds = boundsOf(form);
  if (bounds && bounds.lower.sign() >= 0) return form;
  if (bounds && bounds.upper.sign() <= 0) return linear([[form, Exact.one.negated()]]);
  return operation('absolute', form);
}

/** Sums of squares and products of deviations; the bounds are outer, because every cell enters several of them. */
function pearson(x: readonly Form[], y: readonly Form[]): Form {
  const [dx, dy] = [deviations(x), deviations(y)];
  const two = constant(Exact.fromNumber(2));
  const products = dx.map((one, at) => [times(one, dy[at]!), Exact.one] as const);
  const squares = (all: readonly Form[]): Form =>
    linear(all.map((one) => [operation('power', one, two), Exact.one] as const));
  return over(linear(products), operation('root', times(squares(dx), squares(dy))));
}

/** Above this many rows the mean stays one part of its own, which every deviation shares. */
const manyRows = 40;

function deviations(forms: readonly Form[]): Form[] {
  const mean = linear(forms.map((form) => [form, Exact.ratio(1n, BigInt(forms.length))] as const));
  if (forms.length <= manyRows) return forms.map((form) => minus(form, mean));
  const below = times(constant(Exact.one.negated()), mean);
  return forms.map((form) => operation('plus', form, below));
}

function columnOf(of: Expression, scope: Scope): Extract<Value, { type: 'column' }> {
  const value = evaluate(of, scope);
  if (value.type === 'column') return value;
  throw new ExpressionProblem('pearson takes two columns', of.at);
}
