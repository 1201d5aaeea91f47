import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** An `@example` of a doc comment: the code before `// =>`, and the value that it must give. */
export interface Example {
  readonly file: string;
  readonly subject: string;
  readonly code: string;
  readonly expected: string;
}

/** Every `@example` in the sources of a package, in the order of reading. */
export function examplesOf(packageFolder: string): Example[] {
  return sourceFiles(join(packageFolder, 'src')).flatMap((file) => {
    const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.ES2022, true);
    return declarations(source).flatMap(({ name, node }) =>
      ts
        .getJSDocTags(node)
        .filter((tag) => tag.tagName.text === 'example')
        .map((tag) => {
          const [code = '', expected = ''] = (ts.getTextOfJSDocComment(tag.comment) ?? '').split('// =>');
          // What follows a blank line is no longer the example.
          return { file, subject: name, code: code.trim(), expected: expected.trim().split(/\n\s*\n/)[0]! };
        }),
    );
  });
}

/** The exported functions of a package's sources that carry no `@example`. */
export function functionsWithoutExample(packageFolder: string, isPublic: (name: string) => boolean): string[] {
  return sourceFiles(join(packageFolder, 'src')).flatMap((file) => {
    const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.ES2022, true);
    return declarations(source)
      .filter(
        ({ node }) =>
          ts.isFunctionDeclaration(node) && node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword),
      )
      .filter(
        ({ name, node }) => isPublic(name) && !ts.getJSDocTags(node).some((tag) => tag.tagName.text === 'example'),
      )
      .map(({ name }) => name);
  });
}

/** Runs an example with the given names in scope: its value and the value that it promises. */
export async function runExample(
  example: Example,
  scope: Record<string, unknown>,
): Promise<{ value: unknown; expected: unknown }> {
  const statements = ts.createSourceFile('example.ts', example.code, ts.ScriptTarget.ES2022, true).statements;
  const last = statements[statements.length - 1];
  if (!last || !ts.isExpressionStatement(last))
    throw new Error(`an example must end with an expression and "// => value"`);
  const before = example.code.slice(0, last.getStart());
  const expression = last.expression.getText();
  const program = `${before}\nreturn { value: await (${expression}), expected: (${example.expected}) };`;
  const names = Object.keys(scope);
  const compiled = ts.transpile(`async function example(${names.join(', ')}) {${program}}`, {
    target: ts.ScriptTarget.ES2022,
  });
  const run = new Function(`${compiled}; return example;`)() as (
    ...values: unknown[]
  ) => Promise<{ value: unknown; expected: unknown }>;
  return run(...Object.values(scope));
}

function declarations(source: ts.SourceFile): { name: string; node: ts.Node }[] {
  const found: { name: string; node: ts.Node }[] = [];
  const visit = (node: ts.Node): void => {
    const named =
      ts.isFunctionDeclaration(node) ||
      ts.isClassDeclaration(node) ||
      ts.isMethodDeclaration(node) ||
      ts.isInterfaceDeclaration(node);
    if (named && node.name) found.push({ name: node.name.getText(), node });
    if (ts.isVariableStatement(node)) found.push({ name: node.declarationList.declarations[0]!.name.getText(), node });
    if (ts.isSourceFile(node) || ts.isClassDeclaration(node)) ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .sort()
    .map((name) => join(folder, name));
}
