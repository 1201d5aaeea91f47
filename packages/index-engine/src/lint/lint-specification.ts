import { requireObject, requireOptions } from '@indexlab/core';
import { planNodes } from '../build/plan.js';
import type { RowColumnNames } from '../specification/absent-columns.js';
import { columnsAsWritten, withUnits } from '../specification/columns-as-written.js';
import { reachedNodes } from '../specification/given-scores.js';
import { indexTree } from '../specification/index-tree.js';
import { type ParsedSpecification, parseSpecification } from '../specification/read-specification.js';
import type { SpecificationNode } from '../specification/schema.js';
import type { SpecificationProblem, Subject } from './problem.js';
import { rules } from './rules/index.js';

/**
 * What is wrong, or likely wrong, in a specification that can be read, in order of lines.
 *
 * Rules: `unused-stage`, `undeclared-input`, `unused-input`, `missing-direction`, `unturned-direction`,
 * `double-counting`, `same-column`, `other-unit`, `zero-in-geometric`, `scaled-ranks`, `rate-over-total`, `immovable-range`,
 * `panel-by-year`, `constant-total`, `overshadowed-node`, `undisclosed-weights`; with the columns of the data also
 * `missing-column`.
 *
 * @param text the YAML text, or what `parseSpecification` made of it
 * @param options `name` of the text in messages; `columns` of the data, where they are known, with the `units` of measure that their
 *   headers give, and those that name the units and the years where the specification says otherwise
 * @throws IndexlabError when the text is no specification at all
 *
 * @example
 * const text = 'id: d\ntitle: D\naggregate: geometric\nnormalise: min-max\ntree: { id: t, title: T, children: [{ id: a, title: A }, { id: b, title: B }] }';
 * lintSpecification(text).map(({ rule, line }) => [rule, line]) // => [['zero-in-geometric', 5]]
 */
export function lintSpecification(
  text: string | ParsedSpecification,
  options: {
    name?: string;
    columns?: readonly string[];
    units?: Readonly<Record<string, string | undefined>>;
  } & RowColumnNames = {},
): SpecificationProblem[] {
  requireOptions(options, 'lintSpecification', {
    name: 'a text',
    columns: 'an array of texts',
    units: 'an object',
    unit: 'a text',
    time: 'a text',
  });
  if (typeof text !== 'string') requireObject(text, 'lintSpecification', 'text', ['specification', 'placeOf']);
  const { specification, placeOf } = typeof text === 'string' ? parseSpecification(text, options.name) : text;
  const { columns = null, units = {}, unit, time } = options;
  const known = columns && withUnits(columns, units);
  const written = known && columnsAsWritten(specification, known, { unit, time });
  const named = columns && [...columns, ...(written?.keys() ?? [])];
  // With data at hand only what a build of them looks at.
  const reached = named && reachedNodes(specification, named).reached;
  const subject: Subject = {
    specification,
    nodes: planNodes(
      indexTree(specification).filter(({ id }) => reached?.has(id) ?? true),
      specification,
    ),
    paths: pathsOf(specification.tree),
    columns: named,
    unitOf: (column) => units[written?.get(column) ?? column],
    names: { unit, time },
  };
  return Object.entries(rules)
    .flatMap(([rule, { severity, find }]) =>
      find(subject).map(({ path, node, reason, remedy }) => ({
        rule,
        severity,
        ...placeOf(path),
        node: node ?? null,
        reason,
        remedy,
      })),
    )
    .sort((a, b) => a.line - b.line || a.column - b.column);
}

function pathsOf(tree: SpecificationNode): Map<string, readonly PropertyKey[]> {
  const paths = new Map<string, readonly PropertyKey[]>();
  const visit = (node: SpecificationNode, path: readonly PropertyKey[]): void => {
    paths.set(node.id, path);
    node.children?.forEach((child, index) => visit(child, [...path, 'children', index]));
  };
  visit(tree, ['tree']);
  return paths;
}
