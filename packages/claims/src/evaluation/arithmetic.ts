import { type Form, minus, operation, over, plus, times } from '../forms/form.js';
import { constant, isConstant } from '../forms/affine.js';
import { Exact } from '@indexlab/core';
import { type Expression, ExpressionProblem, TableGap } from '../language/syntax.js';
import { asNumber } from './as.js';
import { matched } from './matched.js';
import { number, type Value } from './value.js';

type Arithmetic = Extract<Expression, { kind: 'arithmetic' }>;

/** Two numbers, a column and a number row by row, or two columns matched by unit. */
export function arithmetic({ operator, left, right }: Arithmetic, a: Value, b: Value): Value {
  const apply = (x: Form, y: Form): Form => formOf(operator, x, y, right);
  if (!isMany(a) && !isMany(b)) return number(apply(asNumber(a, left), asNumber(b, right)));
  if (isMany(a) && isMany(b)) {
    const pairs = matched(a, b, left);
    const entries = pairs.map(([x, y]) => ({ ...x, choice: x.choice ?? y.choice, form: apply(x.form, y.form) }));
    return { type: 'column', name: a.name, entries };
  }
  if (isMany(a)) {
    const y = asNumber(b, right);
    return { ...a, entries: a.entries.map((entry) => ({ ...entry, form: apply(entry.form, y) })) };
  }
  const x = asNumber(a, left);
  const many = b as Extract<Value, { type: 'column' }>;
  return { ...many, entries: many.entries.map((entry) => ({ ...entry, form: apply(x, entry.form) })) };
}

export function negative(value: Value, of: Expression): Value {
  const turn = (form: Form): Form => times(constant(Exact.one.negated()), form);
  if (isMany(value)) return { ...value, entries: value.entries.map((entry) => ({ ...entry, form: turn(entry.form) })) };
  return number(turn(asNumber(value, of)));
}

/** A column of several rows; one of a single row is a number. */
function isMany(value: Value): value is Extract<Value, { type: 'column' }> {
  return value.type === 'column' && value.entries.length !== 1;
}

function formOf(operator: Arithmetic['operator'], a: Form, b: Form, right: Expression): Form {
  switch (operator) {
    case '+':
      return plus(a, b);
    case '-':
      return minus(a, b);
    case '*':
      return times(a, b);
    case '/':
      if (isConstant(b) && b.constant.sign() === 0)
        throw right.kind === 'number'
          ? new ExpressionProblem('nothing can be divided by zero', right.at)
          : new TableGap('the denominator is zero', right.at);
      return over(a, b);
    case '^':
      if (!isConstant(b)) throw new ExpressionProblem('an exponent requires a number', right.at);
      return operation('power', a, b);
  }
}
