import ts from '@tslab/typescript-for-tslab';

/** Functions of notebooks that do their work later and can fail there. */
const asynchronous = new Set(['show', 'toFrame']);

/**
 * Calls of `show` and `toFrame` in a cell that are not directly awaited, as they are written: of
 * `await show(1); show(2);` the second.
 */
export function findUnawaited(code: string): string[] {
  const file = ts.createSourceFile('cell.ts', code, ts.ScriptTarget.ES2022, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (
      ts.isCallExpression(node) &&
      asynchronous.has(node.expression.getText(file)) &&
      !ts.isAwaitExpression(node.parent)
    ) {
      found.push(node.getText(file));
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}
