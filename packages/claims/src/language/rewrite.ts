import type { Expression } from './syntax.js';

/** An expression with every part replaced for which `replace` gives another, from the outside in. */
export function rewrite(expression: Expression, replace: (part: Expression) => Expression | null): Expression {
  const other = replace(expression);
  if (other) return other;
  const inner = (part: Expression): Expression => rewrite(part, replace);
  switch (expression.kind) {
    case 'call':
      return { ...expression, args: expression.args.map(inner) };
    case 'column':
    case 'negative':
    case 'not':
      return { ...expression, of: inner(expression.of) };
    case 'rows':
      return { ...expression, of: inner(expression.of), where: expression.where && inner(expression.where) };
    case 'arithmetic':
    case 'logic':
      return { ...expression, left: inner(expression.left), right: inner(expression.right) };
    case 'compare':
      return {
        ...expression,
        first: expression.first && inner(expression.first),
        rest: expression.rest.map((one) => ({ ...one, right: inner(one.right) })),
      };
    default:
      return expression;
  }
}

/** Whether two expressions read the same, wherever they stand. */
export function sameExpression(a: Expression, b: Expression): boolean {
  return plain(a) === plain(b);
}

function plain(expression: Expression): string {
  return JSON.stringify(expression, (key, value: unknown) => (key === 'at' ? undefined : value));
}
