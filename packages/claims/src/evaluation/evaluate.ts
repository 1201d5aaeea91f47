import { Exact } from '@indexlab/core';
import { type Expression, ExpressionProblem } from '../language/syntax.js';
import { arithmetic, negative } from './arithmetic.js';
import { compare } from './compare.js';
import { callFunction } from './functions/index.js';
import { evaluateName } from './names.js';
import { evaluateColumn } from './column.js';
import { evaluateRows } from './rows.js';
import { isRowFree } from './row-free.js';
import type { Scope } from './scope.js';
import { bothHold, eitherHolds, negated } from './truth.js';
import { asTruth } from './as.js';
import { exactNumber, type Value } from './value.js';

/**
 * The value of an expression over printed cells.
 *
 * @throws ExpressionProblem with the offset of what cannot be evaluated
 */
export function evaluate(expression: Expression, scope: Scope): Value {
  if (scope.row && isPart(expression) && isRowFree(expression, scope))
    return scope.session.once(expression, () => evaluate(expression, { ...scope, row: null }));
  switch (expression.kind) {
    case 'number': {
      const value = Exact.parse(expression.token);
      return exactNumber(expression.percent ? value.times(Exact.ratio(1n, 100n)) : value);
    }
    case 'name':
      return evaluateName(expression, scope);
    case 'list':
      throw new ExpressionProblem('a list in braces stands beside =, in or in a function', expression.at);
    case 'rows':
      return evaluateRows(expression, scope);
    case 'column':
      return evaluateColumn(expression, scope);
    case 'call':
      return callFunction(expression, scope);
    case 'negative':
      return negative(evaluate(expression.of, scope), expression.of);
    case 'arithmetic':
      return arithmetic(expression, evaluate(expression.left, scope), evaluate(expression.right, scope));
    case 'compare':
      return compare(expression, scope);
    case 'not':
      return negated(asTruth(evaluate(expression.of, scope), expression.of, scope.row?.row));
    case 'logic': {
      const left = asTruth(evaluate(expression.left, scope), expression.left, scope.row?.row);
      const right = asTruth(evaluate(expression.right, scope), expression.right, scope.row?.row);
      return expression.operator === 'and' ? bothHold(left, right) : eitherHolds(left, right);
    }
  }
}

/** What costs more to evaluate than to look up. */
function isPart({ kind }: Expression): boolean {
  return kind === 'call' || kind === 'rows' || kind === 'column';
}
