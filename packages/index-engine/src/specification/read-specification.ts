import { assertThat, IndexlabError, listNames } from '@indexlab/core';
import { isNode, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import {
  type Recipe,
  recipeSchema,
  type Specification,
  type SpecificationNode,
  specificationSchema,
} from './schema.js';

/**
 * Reads an index specification from YAML.
 *
 * @param text the YAML text
 * @param name what the text is called in messages, such as its file name
 * @throws IndexlabError naming file and line, when the YAML or the specification is not valid
 *
 * @example
 * const text = 'id: demo\ntitle: Demo\ntree: { id: total, title: Total, children: [{ id: a, title: A }] }';
 * readSpecification(text).tree.children[0].id // => 'a'
 */
export function readSpecification(text: string, name = 'specification'): Specification {
  return parseSpecification(text, name).specification;
}

/**
 * Reads a recipe from YAML: a specification without its tree, for data that bring their own (`fromCoinr`).
 *
 * @throws IndexlabError naming file and line, when the YAML or the recipe is not valid
 *
 * @example
 * readRecipe('id: demo\ntitle: Demo\nnormalise: { method: min-max, upper: 100 }').normalise.upper // => 100
 */
export function readRecipe(text: string, name = 'recipe'): Recipe {
  const { value, lineOf } = parseYaml(text, name);
  return checked(recipeSchema, value, name, lineOf, 'a recipe');
}

/** A specification with the line of each of its parts. */
export interface ParsedSpecification {
  readonly specification: Specification;
  readonly lineOf: LineOf;
}

/** The line of a part, or of what holds it. */
export type LineOf = (path: readonly PropertyKey[]) => number;

export function parseSpecification(text: string, name: string): ParsedSpecification {
  const { value, lineOf } = parseYaml(text, name);
  const specification = checked(specificationSchema, value, name, lineOf, 'a specification');
  checkTree(specification.tree, name, lineOf);
  return { specification, lineOf };
}

function parseYaml(text: string, name: string): { value: unknown; lineOf: LineOf } {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const syntax = document.errors[0];
  if (syntax) {
    throw new IndexlabError(
      `${name}:${lines.linePos(syntax.pos[0]).line}: not valid YAML: ${syntax.message.split('\n')[0]}`,
    );
  }
  const lineOf: LineOf = (path) => {
    for (let length = path.length; length >= 0; length -= 1) {
      const found = document.getIn(path.slice(0, length), true);
      if (isNode(found) && found.range) return lines.linePos(found.range[0]).line;
    }
    return 1;
  };
  try {
    return { value: document.toJS({ maxAliasCount: 100 }), lineOf };
  } catch (error) {
    throw new IndexlabError(`${name}:1: not valid YAML: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}

function checked<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  name: string,
  lineOf: LineOf,
  what: string,
): z.infer<Schema> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const { path, message } = nearestIssue(parsed.error.issues[0]!, value);
  const where = path.length > 0 ? ` at ${path.join('.')}` : '';
  throw new IndexlabError(`${name}:${lineOf(path)}: not ${what}${where}: ${message}`);
}

/** The issue itself or, where several forms are allowed, that of the form which was meant: a name or an object. */
function nearestIssue(issue: z.core.$ZodIssue, value: unknown): { path: PropertyKey[]; message: string } {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return { path: issue.path, message: issue.message };
  const written = issue.path.reduce<unknown>(
    (part, key) => (part as Record<PropertyKey, unknown> | undefined)?.[key],
    value,
  );
  const form = typeof written === 'object' && written !== null ? issue.errors.at(-1)! : issue.errors[0]!;
  const inner = form[0];
  if (!inner) return { path: issue.path, message: issue.message };
  return nearestIssue({ ...inner, path: [...issue.path, ...inner.path] }, value);
}

function checkTree(tree: SpecificationNode, name: string, lineOf: LineOf): void {
  const seen = new Set<string>();
  const repeated = new Map<string, number>();
  const visit = (node: SpecificationNode, path: readonly PropertyKey[]): void => {
    if (seen.has(node.id)) repeated.set(node.id, lineOf([...path, 'id']));
    seen.add(node.id);
    const children = node.children ?? [];
    const unweighted = children.filter((child) => child.weight === undefined);
    const weighed = unweighted.length < children.length;
    assertThat(
      node.weigh === undefined || (node.weigh === 'stated') === weighed,
      () =>
        `${name}:${lineOf([...path, 'weigh'])}: a specification requires weights of the children exactly where "weigh" is stated, got ${methodText(node.weigh)} (node "${node.id}")`,
    );
    assertThat(
      unweighted.length === 0 || !weighed,
      () =>
        `${name}:${lineOf([...path, 'children'])}: a specification requires weights for all children of "${node.id}" or for none, got none for ${listNames(unweighted.map((child) => child.id))}`,
    );
    children.forEach((child, index) => visit(child, [...path, 'children', index]));
  };
  visit(tree, ['tree']);
  assertThat(
    repeated.size === 0,
    () =>
      `${name}:${[...repeated.values()][0]}: a specification requires distinct node ids, got ${listNames(repeated.keys())} more than once`,
  );
}

function methodText(written: SpecificationNode['weigh']): string {
  return typeof written === 'string' ? written : String(written?.method);
}
