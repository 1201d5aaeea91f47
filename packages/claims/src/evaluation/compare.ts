import { type Expression, ExpressionProblem, type Relation } from '../language/syntax.js';
import { asNumber } from './as.js';
import { compareLists, membership } from './compare-lists.js';
import { compareNumbers } from './compare-numbers.js';
import { evaluate } from './evaluate.js';
import { matched } from './matched.js';
import type { Scope } from './scope.js';
import { bothHold } from './truth.js';
import type { Value } from './value.js';

type CompareExpression = Extract<Expression, { kind: 'compare' }>;

/** A chain of comparisons: each with the one before, all of them together. */
export function compare({ first, rest, at }: CompareExpression, scope: Scope): Value {
  let left: Value | null = first && sideOf(first, scope);
  let leftAt: Pick<Expression, 'at'> = first ?? { at };
  const results: Value[] = [];
  for (const [link, { relation, right }] of rest.entries()) {
    results.push(
      relation === 'in' ? membership(left, leftAt, right, scope) : pair(left, leftAt, relation, right, scope),
    );
    leftAt = right;
    if (link + 1 < rest.length) left = evaluate(right, scope);
  }
  if (results.length === 1) return results[0]!;
  const truths = results.filter((result) => result.type === 'truth');
  if (truths.length === results.length) return truths.reduce(bothHold);
  throw new ExpressionProblem('a chain compares single numbers', at, 'Write two comparisons with "and" between.');
}

/** Braces on the left need the right side to say what their names mean. */
function sideOf(expression: Expression, scope: Scope): Value {
  if (expression.kind !== 'list') return evaluate(expression, scope);
  throw new ExpressionProblem('a list in braces stands right of = or in', expression.at);
}

function pair(
  left: Value | null,
  leftAt: Pick<Expression, 'at'>,
  relation: Exclude<Relation, 'in'>,
  right: Expression,
  scope: Scope,
): Value {
  if (left === null) throw new ExpressionProblem('a comparison needs something on its left', leftAt.at);
  if (left.type === 'list' || left.type === 'rows') return compareLists(left, leftAt, relation, right, scope);
  const value = evaluate(right, scope);
  if (left.type === 'column' && left.entries.length !== 1) {
    const entries =
      value.type === 'column' && value.entries.length !== 1
        ? matched(left, value, leftAt).map(([a, b]) => ({
            ...a,
            truth: compareNumbers(a.form, relation, b.form, a.label),
          }))
        : left.entries.map((entry) => ({
            ...entry,
            truth: compareNumbers(entry.form, relation, asNumber(value, right), entry.label),
          }));
    return { type: 'truths', entries };
  }
  if (value.type === 'column' && value.entries.length !== 1) {
    const number = asNumber(left, leftAt);
    const entries = value.entries.map((entry) => ({
      ...entry,
      truth: compareNumbers(number, relation, entry.form, entry.label),
    }));
    return { type: 'truths', entries };
  }
  return { type: 'truth', ...compareNumbers(asNumber(left, leftAt), relation, asNumber(value, right)) };
}
