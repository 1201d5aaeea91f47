import { columnsIn } from './formula/evaluate.js';
import { type Expression, printExpression } from './formula/expression.js';
import type { Formula, Term } from './formula/formula.js';

/** What is wrong with a model by its formula alone: an outcome that explains itself, a term that stands there twice. */
export function formulaWarnings(formula: Formula): string[] {
  return [...outcomeWarnings(formula), ...repeatWarnings(formula)];
}

/**
 * A warning where a column of the outcome stands on the right as well. An outcome of one column explains itself there, as a
 * logarithm, a product or a rank too; one of several, such as a growth rate on its first level, shares a part with the term.
 */
function outcomeWarnings({ response, terms }: Formula): string[] {
  const outcome = columnsIn(response);
  const written = printExpression(response);
  return terms.flatMap((term) => {
    const shared = columnsOf(term).filter((name) => outcome.includes(name));
    if (shared.length === 0) return [];
    return outcome.length === 1 ||
      term.factors.some((factor) => printExpression(inner(factor)) === printExpression(inner(response)))
      ? [`${term.name} stands on the right and holds the outcome itself: the fit says nothing.`]
      : [
          `${shared.join(', ')} is part of the outcome ${written} and of ${term.name}: some of what they share is arithmetic.`,
        ];
  });
}

/** `I(x)` beside `x`: the same term under another spelling. */
function repeatWarnings({ terms }: Formula): string[] {
  const first = new Map<string, string>();
  return terms.flatMap(({ name, factors }) => {
    const key = factors
      .map((factor) => printExpression(inner(factor)))
      .sort()
      .join(':');
    const before = first.get(key);
    if (before === undefined) first.set(key, name);
    return before === undefined ? [] : [`${name} is ${before} under another spelling.`];
  });
}

function columnsOf({ factors }: Term): string[] {
  return [...new Set(factors.flatMap(columnsIn))];
}

/** An expression without brackets, `I()` and a sign around it. */
function inner(expression: Expression): Expression {
  if (expression.kind === 'group' || expression.kind === 'negative') return inner(expression.operand);
  return expression.kind === 'call' && expression.name === 'I' ? inner(expression.arguments[0]!) : expression;
}
