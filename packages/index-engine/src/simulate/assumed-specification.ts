import { assertThat, didYouMean, requireObject } from '@indexlab/core';
import { dump } from 'js-yaml';
import { readSpecification } from '../specification/read-specification.js';
import type { Specification, SpecificationNode } from '../specification/schema.js';

/** Options of an index, and of some of its nodes, that take the place of those of its specification. */
export interface SpecificationChanges {
  readonly index?: Readonly<Record<string, unknown>> | undefined;
  /** By node. With `under`, a node of its own, that one takes the place of the node and has it as its only child. */
  readonly nodes?: Readonly<Record<string, Readonly<Record<string, unknown>>>> | undefined;
}

/**
 * A specification with some options changed: what is assumed where a report prints nothing, or nothing that can run.
 *
 * @throws IndexlabError for a node that is not there, and SpecificationError for options that are none
 *
 * @example
 * const specification = readSpecification('id: d\ntitle: D\ntree: { id: t, title: T, children: [{ id: a, title: A, direction: negative }] }');
 * assumedSpecification(specification, { nodes: { a: { direction: 'positive' } } }).tree.children[0].direction // => 'positive'
 */
export function assumedSpecification(specification: Specification, changes: SpecificationChanges): Specification {
  requireObject(specification, 'assumedSpecification', 'specification', ['tree']);
  requireObject(changes, 'assumedSpecification', 'changes');
  const { index = {}, nodes = {} } = changes;
  const known: string[] = [];
  const change = (node: SpecificationNode): SpecificationNode => {
    known.push(node.id);
    const children = node.children?.map(change);
    const { under, ...own } = nodes[node.id] ?? {};
    const changed = { ...node, ...(children && { children }), ...own };
    return under ? ({ ...under, children: [{ ...changed, weight: undefined }] } as SpecificationNode) : changed;
  };
  const changed = { ...specification, ...index, tree: change(specification.tree) };
  for (const id of Object.keys(nodes)) {
    assertThat(
      known.includes(id),
      () => `assumedSpecification requires nodes of the specification, got ${JSON.stringify(id)}`,
      () => didYouMean(id, known, 'nodes'),
    );
  }
  return readSpecification(specificationText(changed as Specification), 'the specification as assumed');
}

/**
 * A specification as YAML, which {@link readSpecification} reads back.
 *
 * @example
 * const specification = readSpecification('id: d\ntitle: D\ntree: { id: t, title: T }');
 * specificationText(specification) // => 'id: d\ntitle: D\ntree:\n  id: t\n  title: T\n'
 */
export function specificationText(specification: Specification): string {
  requireObject(specification, 'specificationText', 'specification', ['tree']);
  return dump(withoutGaps(specification), { lineWidth: 120 });
}

function withoutGaps(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutGaps);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, own]) => own !== undefined)
      .map(([key, own]) => [key, withoutGaps(own)]),
  );
}
