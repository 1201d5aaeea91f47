import { assertThat, IndexlabError, listNames } from '@indexlab/core';
import { isNode, LineCounter, parseDocument } from 'yaml';
import { type Specification, type SpecificationNode, specificationSchema } from './schema.js';

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
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const syntax = document.errors[0];
  if (syntax) {
    throw new IndexlabError(`${name}:${lines.linePos(syntax.pos[0]).line}: not valid YAML: ${syntax.message.split('\n')[0]}`);
  }
  const lineOf = (path: readonly PropertyKey[]): number => {
    for (let length = path.length; length >= 0; length -= 1) {
      const found = document.getIn(path.slice(0, length), true);
      if (isNode(found) && found.range) return lines.linePos(found.range[0]).line;
    }
    return 1;
  };
  const parsed = specificationSchema.safeParse(document.toJS());
  if (!parsed.success) {
    const issue = parsed.error.issues[0]!;
    const where = issue.path.length > 0 ? ` at ${issue.path.join('.')}` : '';
    throw new IndexlabError(`${name}:${lineOf(issue.path)}: not a specification${where}: ${issue.message}`);
  }
  checkTree(parsed.data.tree, name);
  return parsed.data;
}

function checkTree(tree: SpecificationNode, name: string): void {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  const visit = (node: SpecificationNode): void => {
    (seen.has(node.id) ? repeated : seen).add(node.id);
    const children = node.children ?? [];
    const unweighted = children.filter((child) => child.weight === undefined);
    const weighed = unweighted.length < children.length;
    assertThat(
      node.weigh === undefined || (node.weigh === 'stated') === weighed,
      () => `${name}: a specification requires weights of the children exactly where "weigh" is stated, got ${node.weigh} (node "${node.id}")`,
    );
    assertThat(
      unweighted.length === 0 || !weighed,
      () => `${name}: a specification requires weights for all children of "${node.id}" or for none, got none for ${listNames(unweighted.map((child) => child.id))}`,
    );
    children.forEach(visit);
  };
  visit(tree);
  assertThat(
    repeated.size === 0,
    () => `${name}: a specification requires distinct node ids, got ${listNames(repeated)} more than once`,
  );
}
