import { Exact } from '@indexlab/core';
import { constant } from '../../forms/affine.js';
import type { Expression } from '../../language/syntax.js';
import { arithmetic } from '../arithmetic.js';
import { evaluate } from '../evaluate.js';
import { exactNumber, type Value } from '../value.js';
import type { LanguageFunction } from './index.js';

/** A change from an old value to a new one; of two columns, row by row. */
export const changes: Readonly<Record<string, LanguageFunction>> = {
  growth: {
    form: 'growth(new, old)',
    takes: [2, 2],
    run: ({ args: [now, before] }, scope) =>
      minusOne(divided(evaluate(now!, scope), evaluate(before!, scope), now!, before!), now!),
  },
  cagr: {
    form: 'cagr(new, old, years)',
    takes: [3, 3],
    run: ({ args: [now, before, years] }, scope) => {
      const ratio = divided(evaluate(now!, scope), evaluate(before!, scope), now!, before!);
      const one = exactNumber(Exact.one);
      const root = arithmetic(step('/', now!, years!), one, evaluate(years!, scope));
      return minusOne(arithmetic(step('^', now!, years!), ratio, root), now!);
    },
  },
};

function divided(a: Value, b: Value, left: Expression, right: Expression): Value {
  return arithmetic(step('/', left, right), a, b);
}

function minusOne(value: Value, at: Expression): Value {
  return arithmetic(step('-', at, at), value, { type: 'number', form: constant(Exact.one) });
}

function step(
  operator: '/' | '-' | '^',
  left: Expression,
  right: Expression,
): Extract<Expression, { kind: 'arithmetic' }> {
  return { kind: 'arithmetic', operator, left, right, at: left.at };
}
