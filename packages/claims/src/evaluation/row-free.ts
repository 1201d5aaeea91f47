import type { Expression } from '../language/syntax.js';
import { tableCalled } from './names.js';
import type { Scope } from './scope.js';

/**
 * Whether an expression is the same for every row of a condition: a call such as `mean(ports.score)`, in which no bare
 * word is a column, a class or a membership of the row.
 */
export function isRowFree(expression: Expression, scope: Scope): boolean {
  switch (expression.kind) {
    case 'number':
      return true;
    case 'name':
      return (
        !(scope.row?.table.columns.has(expression.name) ?? false) &&
        tableCalled(expression.name, scope.session.world) !== null
      );
    case 'column':
    case 'rows':
    case 'negative':
    case 'not':
      return isRowFree(expression.of, scope);
    case 'call':
      return expression.args.every((arg) => isRowFree(arg, scope));
    case 'arithmetic':
    case 'logic':
      return isRowFree(expression.left, scope) && isRowFree(expression.right, scope);
    default:
      return false;
  }
}
