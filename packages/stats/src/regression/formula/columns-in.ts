import type { Expression } from './expression.js';

/** The names of the columns in an expression, each once; bare words that are not columns (levels, `raw`) left out. */
export function columnsIn(expression: Expression): string[] {
  switch (expression.kind) {
    case 'name':
      return [expression.value];
    case 'group':
    case 'negative':
      return columnsIn(expression.operand);
    case 'operation':
      return [...new Set([...columnsIn(expression.left), ...columnsIn(expression.right)])];
    case 'call':
      return [
        ...new Set((isCoding(expression) ? expression.arguments.slice(0, 1) : expression.arguments).flatMap(columnsIn)),
      ];
    default:
      return [];
  }
}

/** Whether an expression makes columns of its own kind: categories or polynomials. */
export function isCoding(expression: Expression): expression is Expression & { kind: 'call' } {
  return expression.kind === 'call' && (expression.name === 'C' || expression.name === 'poly');
}
