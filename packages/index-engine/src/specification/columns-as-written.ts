import { columnNamed } from '@indexlab/core';
import { columnsBeside, type RowColumnNames } from './absent-columns.js';
import { columnOf } from './given-scores.js';
import type { Specification, SpecificationNode } from './schema.js';

/** Names of columns, and the unit of each where its header gives one. */
export type NamedColumns = Parameters<typeof columnNamed>[0];

/** Names and units as a source of columns has them. */
export function withUnits(
  columns: readonly string[],
  units: Readonly<Record<string, string | undefined>>,
): NamedColumns {
  return { columns, column: (name) => ({ unit: Object.hasOwn(units, name) ? units[name] : undefined }) };
}

/**
 * The columns of the data that a specification names as their headers are written (GDP（亿元） for GDP in 亿元, with blanks or
 * without): by the name that it writes, the data's own name. Those that it names exactly are not among them.
 *
 * @throws IndexlabError when a name means several columns
 */
export function columnsAsWritten(
  specification: Specification,
  source: NamedColumns,
  names: RowColumnNames,
): ReadonlyMap<string, string> {
  const known = new Set(source.columns);
  const written = [
    ...nodesOf(specification.tree).map(columnOf),
    ...columnsBeside(specification, names).map(({ column }) => column),
  ];
  const found = new Map<string, string>();
  for (const name of new Set(written)) {
    const column = known.has(name) ? undefined : columnNamed(source, name);
    if (column !== undefined) found.set(name, column);
  }
  return found;
}

function nodesOf(node: SpecificationNode): SpecificationNode[] {
  return [node, ...(node.children ?? []).flatMap(nodesOf)];
}
