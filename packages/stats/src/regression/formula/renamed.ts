import type { Expression } from './expression.js';

/** The expression with every name of a column replaced. */
export function renamed(expression: Expression, rename: (name: string) => string): Expression {
  switch (expression.kind) {
    case 'name':
      return expression.value === '.' ? expression : { ...expression, value: rename(expression.value) };
    case 'group':
    case 'negative':
      return { ...expression, operand: renamed(expression.operand, rename) };
    case 'call':
      return { ...expression, arguments: expression.arguments.map((argument) => renamed(argument, rename)) };
    case 'operation':
      return { ...expression, left: renamed(expression.left, rename), right: renamed(expression.right, rename) };
    default:
      return expression;
  }
}
